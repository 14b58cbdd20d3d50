"""Letters: a mail program reads in them what the meeting's page says, and nobody sees who else got them."""

from __future__ import annotations

import datetime as dt
import email
import shutil
import subprocess
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.exports.pdf import documents
from build_scripts.letters.draft import Draft
from build_scripts.letters.meeting import letters
from build_scripts.letters.recipients import Recipients, read
from build_scripts.project import WrongUse
from macros.facts.day import Day
from macros.pages.build import promises
from tests.checks.case import SOUND
from tests.exports.pdf_files import ReadPdf
from tests.pages.held import HELD
from tests.pages.records import SMALL, record
from tests.pages.test_withheld import FILES, ITEM_PATH, SECRET
from tests.site.projects import tiny, write

ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"
SITE = "https://arkiv.example.se/"
RECIPIENTS = Recipients(
    (
        ("parknamnden", "ledamot", "alma@example.se"),
        ("parknamnden", "ersättare", "eva@example.se"),
        ("parknamnden", "presidium", "alma@example.se"),
        ("parknamnden", "sekreterare", "kansli@example.se"),
        ("annan", "ledamot", "nagon@example.se"),
    )
)


def written(root: Path, files: dict[str, str], meeting: str, today: str, *, papers: bool = True) -> list[EmailMessage]:
    """The letters of a meeting, as a mail program reads them."""
    archive = record(root, files)
    facts = Day(archive.without_drafts, dt.date.fromisoformat(today))
    found = archive.meeting("parknamnden", meeting)
    assert found is not None
    made = documents.files(facts, promises(facts), root, SITE) if papers else {}
    return [opened(one.content()) for one in letters(facts, found, SITE, RECIPIENTS, made)]


def opened(content: bytes) -> EmailMessage:
    """A letter as a mail program reads it."""
    letter = email.message_from_bytes(content, policy=default)
    assert isinstance(letter, EmailMessage)
    assert not letter.defects
    return letter


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body()
    assert body is not None
    return str(body.get_content())


def test_the_call(tmp_path: Path) -> None:
    (letter,) = written(tmp_path, SMALL, "2026-03-12", "2026-03-02")
    assert letter["Subject"] == "Kallelse: Parknämnden torsdag 12 mars 2026"
    assert letter["To"] == "registrator@ekstad.example.se"
    assert letter["Bcc"] == "alma@example.se, eva@example.se"
    assert letter["X-Unsent"] == "1"
    assert letter["Date"] is None
    assert text_of(letter).splitlines()[:7] == [
        "Parknämnden, Ekstads kommun",
        "Sammanträde torsdag 12 mars 2026",
        "Kl. 18.30, Rådhuset, sal 2",
        "",
        "Föredragningslista",
        "1. Plan för träd",
        "   Beslutsärende, PN/2026:7",
    ]
    assert "https://arkiv.example.se/parknamnden/2026-03-12/" in text_of(letter)
    (attached,) = letter.iter_attachments()
    assert attached.get_filename() == "parknamnden-2026-03-12-handlingar.pdf"
    assert attached.get_content().startswith(b"%PDF-")


def test_without_papers_the_documents_are_led_to(tmp_path: Path) -> None:
    (letter,) = written(tmp_path, SMALL, "2026-03-12", "2026-03-02", papers=False)
    assert not list(letter.iter_attachments())
    assert "https://arkiv.example.se/pdf/parknamnden/2026-03-12/parknamnden-2026-03-12-handlingar.pdf" in text_of(
        letter
    )


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (written(tmp_path / name, SMALL, "2026-03-12", "2026-03-02") for name in ("a", "b"))
    assert [one.as_bytes() for one in first] == [one.as_bytes() for one in second]


def test_what_is_withheld_is_in_no_letter(tmp_path: Path) -> None:
    secret = SECRET.format(publication="maskat", reason="sekretess")
    (letter,) = written(tmp_path, {**SMALL, **FILES, ITEM_PATH: secret}, "2026-03-12", "2026-03-02", papers=False)
    assert "Ärendet visas inte" in text_of(letter)
    assert "hemlig" not in text_of(letter).lower()


def test_a_cancelled_meeting_says_so_and_why(tmp_path: Path) -> None:
    call = "---\ndatum: 2026-03-12\ntid: 18:30\nplats: Rådhuset\nläge: inställt\nskäl: För få ärenden.\n---\n"
    files = {**SMALL, "parknamnden/2026-03-12/kallelse.md": call}
    (letter,) = written(tmp_path, files, "2026-03-12", "2026-03-02")
    assert letter["Subject"] == "Inställt: Parknämnden torsdag 12 mars 2026"
    assert "Sammanträdet är inställt. Skäl: För få ärenden." in text_of(letter)
    assert not list(letter.iter_attachments())


def test_approved_minutes(tmp_path: Path) -> None:
    (letter,) = written(tmp_path, HELD, "2026-02-12", "2026-03-02")
    assert letter["Subject"] == "Justerat protokoll: Parknämnden 12 februari 2026"
    assert letter["Bcc"] == "alma@example.se, eva@example.se"
    text = text_of(letter)
    assert "justerat torsdag 26 februari 2026" in text
    assert "https://arkiv.example.se/parknamnden/2026-02-12/protokoll/" in text
    assert [one.get_filename() for one in letter.iter_attachments()] == ["parknamnden-2026-02-12-protokoll.pdf"]


def run(root: Path, *words: str) -> int:
    return main(["utskick", "prov", "2026-11-26", "--katalog", str(root), *words])


