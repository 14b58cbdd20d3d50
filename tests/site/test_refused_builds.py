"""What is wrong is never shown: a build that is refused says why, and leaves the site as it was."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_scripts.site import building
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.unchanged import BuildOrder
from macros.pages.page import Promise
from tests.site.projects import ROOT, contents, tiny, write
from tests.site.test_bygg import DAY, ITEM, build

pytestmark = pytest.mark.slow
"""Builds whole sites."""


def after_progress(told: str) -> str:
    """What was told after the lines of how far the build had come."""
    return "".join(line for line in told.splitlines(keepends=True) if not line.endswith(" ...\n"))


def test_errors_leave_the_old_site_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    build(root)
    before = contents(root / "site"), (root / "site").readlink()
    write(root, ITEM, (root / ITEM).read_text("utf-8").replace("PRO/2026:7", "PRO-2026/7"))
    capsys.readouterr()
    assert build(root) == 1
    told = capsys.readouterr().err
    assert 'meetings/prov/2026-11-26/01-cykelplan.md:3:15: fel[diarienummer-form]: "PRO-2026/7"' in told
    assert told.endswith(f"1 fel och 2 varningar i 5 filer.\nInget byttes: {root / 'site'} är som förut.\n")
    assert (contents(root / "site"), (root / "site").readlink()) == before


def test_every_kind_of_failure_leaves_the_old_site_untouched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tiny(tmp_path)
    build(root)
    before = contents(root / "site")
    front = (root / "content/index.md").read_text("utf-8")
    cases = {
        f"{front}\n[Borta](borta.md)\n": (
            "Bygget misslyckades:\n"
            "content/index.md:11:9: fel[trasig-länk]: Länken borta.md leder till något som inte finns.\n"
        ),
        f"{front}\n[Borta](borta/)\n": "index.html: fel[utgåva]: Länken borta/ leder ingenstans: borta/index.html finns inte.\n",
        f"{front}\n{{{{ okänd() }}}}\n": "fel[makro-värde]: Funktionen okänd finns inte.\n",
        f"{front}\n{{% if x %}}\n": "fel[makro-form]: {% kan inte användas i texter.\n",
        front.replace("title: Start", "title: Start\ntitle: Två"): "content/index.md:3:1: fel[",
    }
    for content, message in cases.items():
        write(root, "content/index.md", content)
        capsys.readouterr()
        assert build(root) == 1, content
        assert message in capsys.readouterr().err
        assert contents(root / "site") == before, content
    write(root, "content/index.md", front)
    write(root, "content/prov.md", "# Prov\n")
    capsys.readouterr()
    assert build(root) == 1
    assert "content/prov.md: fel[adress-upptagen]: Adressen /prov/ tillhör redan en sida som kommer ur arkivet." in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize("inputs", [("samma",), None], ids=["remembered by its inputs", "always made"])
def test_a_dead_link_on_a_page_of_the_record_is_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], inputs: tuple[str, ...] | None
) -> None:
    root = tiny(tmp_path)
    assert build(root, "--utan-sok") == 0
    before = contents(root / "site")

    def with_dead_link(*given: Any, **named: Any) -> Prepared:
        prepared = prepare(*given, **named)
        (page,) = (page for page in prepared.pages if page.address == "prov/2026-11-26/cykelplan/")
        dead = Promise(page.address, page.kind, lambda: replace(page.make(), html='<a href="../borta/">A</a>'), inputs)
        return replace(prepared, pages=tuple(dead if one is page else one for one in prepared.pages))

    monkeypatch.setattr(building, "prepare", with_dead_link)
    write(root, ITEM, (root / ITEM).read_text("utf-8").replace("Planen", "Hela planen"))
    told = "cykelplan/index.html: fel[utgåva]: Länken ../borta/ leder ingenstans: prov/2026-11-26/borta/index.html finns inte."
    for _ in ("made", "kept"):
        capsys.readouterr()
        assert build(root, "--utan-sok") == 1
        assert told in capsys.readouterr().err
        assert contents(root / "site") == before


def _with_last_in_frame(folder: Path, html: str) -> Path:
    """A project with a theme of its own, whose frame has the HTML last."""
    root = tiny(folder)
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides")
    frame = (root / "site_overrides/base.html").read_text("utf-8")
    write(root, "site_overrides/base.html", frame.replace("</body>", f"{html}</body>"))
    settings = (root / "mkdocs.yml").read_text("utf-8")
    write(root, "mkdocs.yml", settings.replace(str(ROOT / "site_overrides"), "site_overrides"))
    return root


def test_a_theme_whose_frame_leads_nowhere_is_never_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _with_last_in_frame(tmp_path, '<a href="/arkiv/borta/">A</a>')
    assert build(root, "--utan-sok") == 1
    told = capsys.readouterr().err
    for name in ("index.html", "prov/index.html", "prov/2026-11-26/cykelplan/index.html"):
        assert f"\n{name}: fel[utgåva]: Länken /arkiv/borta/ leder ingenstans: borta/index.html finns inte.\n" in told


def test_a_theme_whose_frame_holds_a_persons_number_is_never_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _with_last_in_frame(tmp_path, "<p>850709-9805</p>")
    assert build(root, "--utan-sok") == 1
    assert (
        ": fel[personnummer]: Stopp: 850709-**** är ett personnummer eller samordningsnummer."
        in capsys.readouterr().err
    )
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"mkdocs.yml": "site_name: [\n"}, "Bygget misslyckades:\n"),
        ({"mkdocs.yml": "site_name: A\nsite_url: [a]\n"}, "mkdocs.yml:2:11: fel[inställningar]: "),
        ({"content/index.md": "---\ntemplate: borta.html\n---\n\n# A\n"}, "Bygget misslyckades:\n"),
    ],
    ids=["settings that do not parse", "settings that are wrong", "a template that is not there"],
)
def test_wrong_settings_are_told_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], message: str
) -> None:
    root = tiny(tmp_path, files)
    assert build(root) == 1
    told = after_progress(capsys.readouterr().err)
    assert message in told
    assert "Traceback" not in told
    assert told.endswith(f"Inget byttes: {root / 'site'} är som förut.\n")


def test_a_build_shows_no_attachment_that_nobody_has_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the hook before a commit; a preview on one's own machine does."""
    root = tiny(tmp_path)
    options = ("--utan-sok", "--utan-pdf", "--tyst")
    assert build(root, *options) == 0
    for name, changed in {"karta.csv": "väg;längd\nNorra;5\n", "granskning.yml": "granskat: []\n"}.items():
        file = root / "meetings/prov/2026-11-26/bilagor" / name
        before = file.read_text("utf-8")
        file.write_text(changed, encoding="utf-8")
        capsys.readouterr()
        assert build(root, *options) == 1
        told = capsys.readouterr().err
        assert "meetings/prov/2026-11-26/bilagor/karta.csv: fel[inkommen-bilaga]" in told
        assert told.endswith(f"Inget byttes: {root / 'site'} är som förut.\n")
        file.write_text(before, encoding="utf-8")
    assert build(root, *options) == 0
    (root / "meetings/prov/2026-11-26/bilagor/karta.csv").write_text("väg;längd\nNorra;5\n", encoding="utf-8")
    building.release(BuildOrder(root, DAY, tmp_path / "eget/site", searchable=False, printable=False, reviewed=False))
    assert (tmp_path / "eget/site/prov/2026-11-26/bilagor/karta.csv").is_file()
