"""What is official of a body: everything that its files say of functions and of the elected, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.guard.official import Official, of_all, official_of, telephone
from macros.record.archive import Archive
from macros.record.reading import read
from tests.checks.case import SOUND

ORGAN = """\
kontakt:
  postadress: Box 1, Postgatan 2, 123 45 Provköping
  besöksadress: Besöksvägen 3 B, Sidogränden 4, Provköping
  telefon: 08-530 610 00
  e-post: Namnden@Prov.example.se
registrator:
  besöksadress: Registratorsgatan 5
  telefon: 08-530 610 01
  e-post: registrator@gmail.com
officiella_uppgifter:
  telefon: [+46 (0)70-174 06 05, 0046 70 174 06 06]
  adresser: [Lokalvägen 6, Hallvägen 7, Byn]
  e-post: [Jour@hotmail.com, vakt@telia.com]
  e-postdomäner: ['@Polisen.example.org', region.example.org]
"""
APPEAL = """\
  domstol: Förvaltningsrätten i Provköping
  adress: Domstolsgatan 8, 123 46 Provköping
  e-post: ratten@dom.example.net
"""


def _archive(root: Path, more: str, appeal: str) -> Archive:
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    organ = root / "meetings/testnamnden/organ.md"
    text = organ.read_text(encoding="utf-8").replace("  domstol: Förvaltningsrätten i Provköping\n", appeal)
    organ.write_text(text.replace("---\n", f"---\n{more}", 1), encoding="utf-8")
    item = root / "meetings/testnamnden/2026-03-12/01-cykelplan.md"
    text = item.read_text(encoding="utf-8").replace("slag: beslut\n", "")
    movers = "slag: motion\nmotionärer: [Moa Motion, Mats Motion]\n"
    item.write_text(text.replace("---\n", f"---\n{movers}", 1), encoding="utf-8")
    summons = root / "meetings/testnamnden/2026-03-12/kallelse.md"
    summons.write_text(
        summons.read_text(encoding="utf-8").replace("---\n", "---\nordförande: Ove Ordförande\n", 1), encoding="utf-8"
    )
    archive, findings = read(root)
    assert [finding.message for finding in findings] == []
    return archive


ELECTED = {
    "anna ask",
    "bo berg",
    "cia dahl",
    "david ek",
    "eva fors",
    "frida gran",
    "gustav hed",
    "hanna is",
    "ivar jung",
    "karin lund",
    "moa motion",
    "mats motion",
    "ove ordförande",
}


def test_everything_that_the_files_say_is_official(tmp_path: Path) -> None:
    archive = _archive(tmp_path, ORGAN, APPEAL)
    told = official_of(archive.bodies[0])
    assert told.numbers == {"0853061000", "0853061001", "0701740605", "0701740606"}
    assert told.streets == {
        *("box 1", "postgatan 2", "besöksvägen 3 b", "sidogränden 4", "registratorsgatan 5"),
        *("lokalvägen 6", "hallvägen 7", "domstolsgatan 8"),
    }
    assert told.mailboxes == {
        *("namnden@prov.example.se", "registrator@gmail.com", "ratten@dom.example.net"),
        *("jour@hotmail.com", "vakt@telia.com"),
    }
    assert told.domains == {"prov.example.se", "dom.example.net", "polisen.example.org", "region.example.org"}
    assert told.names == ELECTED
    assert of_all(archive.bodies) == told


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("  telefon: 08-530 610 00\n", Official(numbers=frozenset(("0853061000",)))),
        (
            "  e-post: namnden@prov.example.se\n",
            Official(mailboxes=frozenset(("namnden@prov.example.se",)), domains=frozenset(("prov.example.se",))),
        ),
        ("  postadress: Postgatan 2, 123 45 Provköping\n", Official(streets=frozenset(("postgatan 2",)))),
        ("  besöksadress: Besöksvägen 3 B\n", Official(streets=frozenset(("besöksvägen 3 b",)))),
    ],
)
@pytest.mark.parametrize("key", ["kontakt", "registrator"])
def test_a_contact_may_say_one_thing_alone(key: str, contact: str, told: Official, tmp_path: Path) -> None:
    archive = _archive(tmp_path, f"{key}:\n{contact}", "  domstol: Förvaltningsrätten i Provköping\n")
    assert official_of(archive.bodies[0]) == told | Official(names=frozenset(ELECTED))


def test_what_is_not_said_is_not_official(tmp_path: Path) -> None:
    archive = _archive(tmp_path, "", "  domstol: Förvaltningsrätten i Provköping\n")
    assert official_of(archive.bodies[0]) == Official(names=frozenset(ELECTED))


def test_the_elected_are_also_those_whom_the_minutes_name(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    board = tmp_path / "meetings/testnamnden"
    (board / "ledamoter.md").unlink()
    minutes = board / "2026-02-05/protokoll.md"
    text = minutes.read_text(encoding="utf-8").replace("ordförande: Anna Ask", "ordförande: Per Protokoll", 1)
    minutes.write_text(text, encoding="utf-8")
    names = official_of(read(tmp_path)[0].bodies[0]).names
    assert {"per protokoll", "bo berg", "eva fors", "frida gran", "gustav hed"} <= names
    assert "ivar jung" not in names


def test_what_is_official_to_either_is_to_both() -> None:
    sets = [frozenset((f"{n}", "x")) for n in range(10)]
    both = Official(*sets[:5]) | Official(*sets[5:])
    assert both == Official(*(frozenset((f"{n}", f"{n + 5}", "x")) for n in range(5)))


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("070-174 06 05", "0701740605"),
        ("+46 (0)70-174 06 05", "0701740605"),
        (" +46 70 174 06 05", "0701740605"),
        ("0046 70-174 06 05", "0701740605"),
        ("００４６70-174 06 05", "0701740605"),
        ("046-12 34 56", "046123456"),
        ("46 12 34", "461234"),
        ("+47 12 34", "471234"),
    ],
)
def test_a_number_is_one_however_it_is_written(written: str, digits: str) -> None:
    assert telephone(written) == digits
