"""`klubbat ny protokoll`: paragraphs from the agenda, everybody who may have been there, and the call marked as held."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.new.records import HOME, files, made, ny, shipped, sound

Out = pytest.CaptureFixture[str]


MINUTES = """\
---
# Alla som har uppdrag den dagen står här. Ta bort dem som inte var med.
# En ersättare som tjänstgjorde flyttas till tjänstgörande_ersättare: med namn: och för: (ledamoten).
närvarande:
  ordförande: Anna Ask
  ledamöter:
    - namn: Anna Ask
    - namn: Bo Berg
    - namn: Cia Dahl
    - namn: David Ek
    - namn: Eva Fors
  ersättare:
    - namn: Frida Gran
    - namn: Gustav Hed
    - namn: Hanna Is
    - namn: Karin Lund
sekreterare: Nämndsekreterare
# Utfall: enligt förslag, ändrat, avslag, återremiss, bordlagt, utgår eller noteras.
# Ett annat beslut än förslaget skrivs under beslut:, en sats per rad.
# Överklagande: utan nyckeln gäller laglighetsprövning. Kontrollera varje paragraf.
paragrafer:
  - nummer: 9
    punkt: Val av justerare
    utfall: noteras
    överklagande: kan inte överklagas
  - nummer: 10
    ärende: cykelplan
    utfall: enligt förslag
  - nummer: 11
    ärende: skolskjuts
    utfall: noteras
  - nummer: 12
    ärende: maskat-arende
    utfall: visas inte
# Skriv den som valdes till justerare. Bo Berg står här bara så länge.
# När det är justerat, senast 2026-03-26: skriv justerat: och dagen sist här.
# När det är anslaget: skriv anslag: och under det en rad - anslaget: med dagen.
justeringar:
  - paragrafer: 9-12
    justerare: Bo Berg
    förvaras: Kansliet
---
"""

BLANKS = "   "

SUMMONS = f"""\
---
datum: 2026-03-12
inledande_punkter:
  - namn: Upprop
  - namn: Val av justerare
    får_paragraf: ja
läge:   kallat{BLANKS}
anmärkning: läge kallat står kvar här
---
Välkommen,  läge: kallat.
"""


def test_minutes_from_the_agenda(tmp_path: Path, capsys: Out) -> None:
    files_ = {
        "2026-03-12/kallelse.md": SUMMONS,
        "2026-03-12/01-cykelplan.md": "---\nrubrik: Cykelplan\nförslag_till_beslut:\n  - Ja.\n---\n",
        "2026-03-12/03-maskat-arende.md": "---\npubliceras: maskat\nskäl: sekretess\n---\n",
        "2026-03-12/bilagor/plan.pdf": None,
    }
    root = sound(tmp_path, files_)
    before = files(root)
    assert ny(root, "protokoll", "testnamnden", "2026-03-12", idag="2026-03-13") == 0
    assert made(root, before) == {
        f"{HOME}/2026-03-12/protokoll.md": MINUTES,
        f"{HOME}/2026-03-12/kallelse.md": SUMMONS.replace("läge:   kallat", "läge:   genomfört"),
    }
    assert capsys.readouterr().out == (
        "Skapade\n"
        f"  {HOME}/2026-03-12/protokoll.md\n"
        "Ändrade\n"
        f"  {HOME}/2026-03-12/kallelse.md: läge: genomfört\n"
        "\n"
        "Att veta\n"
        "  - Protokollet har §§ 9–12.\n"
        "  - Bo Berg står som justerare bara så länge: skriv den som valdes.\n"
        "  - Ärenden som inte visas har bara sitt nummer. Skriv inget mer om dem: git är\n"
        "    offentligt.\n"
        "\n"
        "Gör så här nu\n"
        "  1. Gå igenom närvarande, utfall och beslut i\n"
        f"     {HOME}/2026-03-12/protokoll.md.\n"
        "  2. Låt protokollet justeras senast torsdag 26 mars 2026, och skriv då\n"
        "     justerat: med dagen.\n"
        "  3. Det som inte är justerat visas inte på webbplatsen.\n"
    )


def test_minutes_name_who_is_meant_of_two_of_one_name(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path, {"2026-03-12/kallelse.md": SUMMONS})
    file = root / HOME / "ledamoter.md"
    text = file.read_text("utf-8").replace("namn: Bo Berg\n", "namn: Bo Berg\n    särskiljs: Norra\n")
    file.write_text(text.replace("namn: Cia Dahl\n", "namn: Bo Berg\n    särskiljs: Södra\n"), "utf-8")
    words = ["protokoll", "testnamnden", "2026-03-12", "--justerare"]
    assert ny(root, *words, "Bo Berg", idag="2026-03-13") == 2
    assert "--justerare: Bo Berg kan vara Bo Berg (Norra) eller Bo Berg (Södra)." in capsys.readouterr().err
    assert ny(root, *words, "Bo Berg (Södra)", idag="2026-03-13") == 0
    made = (root / HOME / "2026-03-12/protokoll.md").read_text("utf-8")
    assert "    - namn: Bo Berg (Norra)\n    - namn: Bo Berg (Södra)\n" in made
    assert "    justerare: Bo Berg (Södra)\n" in made


def test_minutes_of_a_board_without_members_name_those_who_led_and_approve(tmp_path: Path) -> None:
    root = shipped(tmp_path, "avux")
    words = ["protokoll", "avux", "2017-09-14", "--ordforande", "Marcus Ekman", "--justerare", "Elsa Platshållare"]
    assert ny(root, *words) == 0
    text = (root / "meetings/avux/2017-09-14/protokoll.md").read_text("utf-8")
    assert "  - nummer: 1\n    ärende: delar-2\n    utfall: noteras\n" in text
    assert "    justerare: Elsa Platshållare\n" in text
    assert "bara så länge" not in text


def test_what_is_only_proposed_to_another_body_is_told_and_a_struck_item_has_no_paragraph(
    tmp_path: Path, capsys: Out
) -> None:
    item = "---\nrubrik: {}\nförslag_till_beslut:\n{}---\n"
    proposals = {
        "01-cykelplan": "  - Nämnden föreslår kommunfullmäktige att anta planen.\n",
        "02-skolskjuts": "  - Nämnden antar reglerna.\n  - Nämnden föreslår kommunstyrelsen att betala.\n",
        "03-taxa": "  - Nämnden antar taxan.\n",
        "04-bad": "  - Kommunfullmäktige ska svara för badet.\n",
    }
    files_ = {f"2026-03-12/{name}.md": item.format(name, text) for name, text in proposals.items()}
    files_ |= {"2026-03-12/02a-bro.md": "---\nrubrik: Bro\nutgår:\n  datum: 2026-03-10\n---\n"}
    root = sound(tmp_path, {**files_, "2026-03-12/kallelse.md": SUMMONS, "2026-03-12/bilagor/plan.pdf": None})
    assert ny(root, "protokoll", "testnamnden", "2026-03-12", idag="2026-03-13") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert [sentence.strip() for sentence in told.partition("Att veta")[2].split(" - ")][2:5] == [
        "§ 10 förbereder bara ett beslut: den föreslår något till kommunfullmäktige, och kan inte överklagas.",
        "§ 11 beslutar något och föreslår något till kommunstyrelsen. Bara det egna beslutet kan överklagas.",
        "§ 13 kan läsas både som ett beslut och som ett förslag. Skriv vem som beslutar.",
    ]
    text = (root / HOME / "2026-03-12/protokoll.md").read_text("utf-8")
    assert "ärende: taxa" in text
    assert "ärende: bro" not in text
