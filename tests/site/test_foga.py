"""Three municipalities built in three processes and joined: the same site as the whole; what does not fit is not joined."""

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from build_scripts.__main__ import main
from build_scripts.site.part import digests_of, read_part, write_manifest
from tests.site.browser import Watched, served, started
from tests.site.projects import ROOT, TODAY, contents, tiny, write

pytestmark = pytest.mark.xdist_group("foga")

NAMES = ("provkopings", "ekero", "exempelkopings")
START = """\
---
title: Start
---

# Välkommen

{{ kommande_sammanträden() }}

{{ senaste_kallelser() }}

{{ överklagbara_beslut() }}

{{ organlista() }}

{{ domstolar() }}

{{ sammanträdesplan("exempelnamnden", 2026) }}

[Cykelplanen](prov/2026-11-26/cykelplan/index.md) och [dess karta](prov/2026-11-26/bilagor/karta.csv).
"""
ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"


def project(folder: Path) -> Path:
    """Three municipalities, two of which have a body of the same name, with links from one to another."""
    root = tiny(folder / "projekt", {"content/index.md": START})
    for body in ("ekero-ks", "exempelnamnden", "exempel-ks"):
        shutil.copytree(ROOT / "meetings" / body, root / "meetings" / body)
    replace(root, "meetings/prov/organ.md", "Provnämnden", "Kommunstyrelsen")
    replace(root, ITEM, "delar.", "delar. Se [Ekerö](/ekero-ks/) och [ärendet](/arenden/ekero-ks-ks15-221-001/).")
    shutil.copy(ROOT / "content/sok.md", root / "content")
    shutil.copy(ROOT / "anslag.tsv", root)
    return root