def test_the_command_writes_the_letters_beside_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    assert run(root, "--idag", "2026-11-20") == 0
    told = capsys.readouterr().out
    assert "utskick/adresser.csv finns inte" in told
    assert "(ingen mottagare)" in told
    write(root, "utskick/adresser.csv", "organ;roll;e-post\nprov;ledamot;a@example.se\nprov;övrig;b@example.se\n")
    assert run(root, "--idag", "2026-11-20") == 0
    told = capsys.readouterr().out
    assert "(2 mottagare)" in told
    assert "Inget är skickat" in told
    written = sorted(file.name for file in (root / "utskick/prov-2026-11-26").iterdir())
    assert written == ["kallelse.eml", "prov-2026-11-26-handlingar.pdf"]


def test_minutes_that_are_to_be_approved_have_a_line_for_each_who_signs(tmp_path: Path) -> None:
    root = tmp_path / "arkiv"
    shutil.copytree(SOUND, root)
    minutes = root / "meetings/testnamnden/2026-02-05/protokoll.md"
    text = minutes.read_text("utf-8")
    cut = text.index("    justerat: 2026-02-12\n")
    minutes.write_text(f"{text[:cut]}sekreterare: Nämndsekreterare\n---\n", "utf-8")
    command = ["utskick", "testnamnden", "2026-02-05", "--katalog", str(root), "--idag", "2026-02-16"]
    assert main(command) == 0
    folder = root / "utskick/testnamnden-2026-02-05"
    assert sorted(one.name for one in folder.iterdir()) == ["protokoll-att-justera.eml", "protokoll-att-justera.pdf"]
    letter = opened((folder / "protokoll-att-justera.eml").read_bytes())
    assert "§§ 4–8: justeras senast torsdag 19 februari 2026." in text_of(letter)
    paper = ReadPdf((folder / "protokoll-att-justera.pdf").read_bytes())
    assert paper.claims == {"UA-1", "A-2A"}
    said = " ".join(" ".join(paper.pages).split())
    assert "Nämnden öppnar badhuset varje dag." in said
    assert "§ 7 står inte här: den justeras ur ärendesystemet." in said
    assert "Nämndsekreterare Anna Ask, ordförande Bo Berg, justerare" in said
    assert "Justerat" not in said
    assert main([*command, "--utan-pdf"]) == 2


def test_a_meeting_that_there_is_nothing_to_say_of_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    assert run(root, "--idag", "2026-12-20") == 2
    assert "har inget att skicka" in capsys.readouterr().err
    assert not (root / "utskick").exists()


def test_a_record_with_errors_gives_no_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    write(root, ITEM, (root / ITEM).read_text("utf-8").replace("PRO/2026:7", "PRO-2026/7"))
    assert run(root, "--idag", "2026-11-20") == 1
    assert "fel[diarienummer-form]" in capsys.readouterr().err


FAULTS = [
    ("parknamnden;ledamot", "adresser.csv, rad 1: raden ska ha organ, roll och e-post"),
    ("parknamnden;ledamoter;a@example.se", '"ledamoter" är ingen roll. Menade du ledamot?'),
    ("parknamnden;ledamot;a.example.se", '"a.example.se" är ingen e-postadress'),
    ("parknamnden;ledamot;a@example.se, b@example.se", "är ingen e-postadress"),
]


@pytest.mark.parametrize(("line", "said"), FAULTS)
def test_a_line_that_cannot_be_used_is_told(tmp_path: Path, line: str, said: str) -> None:
    write(tmp_path, "utskick/adresser.csv", f"{line}\n")
    with pytest.raises(WrongUse) as wrong:
        read(tmp_path, None)
    assert said in str(wrong.value)


def test_a_table_in_git_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "adresser.csv", "parknamnden;ledamot;a@example.se\n")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "add", "adresser.csv"], check=True)
    with pytest.raises(WrongUse, match="ligger i git"):
        read(tmp_path, tmp_path / "adresser.csv")


def test_a_title_cannot_add_a_line_to_the_head() -> None:
    letter = opened(Draft("a.eml", "Ämne Bcc: annan@example.se " * 9, "Text: å ä ö – §").content())
    assert letter["Bcc"] is None
    assert text_of(letter) == "Text: å ä ö – §\r\n" or text_of(letter) == "Text: å ä ö – §\n"


def test_each_role_is_reminded_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schedule = SMALL["parknamnden/sammantradesordning/2026.md"].replace(
        "    slag: deadline\n", "    slag: deadline\n    för: Handläggare\n"
    )
    root = tmp_path / "arkiv"
    record(root, {**SMALL, "parknamnden/sammantradesordning/2026.md": schedule})
    write(root, "utskick/adresser.csv", "parknamnden;sekreterare;kansli@example.se\n")
    folder = tmp_path / "ut"
    assert main(["läge", "--katalog", str(root), "--idag", "2026-03-02", "--utskick", str(folder)]) == 0
    found = {file.name: opened(file.read_bytes()) for file in folder.iterdir()}
    assert sorted(found) == ["parknamnden-sekreterare.eml", "parknamnden-tjansteperson.eml"]
    assert found["parknamnden-sekreterare.eml"]["Bcc"] == "kansli@example.se"
    assert found["parknamnden-tjansteperson.eml"]["Bcc"] is None
    official = text_of(found["parknamnden-tjansteperson.eml"])
    assert "måndag 2 mars kl. 12.00 (i dag): Sista dag för handlingar (sammanträdet 12 mars 2026)" in official
    assert "Kallelsen skickas" not in official
    assert "Inget är skickat" in capsys.readouterr().out


def test_an_address_of_two_roles_gets_one_letter() -> None:
    recipients = Recipients(
        (("a", "ledamot", "x@example.se"), ("a", "övrig", "x@example.se"), ("b", "ledamot", "y@example.se"))
    )
    assert recipients.of("a", ("ledamot", "övrig")) == ("x@example.se",)
