"""`klubbat ny`: what each word makes, that it is sound, that nothing is overwritten, and what is said when it cannot be."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.desk import asking
from tests.dates.examples import day
from tests.desk.records import HOME, errors, files, shipped, sound

TODAY = "2026-03-01"
Out = pytest.CaptureFixture[str]


def ny(root: Path, *words: str, idag: str = TODAY) -> int:
    return main(["ny", words[0], *words[1:], "--katalog", str(root), "--idag", idag])


def made(root: Path, before: dict[str, bytes]) -> dict[str, str]:
    """The files that are new, and those that changed."""
    return {name: content.decode() for name, content in files(root).items() if before.get(name) != content}


def test_a_year_of_the_shipped_board(tmp_path: Path, capsys: Out) -> None:
    root = shipped(tmp_path, "avux")
    before = files(root)
    assert ny(root, "år", "avux", "2019") == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "AVUX: förslag till sammanträden 2019\n"
        "  torsdag 17 januari    Vecka 3 som 2017 och 2018.\n"
        "  torsdag 14 februari   Vecka 7 som 2018; 2017 var det vecka 6. 4 veckor efter\n"
        "                        sammanträdet före.\n"
    )
    assert "\nAVUX: sammanträdesordning 2019 (föreslagen)\n\nSammanträde torsdag 17 januari 2019\n" in out
    assert "    → flyttad från måndag 31 december 2018: nyårsafton\n" in out
    assert out.endswith(
        "Skapade\n"
        "  meetings/avux/sammantradesordning/2019.md\n"
        "\n"
        "Att veta\n"
        "  - Ingen dag ligger i juli: inget tidigare år har haft sammanträde då.\n"
        "  - Avvikelserna 2018 är inte med: de gällde det årets dagar.\n"
        "  - Uppehållen i de stående mötena har flyttats till samma veckor eller datum.\n"
        "    Kontrollera dem.\n"
        "\n"
        "Gör så här nu\n"
        "  1. Läs meetings/avux/sammantradesordning/2019.md och rätta de dagar som ska\n"
        "     vara andra.\n"
        "  2. Se planen på nytt med klubbat plan avux 2019.\n"
        "  3. Skriv läge: beslutad och beslutad_i: när nämnden har beslutat.\n"
    )
    (text,) = made(root, before).values()
    days = [line.split(": ")[1] for line in text.splitlines() if line.startswith("  - datum: ")]
    assert days[0] == "2019-01-17"
    assert len(days) == 11
    assert text.startswith("---\når: 2019\n# Ett förslag. ")
    assert text.endswith("---\nFörslaget omfattar elva torsdagar. Dagarna ligger i samma veckor som 2018.\n")
    assert errors(root, day("Sunday 2026-03-01")) == []
    capsys.readouterr()
    assert main(["plan", "avux", "2019", "--katalog", str(root)]) == 0


CALL = """\
---
datum: 2018-03-15
tid: 19:00
plats: Botkyrka kommunhus
# Byt till kallat när kallelsen är skickad, och skriv då kallelsens_datum: med dagen.
läge: planerat
ordförande: Marcus Ekman (S)
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
Arbetsmarknads- och vuxenutbildningsnämnden kallas till sammanträde. Det börjar kl. 19.00. Plats: Botkyrka kommunhus.

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


ITEM = """\
---
rubrik: "Cykelplan: etapp 2"
slag: beslut
# Ta bort tecknet # och fyll i. Texten skrivs under raden med streck.
# diarienummer: TN/ÅÅÅÅ:N
# förslag_till_beslut:
#   - Nämnden ...
# handläggare: befattning, aldrig ett namn
# handlingens_datum: ÅÅÅÅ-MM-DD
# expedieras_till:
#   - den som ska få beslutet
---
"""


