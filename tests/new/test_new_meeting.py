"""`klubbat ny sammanträde`: the folder with its call, its letter and the items that come every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.new.records import HOME, files, made, ny, shipped, sound

Out = pytest.CaptureFixture[str]


CALL = """\
---
datum: 2018-03-15
tid: 19:00
plats: Kommunhuset
# Byt till kallat när kallelsen är skickad, och skriv då kallelsens_datum: med dagen.
läge: planerat
ordförande: Marcus Ekman
inledande_punkter:
  - namn: Justering
  - namn: Förvaltningschefen informerar
gruppmöten:
  - grupp: Partigrupperna
    tid: 18:30
anmäl_förhinder:
  till: Nämndens sekreterare
# Brevet står under raden med streck. Datum inom {{ }} räknas ut ur sammanträdesordningen.
---
Arbetsmarknads- och vuxenutbildningsnämnden kallas till sammanträde. Det börjar kl. 19.00. Plats: Kommunhuset.

Partigrupperna samlas kl. 18.30.

## Anmäl förhinder

- Till: Nämndens sekreterare

## Före sammanträdet

- Deadline inför ordförandeberedning: {{ tidsfrist("deadline_ordförandeberedning") }}
- Ordförandeberedning: {{ tidsfrist("ordförandeberedning") }}
- Deadline inför nämndsammanträde: {{ tidsfrist("deadline_nämnd") }}
- Oppositionsberedning: {{ tidsfrist("oppositionsberedning") }}
- Facklig samverkan (Avsam): {{ tidsfrist("facklig_samverkan") }}
"""

REPORTED = """\
---
rubrik: Anmälningsärenden
# Skriv 2018 års nummer på nästa rad, och ta bort tecknet # där. Senast var det AVUX/2017:1.
# diarienummer: AVUX/2018:N
samlingsnummer: ja
slag: anmälan
förslag_till_beslut:
  - Nämnden har tagit del av informationen.
# Skriv texten under raden med streck: vad som anmäls till sammanträdet.
---
"""


def test_a_meeting_of_the_shipped_board(tmp_path: Path, capsys: Out) -> None:
    root = shipped(tmp_path, "avux")
    before = files(root)
    assert ny(root, "sammantrade", "avux", "2018-03-15") == 0
    assert capsys.readouterr().out == (
        "Skapade\n"
        "  meetings/avux/2018-03-15/kallelse.md\n"
        "  meetings/avux/2018-03-15/01-anmalningsarenden.md\n"
        "  meetings/avux/2018-03-15/02-anmalan-av-delegationsbeslut.md\n"
        "\n"
        "Att veta\n"
        "  - Punkter, gruppmöten och plats är som torsdag 14 september 2017.\n"
        "  - Anmälningsärenden: 2018 års diarienummer är inte känt och är utelämnat.\n"
        "    Skriv in det i filen. Senast var det AVUX/2017:1.\n"
        "  - Delegationsbeslut: 2018 års diarienummer är inte känt och är utelämnat.\n"
        "    Skriv in det i filen. Senast var det AVUX/2017:2.\n"
        "\n"
        "Gör så här nu\n"
        '  1. Lägg till ärenden: klubbat ny ärende avux 2018-03-15 "Rubriken".\n'
        "  2. Läs brevet i meetings/avux/2018-03-15/kallelse.md och skriv om det som inte\n"
        "     stämmer.\n"
        "  3. Skriv läge: kallat och kallelsens_datum: när kallelsen är skickad.\n"
    )
    new = made(root, before)
    assert new["meetings/avux/2018-03-15/kallelse.md"] == CALL
    assert new["meetings/avux/2018-03-15/01-anmalningsarenden.md"] == REPORTED
    assert len(new) == 3


def test_the_years_collective_number_is_taken_from_the_meetings_before(tmp_path: Path) -> None:
    root = shipped(tmp_path, "exempelnamnden", "exempel-ks")
    (root / "meetings/exempelnamnden/2026-12-17/kallelse.md").unlink()
    before = files(root)
    assert ny(root, "sammanträde", "exempelnamnden", "2026-12-17", idag="2026-11-27") == 0
    new = made(root, before)
    home = "meetings/exempelnamnden/2026-12-17"
    assert "diarienummer: EXN/2026:1\n" in new[f"{home}/01-anmalningsarenden.md"]
    assert "diarienummer: EXN/2026:2\n" in new[f"{home}/02-anmalan-av-delegationsbeslut.md"]
    assert '- Senast: {{ tidsfrist("anmäl_förhinder") }}\n' in new[f"{home}/kallelse.md"]
    assert (
        '## Efter sammanträdet\n\n- Justering av protokollet: {{ tidsfrist("justering") }}\n'
        in new[f"{home}/kallelse.md"]
    )


def test_an_extra_meeting_of_the_same_day_has_a_folder_of_its_own(tmp_path: Path) -> None:
    root = sound(tmp_path)
    assert (
        ny(root, "sammanträde", "testnamnden", "2026-03-12", "--slag", "extra", "--tid", "20:30", "--plats", "Sal B")
        == 0
    )
    text = (root / HOME / "2026-03-12-extra/kallelse.md").read_text("utf-8")
    assert "tid: 20:30\nplats: Sal B\n" in text
    assert "slag: extra\n" in text


OWN = """\
kallelsebrev: |-
  Hej!

  Handlingarna finns senast {{ tidsfrist("beredning") }}.
återkommande_ärenden:
  - rubrik: Förvaltningen informerar
  - rubrik: Ekonomisk uppföljning
    slag: uppföljning
    förslag_till_beslut:
      - Nämnden noterar uppföljningen.
påhittat: ja
"""


def test_a_body_has_its_own_letter_and_items_every_time(tmp_path: Path) -> None:
    root = sound(tmp_path)
    organ = root / HOME / "organ.md"
    organ.write_text(organ.read_text("utf-8").replace("påhittat: ja\n", OWN), "utf-8")
    assert ny(root, "sammanträde", "testnamnden", "2026-09-10") == 0
    home = root / HOME / "2026-09-10"
    assert (
        (home / "kallelse.md")
        .read_text("utf-8")
        .endswith('---\nHej!\n\nHandlingarna finns senast {{ tidsfrist("beredning") }}.\n')
    )
    assert [file.name for file in sorted(home.glob("0[3-9]*"))] == [
        "03-forvaltningen-informerar.md",
        "04-ekonomisk-uppfoljning.md",
    ]
    assert (home / "04-ekonomisk-uppfoljning.md").read_text("utf-8") == (
        "---\nrubrik: Ekonomisk uppföljning\nslag: uppföljning\nförslag_till_beslut:\n"
        "  - Nämnden noterar uppföljningen.\n---\n"
    )
