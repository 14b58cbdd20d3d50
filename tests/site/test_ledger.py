"""The ledger only grows, and an address in it never dies."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.site.ledgers import ReleasedAddress, append, new_addresses, released_addresses
from build_scripts.site.prepared import prepare
from macros.finding import Level, as_text
from macros.record.ledgers import ADDRESSES
from tests.site.projects import ROOT, TODAY, tiny, write

DAY = dt.date.fromisoformat(TODAY)
RESTORE = (
    "hämta tillbaka adresser.tsv ur git (git restore adresser.tsv); raderna skrivs bara av klubbat adresser --skriv."
)
HEAD = "adress\tslag\tförst_utgiven\n"


def test_a_project_without_a_ledger_has_released_nothing(tmp_path: Path) -> None:
    assert released_addresses(tmp_path) == ((), [])


def test_what_is_appended_is_read_again(tmp_path: Path) -> None:
    first, second = ReleasedAddress("", "Sida", DAY), ReleasedAddress("avux/", "Organ", DAY)
    append(tmp_path, ADDRESSES, [first])
    begun = (tmp_path / "adresser.tsv").read_bytes()
    append(tmp_path, ADDRESSES, [second])
    assert (tmp_path / "adresser.tsv").read_bytes() == begun + b"avux/\tOrgan\t2026-11-22\n"
    assert released_addresses(tmp_path) == (
        (ReleasedAddress("", "Sida", DAY, 2), ReleasedAddress("avux/", "Organ", DAY, 3)),
        [],
    )


def test_new_addresses_come_in_order_and_once_released_never_again() -> None:
    given = [("b/", "Organ"), ("a/", "Organ"), ("c/", "Organ")]
    fresh = new_addresses([ReleasedAddress("c/", "Organ", DAY)], given, DAY)
    assert [str(entry) for entry in fresh] == ["a/\tOrgan\t2026-11-22", "b/\tOrgan\t2026-11-22"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff", f"adresser.tsv: fel[adresslista]: Filen är inte sparad som UTF-8.\n  Gör så här: {RESTORE}"),
        (
            b"avux/\tOrgan\t2026-11-22\n",
            "adresser.tsv:1:1: fel[adresslista]: Första raden är inte kolumnernas namn.\n"
            f"  1 | avux/\tOrgan\t2026-11-22\n    | ^\n  Gör så här: {RESTORE}",
        ),
        (
            (HEAD + "avux/\tOrgan\t2026-11-22\navux/ 2026-11-22\n").encode(),
            "adresser.tsv:3:1: fel[adresslista]: Raden är inte adress, slag och datum med tabb emellan.\n"
            f"  3 | avux/ 2026-11-22\n    | ^^^^^^^^^^^^^^^^\n  Gör så här: {RESTORE}",
        ),
        (
            (HEAD + "avux/\tOrgan\t2026-11-31\n").encode(),
            "adresser.tsv:2:1: fel[adresslista]: Raden är inte adress, slag och datum med tabb emellan.\n"
            f"  2 | avux/\tOrgan\t2026-11-31\n    | {'^' * 22}\n  Gör så här: {RESTORE}",
        ),
        (
            (HEAD + "avux/\t\t2026-11-22\n").encode(),
            "adresser.tsv:2:1: fel[adresslista]: Raden är inte adress, slag och datum med tabb emellan.\n"
            f"  2 | avux/\t\t2026-11-22\n    | {'^' * 17}\n  Gör så här: {RESTORE}",
        ),
        (
            (HEAD + "\navux/\tOrgan\t2026-11-22\n").encode(),
            "adresser.tsv:2:1: fel[adresslista]: Raden är inte adress, slag och datum med tabb emellan.\n"
            f"  Gör så här: {RESTORE}",
        ),
    ],
    ids=["not UTF-8", "no head", "spaces for tabs", "no such day", "no kind", "empty line"],
)
def test_a_broken_ledger_is_a_finding(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "adresser.tsv").write_bytes(content)
    assert [as_text(finding) for finding in released_addresses(tmp_path)[1]] == [expected]


def test_the_command_lists_writes_and_then_has_nothing_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    command = ["adresser", "--katalog", str(root), "--idag", TODAY]
    assert main(command) == 0
    listed = capsys.readouterr().out
    assert "prov/2026-11-26/cykelplan/\tÄrende\t2026-11-22\n" in listed
    assert "prov/2026-11-26/bilagor/karta.csv\tBilaga\t2026-11-22\n" in listed
    assert listed.startswith("\tSida\t2026-11-22\n")
    assert not (root / "adresser.tsv").exists()

    assert main([*command, "--skriv"]) == 0
    assert (root / "adresser.tsv").read_text("utf-8") == HEAD + listed
    capsys.readouterr()
    assert main([*command, "--skriv"]) == 0
    assert capsys.readouterr().out == f"Inga nya adresser: adresser.tsv har alla {listed.count(chr(10))}.\n"
    assert (root / "adresser.tsv").read_text("utf-8") == HEAD + listed


def test_a_lost_address_stops_everything_and_names_the_file_that_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tiny(tmp_path)
    command = ["adresser", "--katalog", str(root), "--idag", TODAY, "--skriv"]
    main(command)
    before = (root / "adresser.tsv").read_bytes()
    meeting = root / "meetings/prov/2026-11-26"
    (meeting / "01-cykelplan.md").rename(meeting / "01-cykelplanen.md")
    capsys.readouterr()
    assert main(command) == 1
    written = capsys.readouterr().err
    assert (
        "fel[adress-försvunnen]: Adressen /prov/2026-11-26/cykelplan/ har varit utgiven sedan 2026-11-22 men finns inte längre.\n"
    ) in written
    assert (
        "  Gör så här: meetings/prov/2026-11-26/01-cykelplanen.md har troligen bytt namn eller plats: "
        "ge filen tillbaka den plats som adressen visar. Ska handlingen dras tillbaka: behåll filnamnet och skriv "
        "tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl i filen.\n"
    ) in written
    assert written.endswith("1 fel och 1 varning i 5 filer.\n")
    assert (root / "adresser.tsv").read_bytes() == before


def test_a_lost_address_without_a_likely_file(tmp_path: Path) -> None:
    root = tiny(tmp_path, {"adresser.tsv": HEAD + "helt/annat/\tÄrende\t2020-01-02\n"})
    lost = [finding for finding in prepare(root, DAY).findings if finding.rule == "adress-försvunnen"]
    assert [as_text(finding) for finding in lost] == [
        "adresser.tsv:2:1: fel[adress-försvunnen]: "
        "Adressen /helt/annat/ har varit utgiven sedan 2020-01-02 men finns inte längre.\n"
        f"  2 | helt/annat/\tÄrende\t2020-01-02\n    | {'^' * 11}\n"
        "  Gör så här: lägg tillbaka filen som gav sidan: adresser som har publicerats behålls för alltid. "
        "Ska handlingen dras tillbaka: behåll filnamnet och skriv tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl i filen."
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
    assert main(["adresser", "--katalog", str(root), "--idag", TODAY, "--skriv"]) == 0
    return root


def lost_of(root: Path) -> list[str]:
    """What is lost, with its remedies; nothing else is wrong."""
    found = [finding for finding in prepare(root, DAY).findings if finding.level is Level.ERROR]
    assert {finding.rule for finding in found} <= {"adress-försvunnen"}, found
    return [f"{finding.message.split()[1]} {finding.remedy}" for finding in found]


def test_everything_that_is_out_can_be_withdrawn(tmp_path: Path) -> None:
    root = released(tmp_path)
    withdrawn = "---\ndiarienummer: PRO/2026:7\npubliceras: nej\nskäl: sekretess\ntillbakadragen: 2026-11-22\n"
    write(root, f"{MEETING}/01-cykelplan.md", f"{withdrawn}bilagor:\n  - fil: karta.csv\n---\n")
    (root / f"{MEETING}/bilagor/karta.csv").unlink()
    hidden = "---\nenhet: Parken\nmånad: 2026-10\ntillbakadragen: 2026-11-22\nskäl: sekretess\n"
    write(root, LIST, hidden + ROWS.format("Beslutet visas inte"))
    assert lost_of(root) == []
    prepared = prepare(root, DAY)
    gone = {"prov/2026-11-26/bilagor/karta.csv"}
    whole = prepared.expected("https://prov.example.se/arkiv/")
    assert {entry.address for entry in prepared.released} - whole.released == gone
    assert not gone & whole.files
    assert prepared.new_addresses == ()


def test_what_is_taken_away_tells_how_to_withdraw_it(tmp_path: Path) -> None:
    root = released(tmp_path)
    shutil.rmtree(root / MEETING / "bilagor")
    shutil.rmtree(root / MEETING / "delegationsbeslut")
    text = (root / f"{MEETING}/01-cykelplan.md").read_text("utf-8")
    write(root, f"{MEETING}/01-cykelplan.md", text.replace("    fil: karta.csv\n", ""))
    back = "lägg tillbaka filen som gav sidan: adresser som har publicerats behålls för alltid."
    told = lost_of(root)
    assert f"/prov/delegationsbeslut/ {back} Ska handlingen dras tillbaka: {LIST_REMEDY}" in told
    assert f"/prov/delegationsbeslut/2026-10-parken/ {back} Ska handlingen dras tillbaka: {LIST_REMEDY}" in told
    assert (
        f"/prov/2026-11-26/bilagor/karta.csv {back} Ska handlingen dras tillbaka: behåll bilagans rad fil och skriv "
        "tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl under den."
    ) in told


def test_a_corrected_case_number_leaves_the_wrong_one_beside_it(tmp_path: Path) -> None:
    root = released(tmp_path)
    file = root / f"{MEETING}/01-cykelplan.md"
    right = file.read_text("utf-8").replace("PRO/2026:7", "PRO/2026:8")
    write(root, f"{MEETING}/01-cykelplan.md", right)
    assert lost_of(root) == [
        "/arenden/prov-pro-2026-7/ är diarienumret rättat: låt numret PRO/2026:7 stå kvar under andra_diarienummer i "
        f"{MEETING}/01-cykelplan.md (organ: prov, nummer: PRO/2026:7). {TAKEN_AWAY}"
    ]
    other = "diarienummer: PRO/2026:8\nandra_diarienummer:\n  - organ: prov\n    nummer: PRO/2026:7\n"
    write(root, f"{MEETING}/01-cykelplan.md", right.replace("diarienummer: PRO/2026:8\n", other))
    assert lost_of(root) == []


def test_a_case_of_no_known_series_is_told_without_its_number(tmp_path: Path) -> None:
    root = tiny(tmp_path, {"adresser.tsv": f"{HEAD}arenden/prov-annan-serie-4/\tDiarieärende\t2020-01-02\n"})
    assert lost_of(root) == [
        "/arenden/prov-annan-serie-4/ är diarienumret rättat: låt det gamla numret stå kvar under andra_diarienummer i "
        f"{MEETING}/01-cykelplan.md (organ: och nummer:). {TAKEN_AWAY}"
    ]


def test_an_empty_record_is_one_finding_and_not_one_for_each_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notices = "adress\tanslaget\tsista_dag\tavtryck\nanslagstavla/prov-x/\t2026-11-20\t2026-12-11\t0123456789abcdef\n"
    index = "---\ntitle: Start\n---\n\n# Välkommen\n"
    root = tiny(tmp_path, {"adresser.tsv": f"{HEAD}prov/\tOrgan\t2020-01-02\n", "content/index.md": index})
    (root / "anslag.tsv").write_text(notices, encoding="utf-8")
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
    released, findings = released_addresses(ROOT)
    assert findings == []
    given = set(prepare(ROOT, DAY).addresses())
    assert [str(entry) for entry in released if (entry.address, entry.kind) not in given] == []
    assert len(released) > 200


@pytest.mark.parametrize("day", ["2026-11-23 (Monday)", "2026-12-24 (Thursday)", "2031-06-06 (Friday)"])
def test_no_address_comes_or_goes_with_the_day(day: str) -> None:
    then = dt.date.fromisoformat(day[:10])
    assert set(prepare(ROOT, then).addresses()) == set(prepare(ROOT, DAY).addresses())
