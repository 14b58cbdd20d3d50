"""A build after a change gives the same bytes as one that begins from nothing, whatever was changed."""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.__main__ import main
from build_scripts.kept import listing
from macros.record.ledgers import ADDRESSES, ReleasedRow, ReleasedRows, text_of
from tests.site.projects import ROOT, contents, reviewed, tiny, write

pytestmark = pytest.mark.slow

BODY = "meetings/prov"
MEETING = f"{BODY}/2026-11-26"
ITEM = f"{MEETING}/01-cykelplan.md"
SECOND = "---\nrubrik: Lekplats\ndiarienummer: PRO/2026:8\nslag: beslut\n---\n\nText om PRO/2026:7.\n"
LATER = "---\ndatum: 2026-12-10\ntid: 18:00\nplats: Provsalen\nläge: kallat\n---\n\nVälkommen.\n"
LIST = "---\nenhet: Gatuenheten\nmånad: 2026-10\nbeslut:\n  - datum: 2026-10-05\n    beslut: Inköp\n---\n"


@dataclass
class Project:
    """A project with a theme of its own, so that every input can be changed; and how it is built."""

    root: Path
    day: str = "2026-11-22"
    options: list[str] = field(default_factory=lambda: ["--utan-sok"])

    def replace(self, name: str, old: str, new: str) -> None:
        """Changes words of a file, back again when they have been changed already."""
        text = (self.root / name).read_text("utf-8")
        write(self.root, name, text.replace(new, old) if new in text else text.replace(old, new))

    def toggle(self, name: str, content: str) -> None:
        """A file that comes and goes."""
        file = self.root / name
        if file.exists():
            file.unlink()
            if not any(file.parent.iterdir()):
                file.parent.rmdir()
        else:
            write(self.root, name, content)

    def build(self, target: Path, root: Path | None = None) -> dict[str, str]:
        """Every file of the site as it is shown afterwards."""
        command = ["bygg", "--katalog", str(root or self.root), "--idag", self.day, "--ut", str(target), "--tyst"]
        assert main([*command, *self.options]) == 0
        return contents(target.resolve())

    def from_nothing(self, folder: Path) -> dict[str, str]:
        """The same, of a copy that no build has seen."""
        with tempfile.TemporaryDirectory(dir=folder) as name:
            copy = Path(name) / "projekt"
            shutil.copytree(self.root, copy, ignore=shutil.ignore_patterns(".cache"))
            return self.build(Path(name) / "ut/site", copy)


def whole(folder: Path) -> Project:
    """The tiny project with the theme copied into it."""
    root = tiny(folder / "projekt")
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides")
    text = (root / "mkdocs.yml").read_text("utf-8").replace(str(ROOT / "site_overrides"), "site_overrides")
    write(root, "mkdocs.yml", text)
    read = (
        reviewed(karta="väg;längd\nNorra;4\n", plan="a;b\n") + reviewed(karta="väg;längd\nSödra;4\n").partition("\n")[2]
    )
    write(root, f"{MEETING}/bilagor/granskning.yml", read)
    return Project(root)


def _tomorrow(project: Project) -> None:
    project.day = "2026-11-27" if project.day == "2026-11-22" else "2026-11-22"


def _one_more_attachment(project: Project) -> None:
    project.toggle(f"{MEETING}/bilagor/plan.csv", "a;b\n")
    project.replace(ITEM, "fil: karta.csv", "fil: karta.csv\n  - titel: Plan\n    fil: plan.csv")