def test_an_item_of_a_planned_meeting(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path, {"2026-09-10/kallelse.md": "---\ndatum: 2026-09-10\nläge: planerat\n---\n"})
    assert ny(root, "ärende", "testnamnden", "2026-09-10", "Cykelplan: etapp 2") == 0
    assert (root / HOME / "2026-09-10/01-cykelplan-etapp-2.md").read_text("utf-8") == ITEM
    assert capsys.readouterr().out == (
        "Skapade\n"
        f"  {HOME}/2026-09-10/01-cykelplan-etapp-2.md\n"
        "\n"
        "Att veta\n"
        "  - Ärendet har inget diarienummer än. Skriv in det när det finns i diariet.\n"
        "\n"
        "Gör så här nu\n"
        "  1. Skriv tjänsteskrivelsen i\n"
        f"     {HOME}/2026-09-10/01-cykelplan-etapp-2.md, under raden med\n"
        "     streck.\n"
        "  2. Kontrollera med klubbat kontrollera.\n"
    )


LATE = """\
---
rubrik: Åtgärder
diarienummer: TN/2026:7
slag: remissvar
förslag_till_beslut:
  - Nämnden svarar ja.
  - "Svaret skickas: genast."
handläggare: Utredare
tillkom: kompletterande utskick
tillkom_datum: 2026-03-01
# Ta bort tecknet # och fyll i. Texten skrivs under raden med streck.
# handlingens_datum: ÅÅÅÅ-MM-DD
# expedieras_till:
#   - den som ska få beslutet
---
"""


def test_an_item_after_the_call_is_marked_as_late(tmp_path: Path) -> None:
    root = sound(tmp_path)
    options = ["--diarienummer", "TN/2026:7", "--slag", "remissvar", "--handlaggare", "Utredare"]
    options += ["--forslag", "Nämnden svarar ja.", "--förslag", "Svaret skickas: genast."]
    assert ny(root, "arende", "testnamnden", "2026-03-12", "Åtgärder", *options) == 0
    assert (root / HOME / "2026-03-12/03-atgarder.md").read_text("utf-8") == LATE


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Skolskjuts", "03-skolskjuts-2.md"),
        ("Protokoll", "03-protokoll-2.md"),
        ("2027 års budget", "03-2027-ars-budget.md"),
        ("???", "03-arende-3.md"),
        ("Svar på remiss om " + "ordning " * 12, "03-svar-pa-remiss-om-ordning-ordning-ordning-ordning-ordning.md"),
        ("x" * 90, f"03-{'x' * 60}.md"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str, tmp_path: Path) -> None:
    root = sound(tmp_path)
    assert ny(root, "ärende", "testnamnden", "2026-03-12", title) == 0
    assert (root / HOME / "2026-03-12" / name).is_file()


def test_a_masked_item_says_nothing(tmp_path: Path) -> None:
    root = sound(tmp_path)
    for _ in range(2):
        assert ny(root, "ärende", "testnamnden", "2026-03-12", "--maskat", "personuppgifter") == 0
    for name in ("03-maskat-arende.md", "04-maskat-arende-2.md"):
        text = (root / HOME / "2026-03-12" / name).read_text("utf-8")
        assert text == "---\nslag: beslut\npubliceras: maskat\nskäl: personuppgifter\n---\n"


TABLE = """\
Beslutsdatum;Delegationspunkt;Beslut;Diarienummer;Delegat;Namn
260203;A1;Skolskjuts beviljas;2026: 15;Handläggare;X
2026-02-04;A1;Skolskjuts avslås;TN/2026:9;Handläggare;X
i februari;A1;Skolskjuts;2026:16;Handläggare;X
"""

LIST = """\
---
enhet: Måltider
månad: 2026-02
inkommen: 2026-03-01
# Delegat är en befattning, aldrig ett namn.
beslut:
  - datum: 2026-02-03
    punkt: A1
    beslut: Skolskjuts beviljas
    löpnummer: 2026:15
    delegat: Handläggare
  - datum: 2026-02-04
    punkt: A1
    beslut: Skolskjuts avslås
    diarienummer: TN/2026:9
    delegat: Handläggare
---
"""


