"""The shown site is the old one or the new one, whole, whatever happens."""

import ctypes
import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from build_scripts.project import WrongUse
from build_scripts.site import release
from build_scripts.site.release import MARKS_OF_A_SITE, new_release
from tests.site.projects import PATIENCE

pytestmark = pytest.mark.slow
"""Builds whole sites, or makes every page of the shipped record."""


def put(folder: Path, version: str) -> None:
    for name in MARKS_OF_A_SITE:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(version, encoding="utf-8")


def shown(target: Path) -> set[str]:
    """The versions of the files that are shown: one when the site is whole."""
    return {(target / name).read_text("utf-8") for name in MARKS_OF_A_SITE}


def build(target: Path, version: str) -> None:
    with new_release(target) as folder:
        put(folder, version)


def releases(target: Path) -> list[str]:
    return sorted(entry.name for entry in (target.parent / f".{target.name}").iterdir() if entry.name != "lås")


def test_releases_follow_each_other_and_the_one_before_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for version in ("ett", "två", "tre", "fyra"):
        build(target, version)
        assert shown(target) == {version}
    assert releases(target) == ["0003", "0004"]
    assert shown(tmp_path / ".site" / "0003") == {"tre"}
    assert str(target.readlink()) == ".site/0004"


def test_the_whole_folder_can_be_moved(tmp_path: Path) -> None:
    (tmp_path / "här").mkdir()
    build(tmp_path / "här" / "site", "ett")
    (tmp_path / "här").rename(tmp_path / "där")
    assert shown(tmp_path / "där" / "site") == {"ett"}


@pytest.mark.parametrize("exchange", [True, False], ids=["in one step", "where the system cannot exchange"])
def test_a_real_folder_becomes_the_release_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr("build_scripts.site.exchange.exchange", lambda one, other: False)
    target = tmp_path / "site"
    target.mkdir()
    put(target, "mkdocs build")
    build(target, "ny")
    assert (shown(target), target.is_symlink()) == ({"ny"}, True)
    assert releases(target) == ["0001", "0002"]
    assert shown(tmp_path / ".site" / "0001") == {"mkdocs build"}


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    target = tmp_path / "ut"
    target.mkdir()
    build(target, "ny")
    assert shown(target) == {"ny"}


def test_what_is_no_site_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x")
    (tmp_path / "annat").mkdir()
    (tmp_path / "annat" / "viktigt.txt").write_text("x")
    (tmp_path / "länk").symlink_to("annat")
    (tmp_path / "en annans webbplats").mkdir()
    for name in ("index.html", "404.html", "jubileum.pdf"):
        (tmp_path / "en annans webbplats" / name).write_text("x")
    other = "innehåller annat än en webbplats från Klubbat och skrivs inte över; ange en annan mapp."
    expected = {
        "fil": "är en fil; ange en mapp.",
        "annat": other,
        "en annans webbplats": other,
        "länk": "är en länk till något annat än en utgåva av webbplatsen; ange en annan mapp.",
    }
    for name, message in expected.items():
        with pytest.raises(WrongUse) as refused:
            build(tmp_path / name, "ny")
        assert str(refused.value) == f"{tmp_path / name} {message}"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["annat", "en annans webbplats", "fil", "länk"]


@pytest.mark.parametrize("stage", ["build", "_numbered", "_show", "_clean"])
def test_an_exception_at_any_stage_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    target = tmp_path / "site"
    build(target, "gammal")

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    if stage != "build":
        monkeypatch.setattr(release, stage, fail)

    def build_and_fail() -> None:
        with new_release(target) as folder:
            (folder / "index.html").write_text("halv")
            if stage == "build":
                fail()
            put(folder, "ny")

    with pytest.raises(KeyboardInterrupt):
        build_and_fail()
    assert shown(target) == ({"ny"} if stage == "_clean" else {"gammal"})
    assert releases(target) == (["0001", "0002"] if stage == "_clean" else ["0001"])
    monkeypatch.undo()
    build(target, "nyast")
    assert shown(target) == {"nyast"}
    assert len(releases(target)) == 2


class System:
    """A system whose `renameat2` fails with this number."""

    def __init__(self, number: int) -> None:
        self.renameat2 = lambda *_: ctypes.set_errno(number) or -1