CHANGES: dict[str, Callable[[Project], object]] = {
    "an item's text": lambda project: project.replace(ITEM, "delar", "avsnitt"),
    "an item's title": lambda project: project.replace(ITEM, "Cykelplan", "Cykelvägar"),
    "an item's number": lambda project: project.replace(ITEM, "PRO/2026:7", "PRO/2026:17"),
    "a new item": lambda project: project.toggle(f"{MEETING}/02-lekplats.md", SECOND),
    "a new meeting": lambda project: project.toggle(f"{BODY}/2026-12-10/kallelse.md", LATER),
    "a delegation list": lambda project: project.toggle(f"{MEETING}/delegationsbeslut/2026-10-gata.md", LIST),
    "a call's state": lambda project: project.replace(f"{MEETING}/kallelse.md", "läge: kallat", "läge: planerat"),
    "a call's letter": lambda project: project.replace(
        f"{MEETING}/kallelse.md", "Välkommen", 'Kom {{ tidsfrist("utskick") }}'
    ),
    "a body's name": lambda project: project.replace(f"{BODY}/organ.md", "Provnämnden", "Nämnden för prov"),
    "a schedule": lambda project: project.replace(
        f"{BODY}/sammantradesordning/2026.md", "dagar_före: 7", "dagar_före: 8"
    ),
    "an attachment's content": lambda project: project.replace(f"{MEETING}/bilagor/karta.csv", "Norra", "Södra"),
    "one more attachment": _one_more_attachment,
    "a hand-written page": lambda project: project.replace("content/sok.md", "# Sök", "# Sök här"),
    "a call on a hand-written page": lambda project: project.replace(
        "content/index.md", "helgdagar(2026)", "helgdagar(2027)"
    ),
    "a link to an attachment": lambda project: project.replace(
        "content/index.md", "# Välkommen", "# Välkommen\n\n[Karta](prov/2026-11-26/bilagor/karta.csv)"
    ),
    "the site's name": lambda project: project.replace("mkdocs.yml", "site_name: Provet", "site_name: Prövet"),
    "the site's address": lambda project: project.replace("mkdocs.yml", "prov.example.se/arkiv/", "annan.example.se/"),
    "the frame": lambda project: project.replace("site_overrides/base.html", "Till innehållet", "Till texten"),
    "a style sheet": lambda project: project.toggle("site_overrides/assets/egen.css", "p { margin: 0 }\n"),
    "the day": _tomorrow,
    "the ledger": lambda project: project.toggle(
        ADDRESSES.file, text_of(ADDRESSES, ReleasedRows((ReleasedRow("prov/", 1, dt.date(2026, 1, 1)),)))
    ),
}
"""One for each kind of input. A second time each is undone."""

DAMAGES: dict[str, Callable[[Project, Path], object]] = {
    "the memory is gone": lambda project, _: shutil.rmtree(project.root / ".cache", ignore_errors=True),
    "the memory is damaged": lambda project, _: write(project.root, ".cache/klubbat/minne.sqlite", "skräp"),
    "the spare is damaged": lambda _, store: _damage(store / "reserv"),
    "the spare is damaged, with size and time as they were": lambda _, store: _forge(store / "reserv"),
    "the spare has one file more": lambda _, store: _add(store / "reserv"),
    "the spare's listing is damaged": lambda _, store: _cut(store / "reserv.lista"),
    "the shown release is damaged": lambda _, store: _damage(store / max(_releases(store), default="finns inte")),
}


def _releases(store: Path) -> list[str]:
    return [entry.name for entry in store.iterdir() if entry.name.isdigit()] if store.is_dir() else []


def _damage(release: Path) -> None:
    file = release / "prov/index.html"
    if file.is_file():
        file.write_text("skräp", "utf-8")


def _forge(release: Path) -> None:
    file = release / "prov/index.html"
    if file.is_file():
        before = file.stat()
        file.write_bytes(file.read_bytes().replace(b"Prov", b"Prav"))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _add(release: Path) -> None:
    if release.is_dir():
        write(release, "prov/extra/index.html", "skräp")


def _cut(listing: Path) -> None:
    if listing.is_file():
        listing.write_bytes(listing.read_bytes()[:-40])