def test_a_list_from_a_file_with_a_row_that_cannot_be_read(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path / "arkiv")
    file = tmp_path / "lista.csv"
    file.write_bytes(TABLE.encode("cp1252"))
    words = ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Måltider", "--månad", "2026-02"]
    assert ny(root, *words, "--från", str(file), "--inkommen", TODAY) == 1
    assert (root / HOME / "2026-03-12/delegationsbeslut/2026-02-maltider.md").read_text("utf-8") == LIST
    assert capsys.readouterr().out == (
        "Skapade\n"
        f"  {HOME}/2026-03-12/delegationsbeslut/2026-02-maltider.md\n"
        "\n"
        "Att veta\n"
        "  - 2 beslut från Måltider för februari 2026.\n"
        '  - Rad 2: datumet "260203" är skrivet 2026-02-03.\n'
        '  - Rad 2: löpnumret "2026: 15" är skrivet 2026:15.\n'
        "  - Kolumner som inte känns igen och inte är med: Namn.\n"
        "\n"
        "Kom inte med\n"
        '  - Rad 4: "i februari | A1 | Skolskjuts | 2026:16 | Handläggare | X" ("i\n'
        '    februari" är inget datum).\n'
        "\n"
        "Gör så här nu\n"
        f"  1. Läs {HOME}/2026-03-12/delegationsbeslut/2026-02-maltider.md\n"
        "     rad för rad: inga namn på anställda eller enskilda får stå kvar.\n"
        "  2. Kontrollera med klubbat kontrollera.\n"
    )