def replace(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    write(root, name, text.replace(old, new))


def klubbat(root: Path, *words: str) -> int:
    return main([words[0], "--katalog", str(root), "--idag", TODAY, "--tyst", *words[1:]])


def joined(root: Path, parts: Path, *words: str) -> int:
    """Joins the three parts in a folder, to `site` beside them."""
    folders = [str(parts / name) for name in NAMES]
    return klubbat(root, "foga", *folders, "--till", str(parts / "site"), *words)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, the whole in `hel/site`, its parts in `delar`, each built in a process of its own, and the joined `site`."""
    folder = tmp_path_factory.mktemp("foga")
    root = project(folder)
    command = [sys.executable, "-m", "build_scripts", "bygg", "--katalog", str(root), "--idag", TODAY, "--tyst"]
    started = [
        subprocess.Popen([*command, "--kommun", name, "--ut", str(folder / "delar" / name)], cwd=ROOT) for name in NAMES
    ]
    assert klubbat(root, "bygg", "--utan-sok", "--ut", str(folder / "hel/site")) == 0
    assert [process.wait() for process in started] == [0, 0, 0]
    assert joined(root, folder / "delar", "--från-disk") == 0
    return folder


def test_the_joined_site_is_the_whole_one_byte_for_byte(built: Path) -> None:
    site = contents(built / "delar/site")
    without_search = {name: digest for name, digest in site.items() if not name.startswith(("pagefind/", "sok/disk/"))}
    assert without_search == contents(built / "hel/site")
    assert "sok/disk/pagefind/delar.json.js" in site


def test_parts_share_no_file_and_no_page_that_belongs_to_all(built: Path) -> None:
    held = [set(read_part(built / "delar" / name).names()) for name in NAMES]
    assert sum(map(len, held)) == len(set.union(*held))
    assert {name.split("/")[0] for name in set.union(*held)} == {
        *("anslagstavla", "arenden", "ekero-ks", "exempel-ks", "exempelnamnden", "pagefind", "prov")
    }


def test_the_joined_search_finds_pages_of_all(built: Path) -> None:
    site = built / "delar/site"
    told = json.loads((site / "pagefind/delar.json").read_text("utf-8"))
    assert {part["kommun"] for part in told["delar"]} == {
        *("Provköpings kommun", "Ekerö kommun", "Exempelköpings kommun")
    }
    with served(site) as address, started() as browser:
        watched = Watched(browser.new_page(), address)
        for words, body, folder in (
            ("cykelplan", "Kommunstyrelsen, Provköpings kommun", "prov"),
            ("yrkesvägledning", "Kommunstyrelsen, Ekerö kommun", "ekero-ks"),
            ("internkontrollplan", "Exempelnämnden", "exempelnamnden"),
        ):
            watched.page.goto(f"{address}sok/?q={words}&organ={body}")
            expect(watched.page.locator(f"#sok-traffar a[href*='/{folder}/']").first).to_be_visible()
        assert watched.faults == []


def _copied(built: Path, folder: Path) -> tuple[Path, Path]:
    """A copy of the project and of its parts, to be spoiled."""
    for name in NAMES:
        shutil.copytree(built / "delar" / name, folder / "delar" / name)
    return shutil.copytree(
        built / "projekt", folder / "projekt", ignore=shutil.ignore_patterns(".cache")
    ), folder / "delar"


def _told(parts: Path, **changes: object) -> None:
    """Lets the part of Ekerö say something else of itself."""
    folder = parts / "ekero"
    write_manifest(folder, read_part(folder).manifest.model_copy(update=changes))


def _with_record_of(parts: Path, body: str) -> None:
    """Lets the part of Ekerö hold the record of another municipality's body beside its own."""
    name = f"underlag/meetings/{body}/organ.md"
    manifest = read_part(parts / "ekero").manifest
    write(parts, f"ekero/{name}", (parts / "provkopings" / name).read_text("utf-8"))
    write_manifest(parts / "ekero", manifest.model_copy(update={"files": digests_of(parts / "ekero")}))


SPOILED: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "a part is missing": (
        lambda root, parts: shutil.rmtree(parts / "ekero"),
        "{ekero} är ingen del: del.json saknas. Gör delar med klubbat bygg --kommun.",
    ),
    "a part is half there": (
        lambda root, parts: write(parts, "ekero/del.json", '{"avtryck": "'),
        "{ekero} är ingen hel del: del.json går inte att läsa. Hämta eller bygg delen igen.",
    ),
    "what it says is changed": (
        lambda root, parts: replace(parts, "ekero/del.json", TODAY, "2026-11-21"),
        "{ekero} är skadad: del.json är ändrad. Hämta eller bygg delen igen.",
    ),
    "a page is changed": (
        lambda root, parts: write(parts, "ekero/sidor/ekero-ks/index.html", "skräp"),
        "{ekero} är skadad: sidor/ekero-ks/index.html är inte som när delen byggdes. Hämta eller bygg delen igen.",
    ),
    "a page is gone": (
        lambda root, parts: (parts / "ekero/sidor/ekero-ks/index.html").unlink(),
        "{ekero} är skadad: sidor/ekero-ks/index.html saknas. Hämta eller bygg delen igen.",
    ),
    "a file is added": (
        lambda root, parts: write(parts, "ekero/sidor/prov/index.html", "skräp"),
        "{ekero} är skadad: sidor/prov/index.html hör inte till den. Hämta eller bygg delen igen.",
    ),
    "its record is changed": (
        lambda root, parts: write(parts, "ekero/underlag/meetings/ekero-ks/organ.md", "skräp"),
        "{ekero} är skadad: underlag/meetings/ekero-ks/organ.md är inte som när delen byggdes. "
        "Hämta eller bygg delen igen.",
    ),
    "another version of the program": (
        lambda root, parts: _told(parts, program="0"),
        "Delen ekero är byggd med en annan version av programmet än den här. Bygg den igen med samma version.",
    ),
    "another day": (
        lambda root, parts: _told(parts, day=dt.date(2026, 11, 21)),
        "Delen ekero är byggd för 2026-11-21, men här är dagen 2026-11-22. "
        "Bygg den igen, eller ange --idag 2026-11-21.",
    ),
    "a page that it does not have": (
        lambda root, parts: _told(parts, pages=(("../../prov/", "Organ"),)),
        "Delen ekero säger sig ha en fil som inte finns i den: ../../prov/index.html. Bygg den igen.",
    ),
    "an attachment that it does not have": (
        lambda root, parts: _told(parts, attachments=("../../../../projekt/mkdocs.yml",)),
        "Delen ekero säger sig ha en fil som inte finns i den: ../../../../projekt/mkdocs.yml. Bygg den igen.",
    ),
    "another municipality's record": (
        lambda root, parts: _with_record_of(parts, "prov"),
        "Delen ekero har en fil som inte är kommunens: meetings/prov/organ.md. Bygg den igen.",
    ),
    "no search index": (
        lambda root, parts: _told(parts, search=None),
        "Delen ekero har inget sökindex. Bygg den igen utan --utan-sok, eller foga med --utan-sok.",
    ),
    "other settings": (
        lambda root, parts: replace(root, "mkdocs.yml", "Ett prov.", "Ett annat prov."),
        "\n".join(
            f"Delen {name} är byggd med andra inställningar eller mallar än de här (mkdocs.yml, site_overrides). "
            "Bygg den igen."
            for name in NAMES
        ),
    ),
    "an older part": (
        lambda root, parts: replace(root, ITEM, "Planen", "En plan"),
        "Delen provkopings är inte byggd av det som nu finns i meetings. Bygg den igen.",
    ),
    "an older attachment of the same size": (
        lambda root, parts: replace(root, "meetings/prov/2026-11-26/bilagor/karta.csv", "Norra;4", "Norra;5"),
        "Delen provkopings är inte byggd av det som nu finns i meetings. Bygg den igen.",
    ),
    "one more body": (
        lambda root, parts: shutil.copytree(root / "meetings/prov", root / "meetings/prov-2"),
        "\n".join(
            f"Organet prov-2 finns i mappen meetings men inte i delen {name}. Bygg delarna av samma utgåva av arkivet."
            for name in NAMES
        ),
    ),
}