@dataclass(frozen=True)
class BuiltProject:
    """A project that has been built until it has a spare; each test that changes it takes its changes back."""

    project: Project
    target: Path
    shown: dict[str, str]

    @property
    def store(self) -> Path:
        """Where its releases lie."""
        return self.target.parent / ".site"

    def build(self) -> dict[str, str]:
        """What the next build shows."""
        return self.project.build(self.target)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    folder = tmp_path_factory.mktemp("begynt")
    project, target = whole(folder), folder / "ut/site"
    shown = project.build(target)
    for _ in range(2):
        CHANGES["an item's text"](project)
        project.build(target)
    return BuiltProject(project, target, shown)


@pytest.fixture(scope="module")
def expected(begun: BuiltProject, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a build from nothing gives with another text of the item."""
    CHANGES["an item's text"](begun.project)
    made = begun.project.from_nothing(tmp_path_factory.mktemp("väntat"))
    CHANGES["an item's text"](begun.project)
    return made


def test_nothing_is_built_where_nothing_has_changed(begun: BuiltProject, capsys: pytest.CaptureFixture[str]) -> None:
    assert begun.build() == begun.shown
    assert capsys.readouterr().out.count("Inget har ändrats") == 1


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_kind_of_input_is_seen(
    begun: BuiltProject,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Project], object],
) -> None:
    change(begun.project)
    after = begun.build()
    assert "Inget har ändrats" not in capsys.readouterr().out
    assert after == begun.project.from_nothing(tmp_path)
    change(begun.project)
    assert begun.build() == begun.shown


EXAMPLES = (settings.default or settings()).max_examples // 33
"""Three, and sixty with `make fuzz`: a build from nothing takes seconds."""


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.lists(st.sampled_from([*CHANGES, *DAMAGES]), max_size=3), min_size=3, max_size=5))
def test_any_changes_in_any_order_give_what_a_build_from_nothing_gives(steps: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project, target = whole(folder), folder / "ut/site"
        for step in steps:
            shown = project.build(target)
            for change in step:
                if change in CHANGES:
                    CHANGES[change](project)
                else:
                    DAMAGES[change](project, target.parent / ".site")
            assert shown
        assert project.build(target) == project.from_nothing(folder)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_mended(
    begun: BuiltProject, expected: dict[str, str], damage: Callable[[Project, Path], object]
) -> None:
    """At the next build, and in what the one after it makes of the spare."""
    damage(begun.project, begun.store)
    assert begun.build() == begun.shown
    CHANGES["an item's text"](begun.project)
    assert begun.build() == expected
    CHANGES["an item's text"](begun.project)
    assert begun.build() == begun.shown


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    project, target = whole(tmp_path), tmp_path / "ut/site"
    for _ in range(3):
        project.build(target)
        CHANGES["a style sheet"](project)
    spare = {file.name: file.stat().st_ino for file in (tmp_path / "ut/.site/reserv/prov").iterdir() if file.is_file()}
    CHANGES["an item's text"](project)
    project.build(target)
    assert {name: (target / "prov" / name).stat().st_ino for name in spare} == spare
    item = target / "prov/2026-11-26/cykelplan/index.html"
    assert "avsnitt" in item.read_text("utf-8")


def test_a_file_that_the_disk_takes_in_pieces_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(FileIO):
        def write(self, content: Any) -> int:
            return super().write(memoryview(content)[:4096])

    project = whole(tmp_path)
    expected = project.from_nothing(tmp_path)
    monkeypatch.setattr(listing, "FileIO", Slow)
    assert project.build(tmp_path / "ut/site") == expected


def test_the_search_index_follows_the_pages(tmp_path: Path) -> None:
    project, target = whole(tmp_path), tmp_path / "ut/site"
    project.options = []
    for name in ("an item's text", "an item's title", "an attachment's content", "an item's text"):
        project.build(target)
        CHANGES[name](project)
    assert project.build(target) == project.from_nothing(tmp_path)