@pytest.mark.parametrize("system", [object(), System(errno.ENOSYS), System(errno.EINVAL)], ids=["none", "old", "disk"])
def test_where_no_two_places_can_be_exchanged_they_change_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: object
) -> None:
    target = tmp_path / "site"
    target.mkdir()
    put(target, "mkdocs build")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: system)
    build(target, "ny")
    assert (shown(target), shown(tmp_path / ".site" / "0001")) == ({"ny"}, {"mkdocs build"})


@pytest.mark.parametrize("failing", ["exchange", "link"])
def test_a_folder_that_cannot_be_exchanged_stays_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    target = tmp_path / "site"
    target.mkdir()
    put(target, "mkdocs build")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: System(errno.EACCES) if failing == "exchange" else object())
    if failing == "link":
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PermissionError):
        build(target, "ny")
    assert (shown(target), target.is_symlink(), releases(target)) == ({"mkdocs build"}, False, [])


KILLED = """
import os, signal, sys
from pathlib import Path
from build_scripts.site import exchange, release

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

target, stage = Path(sys.argv[1]), sys.argv[2]
if stage == "after the exchange":
    in_one_step = exchange.exchange
    exchange.exchange = lambda one, other: (in_one_step(one, other), die())
elif stage != "build":
    setattr(release, stage, die)
with release.new_release(target) as folder:
    (folder / "index.html").write_text("halv")
    if stage == "build":
        die()
    (folder / "assets").mkdir(exist_ok=True)
    for name in release.MARKS_OF_A_SITE:
        (folder / name).write_text("ny")
"""


@pytest.mark.parametrize("old", ["a release", "a real folder"])
@pytest.mark.parametrize("stage", ["build", "_numbered", "_show", "change_places", "after the exchange", "_clean"])
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path, old: str, stage: str) -> None:
    target = tmp_path / "site"
    if old == "a release":
        build(target, "gammal")
    else:
        target.mkdir()
        put(target, "gammal")
    subprocess.run([sys.executable, "-c", KILLED, str(target), stage], check=False)
    reached = "a real folder" if stage in ("change_places", "after the exchange") else old
    switched = stage in ("_clean", "after the exchange") or reached != old
    assert shown(target) == ({"ny"} if switched else {"gammal"})
    build(target, "nyast")
    assert shown(target) == {"nyast"}


def test_two_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    target = tmp_path / "site"
    waited = threading.Event()
    second = threading.Thread(target=lambda: second_build())

    def second_build() -> None:
        with new_release(target, waited.set) as folder:
            put(folder, "andra")

    with new_release(target) as folder:
        put(folder, "första")
        second.start()
        assert waited.wait(PATIENCE)
        assert not target.exists()
        assert sorted(os.listdir(folder)) == ["404.html", "assets", "index.html"]
    second.join(PATIENCE)
    assert shown(target) == {"andra"}
    assert shown(tmp_path / ".site" / "0001") == {"första"}


def test_who_serves_the_site_can_read_it_whatever_its_maker_keeps_to_themselves(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        build(tmp_path / "site", "ett")
        kept = os.umask(0o077)
    finally:
        os.umask(before)
    assert kept == 0o077
    served = [
        tmp_path / ".site",
        (tmp_path / "site").resolve(),
        *(tmp_path / "site" / name for name in MARKS_OF_A_SITE),
    ]
    assert [oct(path.stat().st_mode & 0o044) for path in served] == [oct(0o044)] * len(served)


def test_only_where_a_system_makes_no_links_is_the_site_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link that could not be made for another reason is tried again by the next build: two renames are not one step."""
    target = tmp_path / "site"
    build(target, "ett")
    for number in (errno.ENOSPC, errno.EACCES):

        def refused(link: Path, to: str, number: int = number) -> None:
            raise OSError(number, "refused", str(link))

        with monkeypatch.context() as patch:
            patch.setattr(Path, "symlink_to", refused)
            with pytest.raises(OSError, match="refused"):
                build(target, "två")
        assert (shown(target), target.is_symlink()) == ({"ett"}, True)

    def no_links(link: Path, to: str) -> None:
        raise OSError(errno.EPERM, "no links", str(link))

    monkeypatch.setattr(Path, "symlink_to", no_links)
    build(target, "tre")
    assert (shown(target), target.is_symlink()) == ({"tre"}, False)
