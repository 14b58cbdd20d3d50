"""The ledgers only grow, and an address in them never dies."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.site.ledgers import write
from build_scripts.site.prepared import prepare
from macros.finding import Level
from macros.record.archive import Archive
from macros.record.ledgers import ADDRESSES, NOTICES, Released, ReleasedRow, ReleasedRows, read_ledger, text_of
from tests.site import projects
from tests.site.projects import ROOT, TODAY, tiny

pytestmark = pytest.mark.slow
"""Builds whole sites, or makes every page of the shipped record."""

DAY = dt.date.fromisoformat(TODAY)


def test_rows_come_beside_those_that_are_there_in_order_of_key(tmp_path: Path) -> None:
    first, second = ReleasedRow("b/", 1, DAY, about="meetings/b/organ.md"), ReleasedRow("a/", 1, DAY)
    assert write(tmp_path, Archive(), Released(addresses=ReleasedRows((first,)))) == [ADDRESSES.file]
    there = Archive(released=Released(addresses=ReleasedRows((first,))))
    assert write(tmp_path, there, Released(addresses=ReleasedRows((second, first)))) == [ADDRESSES.file]
    written = (tmp_path / ADDRESSES.file).read_bytes()
    assert written.decode() == (
        "adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n"
        "a/\t1\t2026-11-22\t\t\t\n"
        "b/\t1\t2026-11-22\t\tmeetings/b/organ.md\t\n"
    )
    assert read_ledger(ADDRESSES, written) == (ReleasedRows((second, first)), [])
    assert write(tmp_path, there, Released()) == []


def test_the_command_lists_writes_and_then_has_nothing_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    command = ["utgivet", "--katalog", str(root), "--idag", TODAY]
    assert main(command) == 0
    listed = capsys.readouterr().out
    assert "adresser: prov/2026-11-26/cykelplan/\n" in listed
    assert "adresser: prov/2026-11-26/bilagor/karta.csv\n" in listed
    assert listed.startswith("Inga anslag sitter uppe 22 november 2026.\nadresser: \n")
    assert not (root / ADDRESSES.file).exists()

    assert main([*command, "--skriv"]) == 0
    rows = listed.count("adresser: ")
    assert capsys.readouterr().err.replace("\N{NO-BREAK SPACE}", " ") == f"{rows} rader införda i {ADDRESSES.file}.\n"
    written = (root / ADDRESSES.file).read_text("utf-8")
    assert written.count("\n") == rows + 1
    assert main([*command, "--skriv"]) == 0
    assert capsys.readouterr().out.endswith("\nInget är nytt: listorna har allt som är utgivet.\n")
    assert (root / ADDRESSES.file).read_text("utf-8") == written


def test_a_lost_address_stops_everything_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = released(tmp_path)
    before = (root / ADDRESSES.file).read_bytes()
    (root / MEETING / "01-cykelplan.md").rename(root / MEETING / "01-cykelplanen.md")
    capsys.readouterr()
    assert main(["utgivet", "--katalog", str(root), "--idag", TODAY, "--skriv"]) == 1
    assert capsys.readouterr().err.startswith(
        "meetings/prov/2026-11-26/01-cykelplanen.md: fel[adress-försvunnen]: "
        "Adressen /prov/2026-11-26/cykelplan/ är utgiven sedan 2026-11-22 men finns inte längre.\n"
        "  Gör så här: byt tillbaka namnet på filen till meetings/prov/2026-11-26/01-cykelplan.md. "
    )
    assert (root / ADDRESSES.file).read_bytes() == before


def test_a_lost_page_of_the_site_itself_or_written_by_hand_is_told(tmp_path: Path) -> None:
    text = text_of(
        ADDRESSES,
        ReleasedRows((ReleasedRow("om/", 1, DAY, about="content/om.md"), ReleasedRow("kalender/2020-01/", 1, DAY))),
    )
    root = tiny(tmp_path, {ADDRESSES.file: text})
    lost = [finding for finding in prepare(root, DAY).findings if finding.rule == "adress-försvunnen"]
    assert [(finding.place.line, finding.message, finding.remedy) for finding in lost] == [
        (
            2,
            "Adressen /kalender/2020-01/ är utgiven sedan 2026-11-22 men finns inte längre.",
            "lägg tillbaka det som gav sidan: adresser som har utgivits behålls för alltid.",
        ),
        (
            3,
            "Adressen /om/ är utgiven sedan 2026-11-22 men finns inte längre.",
            "lägg tillbaka content/om.md: adresser som har utgivits behålls för alltid.",
        ),
    ]


MEETING = "meetings/prov/2026-11-26"
ROWS = "beslut:\n  - datum: 2026-10-07\n    diarienummer: PRO/2026:9\n    beslut: {}\n---\n"
LIST = f"{MEETING}/delegationsbeslut/2026-10-parken.md"
LIST_REMEDY = "behåll filnamnet och skriv tillbakadragen: ÅÅÅÅ-MM-DD och skäl i filen."
TAKEN_AWAY = (
    "Är ärendet eller en rad i en delegationslista borttagen: lägg tillbaka den; en rad som ska dras tillbaka behåller "
    "datum och diarienummer, med beslut: Beslutet visas inte."
)


def released(root: Path) -> Path:
    """A project whose item, attachment, case and delegation list are out."""
    tiny(root, {LIST: "---\nenhet: Parken\nmånad: 2026-10\n" + ROWS.format("Spadar")})
    assert main(["utgivet", "--katalog", str(root), "--idag", TODAY, "--skriv"]) == 0
    return root


def lost_of(root: Path) -> list[str]:
    """What is lost, with its remedies; nothing else is wrong."""
    found = [finding for finding in prepare(root, DAY).findings if finding.level is Level.ERROR]
    assert {finding.rule for finding in found} <= {"adress-försvunnen"}, found
    return [f"{finding.message.split()[1]} {finding.remedy}" for finding in found]


def test_everything_that_is_out_can_be_withdrawn(tmp_path: Path) -> None:
    root = released(tmp_path)
    withdrawn = "---\ndiarienummer: PRO/2026:7\npubliceras: nej\nskäl: sekretess\ntillbakadragen: 2026-11-22\n"
    projects.write(root, f"{MEETING}/01-cykelplan.md", f"{withdrawn}bilagor:\n  - fil: karta.csv\n---\n")
    (root / f"{MEETING}/bilagor/karta.csv").unlink()
    hidden = "---\nenhet: Parken\nmånad: 2026-10\ntillbakadragen: 2026-11-22\nskäl: sekretess\n"
    projects.write(root, LIST, hidden + ROWS.format("Beslutet visas inte"))
    assert lost_of(root) == []
    prepared = prepare(root, DAY)
    gone = {"prov/2026-11-26/bilagor/karta.csv"}
    whole = prepared.expected("https://prov.example.se/arkiv/")
    assert prepared.archive.released.addresses.latest.keys() - whole.released == gone
    assert not gone & whole.files
    assert prepared.fresh == Released()


def test_what_is_taken_away_tells_how_to_withdraw_it(tmp_path: Path) -> None:
    root = released(tmp_path)
    shutil.rmtree(root / MEETING / "bilagor")
    shutil.rmtree(root / MEETING / "delegationsbeslut")
    text = (root / f"{MEETING}/01-cykelplan.md").read_text("utf-8")
    projects.write(root, f"{MEETING}/01-cykelplan.md", text.replace("    fil: karta.csv\n", ""))
    how = "behåll bilagans rad fil och skriv tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl under den."
    karta = f"{MEETING}/bilagor/karta.csv"
    assert lost_of(root) == [
        f"/prov/2026-11-26/bilagor/karta.csv ta tillbaka {karta}: git restore {karta}. Ska handlingen dras tillbaka: {how}",
        f"/prov/delegationsbeslut/2026-10-parken/ ta tillbaka {LIST}: git restore {LIST}. "
        f"Ska handlingen dras tillbaka: {LIST_REMEDY}",
    ]


def test_a_corrected_case_number_leaves_the_wrong_one_beside_it(tmp_path: Path) -> None:
    root = released(tmp_path)
    file = root / f"{MEETING}/01-cykelplan.md"
    right = file.read_text("utf-8").replace("PRO/2026:7", "PRO/2026:8")
    projects.write(root, f"{MEETING}/01-cykelplan.md", right)
    assert lost_of(root) == [
        "/arenden/prov-pro-2026-7/ är diarienumret rättat: låt numret PRO/2026:7 stå kvar under andra_diarienummer i "
        f"{MEETING}/01-cykelplan.md (organ: prov, nummer: PRO/2026:7). {TAKEN_AWAY}"
    ]
    other = "diarienummer: PRO/2026:8\nandra_diarienummer:\n  - organ: prov\n    nummer: PRO/2026:7\n"
    projects.write(root, f"{MEETING}/01-cykelplan.md", right.replace("diarienummer: PRO/2026:8\n", other))
    assert lost_of(root) == []


def test_a_case_of_no_known_series_is_told_without_its_number(tmp_path: Path) -> None:
    rows = ReleasedRows((ReleasedRow("arenden/prov-annan-serie-4/", 1, DAY, about=f"{MEETING}/01-cykelplan.md"),))
    root = tiny(tmp_path, {ADDRESSES.file: text_of(ADDRESSES, rows)})
    assert lost_of(root) == [
        "/arenden/prov-annan-serie-4/ är diarienumret rättat: låt det gamla numret stå kvar under andra_diarienummer i "
        f"{MEETING}/01-cykelplan.md (organ: och nummer:). {TAKEN_AWAY}"
    ]


def test_an_empty_record_is_one_finding_and_not_one_for_each_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = dt.date(2026, 11, 20)
    notices = text_of(NOTICES, ReleasedRows((ReleasedRow("anslagstavla/prov-x/", 1, day, about="2026-12-11"),)))
    addresses = text_of(ADDRESSES, ReleasedRows((ReleasedRow("prov/", 1, day, about="meetings/prov/organ.md"),)))
    index = "---\ntitle: Start\n---\n\n# Välkommen\n"
    root = tiny(tmp_path, {ADDRESSES.file: addresses, NOTICES.file: notices, "content/index.md": index})
    shutil.rmtree(root / "meetings/prov")
    told = (
        "meetings: fel[arkivet-saknas]: Mappen meetings är tom: inget organ finns i den.\n"
        "  Gör så här: hämta tillbaka den ur git (git restore meetings), eller börja ett nytt arkiv med klubbat init.\n\n"
    )
    assert main(["kontrollera", "--katalog", str(root), "--idag", TODAY]) == 1
    assert capsys.readouterr().out.startswith(f"{told}1 fel i ")
    assert main(["bygg", "--katalog", str(root), "--idag", TODAY, "--tyst"]) == 1
    assert capsys.readouterr().err.startswith(f"{told}1 fel i ")


def test_every_address_ever_released_is_still_given() -> None:
    prepared = prepare(ROOT, DAY)
    released = prepared.archive.released.addresses.latest
    assert released.keys() - prepared.addresses.keys() == set()
    assert len(released) > 200


@pytest.mark.parametrize("day", ["2026-11-23 (Monday)", "2026-12-24 (Thursday)", "2031-06-06 (Friday)"])
def test_no_address_comes_or_goes_with_the_day(day: str) -> None:
    then = dt.date.fromisoformat(day[:10])
    assert set(prepare(ROOT, then).addresses) == set(prepare(ROOT, DAY).addresses)