class Piped:
    """What a pipe gives."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)

    def isatty(self) -> bool:
        return False


def test_a_pasted_list_and_one_without_decisions(tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    root = sound(tmp_path)
    words = ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Måltider"]
    monkeypatch.setattr(sys, "stdin", Piped("datum\tbeslut\n2026-01-10\tKött köps\n".encode()))
    assert ny(root, *words, "--manad", "2026-01", "--fran", "-") == 0
    text = (root / HOME / "2026-03-12/delegationsbeslut/2026-01-maltider.md").read_text("utf-8")
    assert "# inkommen: ÅÅÅÅ-MM-DD  <- dagen då listan kom; ta bort tecknet i början.\n" in text
    assert "  - datum: 2026-01-10\n    beslut: Kött köps\n" in text
    assert ny(root, *words, "--månad", "2026-02", "--inga-beslut") == 0
    assert (
        (root / HOME / "2026-03-12/delegationsbeslut/2026-02-maltider.md")
        .read_text("utf-8")
        .endswith("beslut: []\n---\n")
    )
    assert "Listan säger att inga beslut fattades." in capsys.readouterr().out


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
  övriga:
    - Nämndsekreterare
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
    justerare:
      - Bo Berg
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


def test_minutes_of_a_board_without_members_name_those_who_led_and_approve(tmp_path: Path) -> None:
    root = shipped(tmp_path, "avux")
    words = ["protokoll", "avux", "2017-09-14", "--ordforande", "Marcus Ekman", "--justerare", "Elsa Platshållare"]
    assert ny(root, *words) == 0
    text = (root / "meetings/avux/2017-09-14/protokoll.md").read_text("utf-8")
    assert "  - nummer: 1\n    ärende: delar-2\n    utfall: noteras\n" in text
    assert "    justerare:\n      - Elsa Platshållare\n" in text
    assert "bara så länge" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["år", "testnamnden", "2026"],
            f"{HOME}/sammantradesordning/2026.md finns redan och skrivs aldrig över. Ändra dagarna i den.",
        ),
        (["år", "testnamnden", "nästa"], 'ÅR: "nästa" är inget år; skriv fyra siffror, till exempel 2019.'),
        (["år", "testnamnden"], "År saknas. Ange ÅR."),
        (
            ["år", "testnamden", "2027"],
            'organet "testnamden" finns inte. Menade du testnamnden? Organ som finns: testnamnden.',
        ),
        (
            ["sammanträde", "testnamnden", "2026-03-13"],
            "fredag 13 mars 2026 står inte i 2026 års sammanträdesordning; närmast är 2026-03-12. "
            "Är det ett extra sammanträde: lägg till --slag extra.",
        ),
        (
            ["sammanträde", "testnamnden", "2026-03-12"],
            "testnamnden har redan sammanträdet 2026-03-12. Är det ett till samma dag: lägg till --slag extra.",
        ),
        (
            ["sammanträde", "testnamnden", "2027-05-06"],
            "torsdag 6 maj 2027 är Kristi himmelsfärdsdag. Välj en annan dag.",
        ),
        (
            ["sammanträde", "testnamnden", "20260312"],
            'Dagen: "20260312" är inget datum av formen ÅÅÅÅ-MM-DD. Menade du 2026-03-12?',
        ),
        (["sammanträde", "testnamnden", "2026-02-30"], "Dagen: 2026-02-30 finns inte i kalendern."),
        (
            ["sammanträde", "testnamnden", "2026-09-10", "--slag", "xtra"],
            '--slag: "xtra" går inte att använda. Menade du extra?',
        ),
        (
            ["sammanträde", "testnamnden", "2026-09-10", "--tid", "18"],
            'tid: "18" är inget klockslag av formen TT:MM. Gör så här: skriv 18:00.',
        ),
        (["ärende", "testnamnden", "2026-03-12"], "Rubrik saknas. Ange RUBRIK."),
        (["ärende", "testnamnden", "2026-03-12", " "], "RUBRIK är tomt. Skriv ett värde efter RUBRIK."),
        (
            ["ärende", "testnamnden", "2026-03-19", "X"],
            'testnamnden har inget sammanträde "2026-03-19". Menade du 2026-03-12?',
        ),
        (
            ["ärende", "testnamnden", "2026-02-05", "X"],
            "sammanträdet 2026-02-05 har redan ett protokoll. Ett ärende till måste få en paragraf där.",
        ),
        (
            ["ärende", "testnamnden", "2026-03-12", "X", "--maskat", "sekretess"],
            "ett maskat ärende har varken rubrik, förslag eller nummer i filen: git är offentligt.",
        ),
        (
            ["ärende", "testnamnden", "2026-03-12", "X", "--diarienummer", "TN-2026/33"],
            "inget skrevs, för arkivet skulle få fel.\n"
            f'{HOME}/2026-03-12/03-x.md:3:15: fel[diarienummer-form]: "TN-2026/33" har inte formen TN/ÅÅÅÅ:N.\n'
            "  3 | diarienummer: TN-2026/33\n"
            "    |               ^^^^^^^^^^\n"
            "  Gör så här: skriv TN/2026:33.",
        ),
        (
            [
                "delegationslista",
                "testnamnden",
                "2026-03-12",
                "--enhet",
                "Skolskjuts",
                "--månad",
                "2026-02",
                "--inga-beslut",
            ],
            f"{HOME}/2026-03-12/delegationsbeslut/2026-02-skolskjuts.md finns redan och skrivs aldrig över. "
            "Ändra i filen, eller flytta undan den först.",
        ),
        (
            ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Kök", "--månad", "februari", "--inga-beslut"],
            'månad: "februari" är ingen månad av formen ÅÅÅÅ-MM. Gör så här: skriv år och månad, till exempel 2026-03.',
        ),
        (
            ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Kök", "--månad", "2026-02"],
            "säg var besluten finns med --från FIL (eller - för det som skrivs in), eller --inga-beslut.",
        ),
        (
            [
                "delegationslista",
                "testnamnden",
                "2026-03-12",
                "--enhet",
                "Kök",
                "--månad",
                "2026-02",
                "--från",
                "saknas.csv",
            ],
            "filen saknas.csv finns inte.",
        ),
        (
            ["protokoll", "testnamnden", "2026-03-12"],
            "sammanträdet hålls först torsdag 12 mars 2026. Protokollet kan skrivas den dagen.",
        ),
        (
            ["protokoll", "testnamnden", "2026-02-05"],
            f"{HOME}/2026-02-05/protokoll.md finns redan och skrivs aldrig över.",
        ),
    ],
    ids=lambda value: " ".join(value[:1] + value[2:]) if isinstance(value, list) else "",
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    words: list[str], said: str, tmp_path: Path, capsys: Out
) -> None:
    root = sound(tmp_path)
    before = files(root)
    assert ny(root, *words) == 2
    assert capsys.readouterr() == ("", f"klubbat ny: {said}\n")
    assert files(root) == before
    assert not any(path.is_dir() and not any(path.iterdir()) for path in root.rglob("*"))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("2026-03-12/02-skolskjuts.md", ["ärende", "testnamnden", "2026-03-12", "X"]),
        ("sammantradesordning/2026.md", ["år", "testnamnden", "2027"]),
        ("sammantradesordning/2026.md", ["sammanträde", "testnamnden", "2026-09-10"]),
        ("ledamoter.md", ["protokoll", "testnamnden", "2026-03-12", "--idag", "2026-03-12"]),
    ],
)
def test_nothing_is_made_beside_a_file_that_cannot_be_read(
    broken: str, words: list[str], tmp_path: Path, capsys: Out
) -> None:
    root = sound(tmp_path, {broken: "---\nrubrikk: x\n---\n"})
    before = files(root)
    assert main(["ny", *words, "--katalog", str(root)]) == 2
    err = capsys.readouterr().err
    assert err.startswith("klubbat ny: filen kan inte läsas.\n")
    assert f"{HOME}/{broken}:2:1: fel[okänd-nyckel]: Nyckeln rubrikk finns inte.\n" in err
    assert files(root) == before
    assert main(["läge", "--katalog", str(root), "--idag", TODAY]) == 0
    assert capsys.readouterr().err == "Något kan saknas här: filer gick inte att läsa. Se klubbat kontrollera.\n"


def test_a_unit_is_the_same_however_it_is_cased(tmp_path: Path) -> None:
    root = sound(tmp_path)
    words = ["--enhet", "SKOLSKJUTS", "--månad", "2026-01", "--inga-beslut"]
    assert ny(root, "delegationslista", "testnamnden", "2026-03-12", *words) == 0
    file = root / HOME / "2026-03-12/delegationsbeslut/2026-01-skolskjuts.md"
    assert file.read_text("utf-8").startswith("---\nenhet: Skolskjuts\n")


def test_at_a_terminal_what_is_missing_is_asked_for(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sound(tmp_path)
    answers = iter(["", "Skolgård"])
    monkeypatch.setattr(asking, "at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert ny(root, "ärende", "testnamnden", "2026-03-12") == 0
    assert (root / HOME / "2026-03-12/03-skolgard.md").is_file()


def test_an_answer_that_is_broken_off_writes_nothing(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(prompt: str) -> str:
        raise EOFError

    root = sound(tmp_path)
    before = files(root)
    monkeypatch.setattr(asking, "at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", broken_off)
    assert ny(root, "ärende", "testnamnden", "2026-03-12") == 2
    assert capsys.readouterr().err == "klubbat ny: avbrutet innan allt var besvarat. Inget skrevs.\n"
    assert files(root) == before


def test_a_word_with_two_part_letters_is_the_same_word(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path)
    assert main(["la\u0308ge", "--katalog", str(root), "--idag", TODAY]) == 0
    assert capsys.readouterr().out.startswith("Läget söndag 1 mars 2026\n")