@pytest.mark.parametrize(("spoil", "reason"), SPOILED.values(), ids=SPOILED)
def test_what_does_not_fit_is_not_joined(
    built: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path, Path], object],
    reason: str,
) -> None:
    root, parts = _copied(built, tmp_path)
    spoil(root, parts)
    assert joined(root, parts) == 1
    said = capsys.readouterr().err.replace(str(parts / "ekero"), "{ekero}")
    assert said == f"Delarna kunde inte fogas:\n{reason}\nInget byttes: {parts / 'site'} är som förut.\n"
    assert not (parts / "site").exists()


def test_every_part_is_given_once(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ekero, provkopings = (str(built / "delar" / name) for name in ("ekero", "provkopings"))
    root, target = built / "projekt", str(tmp_path / "site")
    assert klubbat(root, "foga", ekero, provkopings, ekero, "--till", target) == 1
    assert f"Delen ekero är given två gånger: {ekero} och {ekero}.\n" in capsys.readouterr().err
    assert klubbat(root, "foga", ekero, provkopings, "--till", target) == 1
    assert (
        "Delen exempelkopings saknas. Bygg den med klubbat bygg --kommun exempelkopings och ge den med de andra.\n"
        in capsys.readouterr().err
    )


def test_a_part_is_built_of_its_own_record_alone_and_joined_without_any(built: Path, tmp_path: Path) -> None:
    root, parts = _copied(built, tmp_path)
    for body in ("prov", "exempelnamnden", "exempel-ks"):
        for entry in (root / "meetings" / body).iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name != "organ.md":
                entry.unlink()
    assert klubbat(root, "bygg", "--kommun", "Ekerö kommun", "--ut", str(parts / "ekero")) == 0
    assert contents(parts / "ekero") == contents(built / "delar/ekero")
    shutil.rmtree(root / "meetings")
    assert joined(root, parts, "--utan-sok") == 0
    assert contents(parts / "site") == contents(built / "hel/site")


def test_links_between_parts_are_judged_when_they_are_joined(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, parts = _copied(built, tmp_path)
    replace(root, ITEM, "/ekero-ks/)", "/ekero-ks/2027/)")
    assert klubbat(root, "bygg", "--kommun", "provkopings", "--utan-sok", "--ut", str(parts / "provkopings")) == 0
    assert joined(root, parts, "--utan-sok") == 1
    assert (
        "prov/2026-11-26/cykelplan/index.html: fel[utgåva]: Länken ../../../ekero-ks/2027/ leder ingenstans: "
        "ekero-ks/2027/index.html finns inte.\n"
    ) in capsys.readouterr().err
    assert not (parts / "site").exists()


def test_a_released_address_is_looked_for_in_its_part_and_in_the_whole(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, parts = _copied(built, tmp_path)
    rows = ("ekero-ks/2020/\tÅr", "prov/2020/\tÅr", "arenden/ekero-ks-1/\tÄrende", "borta-ks/\tNämnd")
    write(root, "adresser.tsv", "\n".join(("adress\tslag\tförst_utgiven", *(f"{row}\t2026-01-01" for row in rows), "")))
    assert klubbat(root, "bygg", "--kommun", "ekero", "--utan-sok") == 1
    assert _lost(capsys) == ["ekero-ks/2020/", "arenden/ekero-ks-1/"]
    assert joined(root, parts, "--utan-sok") == 1
    assert _lost(capsys) == ["ekero-ks/2020/", "prov/2020/", "arenden/ekero-ks-1/", "borta-ks/"]


def _lost(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return re.findall(r"fel\[adress-försvunnen\]: Adressen /(\S+) har", capsys.readouterr().err)
