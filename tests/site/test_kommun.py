"""One municipality's part: how it is named, and what stops it."""

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from macros import addresses
from tests.site.projects import contents, tiny, write

ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"
OTHER = "---\nnamn: Grannämnden\nkommun: Grannköpings kommun\nslag: nämnd\n---\n"


def project(folder: Path, files: dict[str, str] | None = None) -> Path:
    """A municipality with an item, and another of which only the body is known."""
    return tiny(folder, {"meetings/granne/organ.md": OTHER} | (files or {}))


def part(root: Path, name: str, *words: str) -> int:
    return main(
        ["bygg", "--katalog", str(root), "--idag", "2026-11-22", "--tyst", "--utan-sok", "--kommun", name, *words]
    )


def test_a_part_has_the_municipalitys_name_and_is_switched_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    assert part(root, "Provköpings kommun") == 0
    assert capsys.readouterr().out.startswith(
        f"7\N{NO-BREAK SPACE}sidor och 1\N{NO-BREAK SPACE}bilaga i {root}/delar/provkopings.\n"
    )
    before = contents(root / "delar/provkopings")
    assert part(root, "provkopings") == 0
    assert contents(root / "delar/provkopings") == before
    assert (root / "delar/provkopings").resolve() == (root / "delar/.provkopings/0002").resolve()
    assert not {name for name in before if name.startswith(("sidor/granne/", "sidor/kalender/", "sidor/assets/"))}


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("provkoping", "Menade du provkopings?"), ("nowhere", "Välj något av grannkopings, provkopings.")],
)
def test_a_wrong_name(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, remedy: str) -> None:
    assert part(project(tmp_path), name) == 2
    assert capsys.readouterr().err == f'klubbat bygg: Ingen kommun i arkivet heter "{name}". {remedy}\n'


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {ITEM: "---\nrubrik: Cykelplan\nbeslutsgång:\n  - organ: granne\n    datum: 2026-12-01\n---\nText.\n"},
            f"{ITEM}:4:12: fel[kommungräns]: granne hör till Grannköpings kommun, som inte är med i den här delen.",
        ),
        (
            {
                "meetings/prov/2026-11-26/kallelse.md": "---\ndatum: 2026-11-26\nläge: kallat\n---\n\n"
                'Grannen: {{ nästa_sammanträde("granne") }}\n'
            },
            "fel[makro-värde]: Grannämnden hör till Grannköpings kommun, som inte är med i den här delen.",
        ),
        (
            {"meetings/granne/organ.md": "---\nnamn: Grannämnden\n---\n"},
            "meetings/granne/organ.md:1:1: fel[nyckel-saknas]:",
        ),
    ],
    ids=["a route to a neighbour", "a neighbour in a letter", "a neighbour that cannot be read"],
)
def test_what_stops_a_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], told: str
) -> None:
    root = project(tmp_path, files)
    assert part(root, "provkopings") == 1
    assert told in capsys.readouterr().err
    assert not (root / "delar/provkopings").exists()


def test_what_is_asked_for_when_parts_are_joined(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert part(project(tmp_path), "provkopings", "--från-disk") == 2
    assert capsys.readouterr().err == "klubbat bygg: --från-disk anges till klubbat foga, när delarna fogas ihop.\n"


def test_a_part_never_takes_the_place_of_a_site_nor_a_site_that_of_a_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    for store, files in (("hel", ("index.html", "404.html")), ("del", ("del.json",))):
        for name in files:
            write(tmp_path, f".{store}/0001/{name}", "")
        (tmp_path / store).symlink_to(f".{store}/0001")
    assert part(root, "provkopings", "--ut", str(tmp_path / "hel")) == 2
    assert capsys.readouterr().err == (
        f"klubbat bygg: {tmp_path}/hel visar en webbplats och skrivs inte över; ange en annan mapp.\n"
    )
    for command in ("bygg", "--ut"), ("foga", str(tmp_path / "del"), "--till"):
        assert main([command[0], "--katalog", str(root), *command[1:], str(tmp_path / "del")]) == 2
        assert capsys.readouterr().err == (
            f"klubbat {command[0]}: {tmp_path}/del visar en del av en webbplats och skrivs inte över; ange en annan mapp.\n"
        )


@pytest.mark.parametrize(
    ("shared", "found"),
    [
        (True, ("", "index.html", "sitemap.xml", "anslag.json", "kalender/2026-11/", "anslagstavla/", "arenden/")),
        (True, ("anslagstavla/arkiv/index.html", "anslagstavla/fragment.html", "mina-arenden/andringar.json")),
        (False, ("prov/", "prov/2026/index.html", "prov/delegationsbeslut/beslut.csv", "arenden/prov-2026-7/")),
        (False, ("anslagstavla/prov-2026-11-26-1/index.html",)),
    ],
)
def test_what_belongs_to_all_municipalities(shared: bool, found: tuple[str, ...]) -> None:
    assert [addresses.is_shared(address) for address in found] == [shared] * len(found)
