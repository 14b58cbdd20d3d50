"""Minutes and extracts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.pages.build import pages
from macros.record.reading import read
from tests.pages.held import BENCHES, CALL, HELD, MINUTES, PROTOCOL, after, lines_of
from tests.pages.html import Fragment
from tests.pages.records import TODAY, built


def test_the_whole_page_of_minutes(tmp_path: Path) -> None:
    assert after(lines_of(tmp_path, PROTOCOL), "Protokoll torsdag 12 februari 2026") == [
        "Från sammanträdet 12 februari 2026, §§ 1–5",
        "Protokollet justerat Anslag uppe till och med 20 mars 2026 Laga kraft tidigast 21 mars 2026",
        "Läget den 2 mars 2026",
        "Protokollet som PDF",
        "Paragrafer",
        "§ 1 Val av justerare Noterat",
        "§ 2 Nya bänkar Ändrat jämfört med förslaget",
        "§ 3 Sekretess Visas inte",
        "§ 4 Medborgarförslag om hundrastgård Återremitterat",
        "§ 5 Val av vice ordförande Beslutat",
        "Närvarande",
        "Ledamöter", "Alma Ek (S), ordförande", "Bo Al (M)", "Cia Rönn (S), på distans", "Dan Lind (M), till och med § 2",
        "Tjänstgörande ersättare", "Eva Lönn (S), § 4, tjänstgör för Cia Rönn (S)",
        "Övriga", "Parkchef",
        "Mötet slutade klockan 20.",
        "§ 1 Val av justerare",
        "Beslut", "Bo Al justerar.", "Noterat",
        "Överklagande", "Beslutet kan inte överklagas.",
        "Uppgifterna noterades, och inget avgjordes som en domstol kan pröva.",
        "Protokollsutdrag § 1 · Länk till § 1",
        "§ 2 Nya bänkar",
        "Punkt 1 på föredragningslistan · PN/2026:3",
        "Beslut", "Nämnden köper åtta bänkar.", "Bänkarna står klara i maj.", "Ändrat jämfört med förslaget",
        "Yrkanden", "Alma Ek (S): Åtta bänkar.", "Bo Al (M): Bifall till förslaget.",
        "Propositionsordning", "Förslagen ställs mot varandra.",
        "Votering",
        "Ja betyder", "Åtta bänkar.", "Nej betyder", "Tio bänkar.", "Utfall", "Ja, med utslagsröst (2 mot 2)",
        "Utslagsröst", "Rösterna stod lika. Alma Ek (S) avgjorde som ordförande.",
        "Votering i § 2, parti för parti", "Parti", "Ja", "Nej", "M", "–", "2", "S", "2", "–",
        "Så röstade var och en: 2 ja, 2 nej",
        "Votering i § 2: 2 ja, 2 nej",
        "Namn", "Röst", "Alma Ek (S)", "Ja", "Cia Rönn (S)", "Ja", "Bo Al (M)", "Nej", "Dan Lind (M)", "Nej",
        "Reservation", "Bo Al (M) och Dan Lind (M):", "Tio behövs.",
        "Uppdrag",
        "Redovisa vad bänkarna kostade. Till: Parkchefen. Redovisas senast lördag 28 februari 2026. "
        "Försenat: dagen har passerat utan redovisning.",
        "Beslutet skickas till", "Fullmäktige, Gatuenheten",
        "Överklagande",
        "Sista dag att överklaga är fredag 6 mars 2026. Laga kraft tidigast lördag 7 mars 2026. Så överklagar du",
        "Protokollsutdrag § 2 · Länk till § 2",
        "§ 3 Sekretess",
        "Ärendet visas inte: uppgifterna kan omfattas av sekretess.",
        "Den som ett sådant beslut gäller får veta hur det överklagas tillsammans med beslutet.",
        "Du kan begära ut det som får lämnas ut. Skriv till registrator@ekstad.example.se och ange "
        "Parknämnden, sammanträdet 12 februari 2026, § 3.",
        "§ 4 Medborgarförslag om hundrastgård",
        "Punkt 3 på föredragningslistan · PN/2026:4",
        "Jäv: Cia Rönn (S) anmälde jäv, deltog inte och var inte närvarande.",
        "Beslut", "Ärendet återremitteras.", "Återremitterat",
        "Särskilt yttrande", "Eva Lönn (S):", "Det brådskar.",
        "Anteckning till protokollet", "Bo Al (M):", "Kartan saknas.",
        "Överklagande", "Beslutet kan inte överklagas.",
        "Ärendet är inte avgjort: beslutet hör till beredningen och kan inte överklagas, enligt "
        "13 kap. 2 § kommunallagen (2017:725).",
        "Protokollsutdrag § 4 · Länk till § 4",
        "§ 5 Val av vice ordförande",
        "Beslut", "Nämnden väljer Bo Al.", "Beslutat",
        "Sluten omröstning", "Val av vice ordförande.",
        "Sluten omröstning i § 5: namnen är inte kända",
        "Alternativ", "Röster", "Bo Al", "2", "Cia Rönn", "2", "Blanka", "1",
        "Utfall: Bo Al. Rösterna stod lika och lotten avgjorde.",
        "Överklagande",
        "Beslutet överklagas genom förvaltningsbesvär. Så överklagar du",
        "Överklagandet ska ha kommit in inom tre veckor från den dag då den som överklagar fick del av beslutet, "
        "enligt 44 § förvaltningslagen (2017:900). Sista dagen beror på den dagen och kan därför inte räknas ut här.",
        "Protokollsutdrag § 5 · Länk till § 5",
        "Justering och anslag",
        "§ 2, omedelbar justering",
        "Justerat", "torsdag 12 februari 2026",
        "Justerare", "Alma Ek (S), ordförande, Bo Al (M)",
        "Anslaget", "fredag 13 februari 2026, anslaget om § 2",
        "Förvaras", "Kansliet",
        "Överklagande",
        "Sista dag att överklaga är fredag 6 mars 2026. Laga kraft tidigast lördag 7 mars 2026. Så överklagar du",
        "Beslutet blev anslaget fredag 13 februari 2026. Tiden för överklagande är tre veckor, "
        "alltså till och med fredag 6 mars 2026 enligt 13 kap. 5 § kommunallagen (2017:725).",
        "§§ 1, 3–5",
        "Justerat", "torsdag 26 februari 2026",
        "Justerare", "Alma Ek (S), ordförande, Bo Al (M)",
        "Anslaget", "fredag 27 februari 2026, anslaget om §§ 1, 3–5",
        "Förvaras", "Arkivet",
        "Överklagande",
        "Sista dag att överklaga är fredag 20 mars 2026. Laga kraft tidigast lördag 21 mars 2026. Så överklagar du",
        "Beslutet blev anslaget fredag 27 februari 2026. Tiden för överklagande är tre veckor, "
        "alltså till och med fredag 20 mars 2026 enligt 13 kap. 5 § kommunallagen (2017:725).",
    ]  # fmt: skip


STATES = [
    ("onsdag 11 februari, före mötet", dt.date(2026, 2, 11), "Protokollet är inte justerat"),
    ("torsdag 12 februari, en paragraf justerad", dt.date(2026, 2, 12), "Protokollet justerat till en del"),
    ("fredag 13 februari, anslaget", dt.date(2026, 2, 13),
     "Protokollet justerat till en del Anslag uppe till och med 6 mars 2026 Laga kraft tidigast 7 mars 2026"),
    ("torsdag 26 februari, allt justerat", dt.date(2026, 2, 26),
     "Protokollet justerat Anslag uppe till och med 6 mars 2026 Laga kraft tidigast 7 mars 2026"),
    ("fredag 20 mars, sista dagen", dt.date(2026, 3, 20),
     "Protokollet justerat Anslag uppe till och med 20 mars 2026 Laga kraft tidigast 21 mars 2026"),
    ("lördag 21 mars, tiden ute", dt.date(2026, 3, 21), "Protokollet justerat Tiden att överklaga är ute"),
]  # fmt: skip


def test_offices_for_a_part_the_secretary_and_a_reserve_of_the_approver(tmp_path: Path) -> None:
    told = MINUTES.replace(
        "  övriga:\n    - Parkchef\n",
        "  övriga:\n    - Parkchef\n    - befattning: Vision\n      paragrafer: 1-3, del av 4\n    - befattning: Kommunal\n"
        "      paragrafer: 2\nsekreterare: Parksekreterare\n",
    ).replace("  - paragrafer: 2\n", "  - paragrafer: 2\n    ersättare: [Cia Rönn, Dan Lind]\n")
    files = {path: told if text == MINUTES else text for path, text in HELD.items()}
    lines = lines_of(tmp_path, PROTOCOL, files)
    at = lines.index("Övriga")
    assert lines[at : at + 6] == [
        "Övriga", "Parkchef", "Vision, §§ 1–3 och en del av § 4", "Kommunal, § 2", "Sekreterare", "Parksekreterare"
    ]  # fmt: skip
    reserve = lines.index("Ersättare för justerare")
    assert lines[reserve + 1] == "Cia Rönn (S) och Dan Lind (M)"
    assert lines.count("Ersättare för justerare") == 1


@pytest.mark.parametrize(("today", "states"), [case[1:] for case in STATES], ids=[case[0] for case in STATES])
def test_the_states_follow_the_day_on_every_page(tmp_path: Path, today: dt.date, states: str) -> None:
    pages = built(tmp_path, HELD, today)
    assert states in Fragment(pages[PROTOCOL].html).lines
    for address in ("parknamnden/2026-02-12/", "parknamnden/2026/", "parknamnden/"):
        told = [line for line in Fragment(pages[address].html).lines if "Protokollet" in line and "justerat" in line]
        assert any(f"Genomfört {states}" in line for line in told), address


def test_what_is_not_approved_is_not_told_anywhere(tmp_path: Path) -> None:
    pages = built(tmp_path, HELD, dt.date(2026, 2, 25))
    told = " ".join(" ".join(Fragment(page.html).lines) for page in pages.values())
    assert "Nämnden köper åtta bänkar." in told
    assert [
        word for word in ("återremitteras", "Kartan saknas", "väljer Bo Al", "Val av vice ordförande") if word in told
    ] == []
    assert "Beslutet visas när paragrafen är justerad." in Fragment(pages[f"{PROTOCOL}4/"].html).lines
    lines = Fragment(pages[PROTOCOL].html).lines
    assert "Inte än. Ska justeras senast torsdag 26 februari 2026." in lines
    assert {"§ 1 Val av justerare", "§ 4 Medborgarförslag om hundrastgård"} <= set(lines)
    assert "§ 5 Rubriken visas när paragrafen är justerad" in lines


def test_the_sunday_rule_is_told_beside_the_strict_day(tmp_path: Path) -> None:
    """Thursday 30 April 2026 and fourteen days is Kristi himmelsfärdsdag."""
    first, _, _ = (
        MINUTES.replace("2026-02-12", "2026-04-30")
        .replace("2026-02-13", "2026-05-02")
        .partition("  - paragrafer: 1, 3-5")
    )
    files = {
        "parknamnden/organ.md": HELD["parknamnden/organ.md"],
        "parknamnden/2026-04-30/kallelse.md": CALL.replace("2026-02-12", "2026-04-30"),
        "parknamnden/2026-04-30/01-nya-bankar.md": BENCHES,
        "parknamnden/2026-04-30/protokoll.md": f"{first}  - paragrafer: 1, 3-5\n    justerare: [Bo Al]\n---\n",
    }
    lines = lines_of(tmp_path, "parknamnden/2026-04-30/protokoll/", files, dt.date(2026, 5, 3))
    assert (
        "Inte än. Ska justeras senast torsdag 14 maj 2026, enligt söndagsregeln senast fredag 15 maj 2026 "
        "(torsdag 14 maj är Kristi himmelsfärdsdag)."
    ) in lines


@pytest.mark.parametrize(("day", "must"), [(16, "Ska"), (17, "Skulle")])
def test_approved_but_not_posted_says_when_the_notice_is_due(tmp_path: Path, day: int, must: str) -> None:
    text = MINUTES.replace("    anslag:\n      - anslaget: 2026-02-13\n", "")
    files = {**HELD, "parknamnden/2026-02-12/protokoll.md": text}
    lines = lines_of(tmp_path, PROTOCOL, files, dt.date(2026, 2, day))
    assert (
        f"Inte uppsatt än. {must} anslås senast lördag 14 februari 2026, enligt söndagsregeln senast måndag 16 februari 2026 "
        "(lördag 14 februari är lördag)."
    ) in lines
    assert "Sista dagen att överklaga är inte bestämd än. Så överklagar du" in lines


def test_the_proof_of_notice_stands_when_the_time_has_run_out(tmp_path: Path) -> None:
    assert "Anslagsbevis" not in lines_of(tmp_path, PROTOCOL, today=dt.date(2026, 3, 6))
    assert after(lines_of(tmp_path, PROTOCOL, today=dt.date(2026, 3, 7)), "Anslagsbevis", "Justering och anslag") == [
        "Att protokollet är justerat har tillkännagetts på anslagstavlan.",
        "Organ", "Parknämnden, Ekstads kommun",
        "Sammanträde", "torsdag 12 februari 2026, § 2",
        "Justerat", "torsdag 12 februari 2026 av Alma Ek (S), ordförande, Bo Al (M)",
        "Anslaget", "fredag 13 februari 2026",
        "Nedtaget", "Tidigast lördag 7 mars 2026",
        "Förvaras", "Kansliet",
    ]  # fmt: skip


def test_a_notice_taken_down_too_early_proves_nothing_and_gives_no_day(tmp_path: Path) -> None:
    text = MINUTES.replace(
        "      - anslaget: 2026-02-13\n", "      - anslaget: 2026-02-13\n        nedtaget: 2026-03-06\n"
    )
    lines = lines_of(tmp_path, PROTOCOL, {**HELD, "parknamnden/2026-02-12/protokoll.md": text}, dt.date(2026, 3, 10))
    assert "Anslagsbevis" not in lines
    assert "Sista dagen att överklaga kan inte anges. Så överklagar du" in lines
    assert (
        "Anslaget togs ned fredag 6 mars 2026, innan tiden hade gått ut. "
        "Då slutar tiden att löpa enligt 8 kap. 12 § och 13 kap. 5 § kommunallagen (2017:725)."
    ) in lines


def test_an_extract_says_who_decided(tmp_path: Path) -> None:
    page = built(tmp_path, HELD)[f"{PROTOCOL}4/"]
    assert page.title == "§ 4 Medborgarförslag om hundrastgård – Parknämnden 12\N{NO-BREAK SPACE}februari 2026"
    lines = Fragment(page.html).lines
    assert after(lines, "Om utdraget") == [
        "Justerat", "torsdag 26 februari 2026",
        "Justerare", "Alma Ek (S), ordförande, Bo Al (M)",
        "Anslaget", "fredag 27 februari 2026",
        "Beslutande", "Alma Ek (S), Bo Al (M) och Eva Lönn (S)",
        "Hänvisa och dela",
        "Parknämnden, Ekstads kommun, protokoll 12 februari 2026, § 4.",
        "Länk till utdraget",
        "§ 4 i hela protokollet 12 februari 2026",
        "Föregående: § 3 Sekretess Nästa: § 5 Val av vice ordförande",
    ]  # fmt: skip
    assert 'data-slag="Beslut"' in page.html
    assert 'data-arende="arenden/parknamnden-pn-2026-4/" data-paragraf="4"' in page.html


WITHOUT_NAMES = MINUTES.replace("        ja: [Alma Ek, Cia Rönn]\n        nej: [Bo Al, Dan Lind]\n", "")
LISTED = WITHOUT_NAMES.replace(
    "        utslagsröst: Alma Ek\n", "        utslagsröst: Alma Ek\n        voteringslista: Voteringslista till § 2\n"
)
TITLED, MASKED = "  - titel: Voteringslista till § 2\n", "  - publiceras: maskat\n    skäl: personuppgifter\n"
BALLOT = [
    "Votering", "Ja betyder", "Åtta bänkar.", "Nej betyder", "Tio bänkar.",
    "Utfall", "Ja, med utslagsröst (2 mot 2)", "Röster", "2 ja, 2 nej",
    "Utslagsröst", "Rösterna stod lika. Alma Ek (S) avgjorde som ordförande.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("minutes", "attached", "today", "told"),
    [
        (WITHOUT_NAMES, "", TODAY, "Protokollet anger antalet röster, men inga namn."),
        (LISTED, TITLED, TODAY, "Namnen står i bilagan Voteringslista till § 2."),
        (LISTED, MASKED, TODAY, "Namnen står i en bilaga som inte visas."),
        (LISTED, TITLED, dt.date(2026, 2, 13), "Namnen står i en bilaga som visas när hela protokollet är justerat."),
    ],
    ids=["inga namn", "i en lista", "i en lista som inte visas", "innan listan visas"],
)
def test_a_vote_of_which_only_the_numbers_are_told_says_where_the_names_are(
    tmp_path: Path, minutes: str, attached: str, today: dt.date, told: str
) -> None:
    minutes = minutes.replace(
        "---\nnärvarande:", f"---\nbilagor:\n{attached}närvarande:" if attached else "---\nnärvarande:"
    )
    files = {**HELD, "parknamnden/2026-02-12/protokoll.md": minutes}
    found = built(tmp_path, files, today)
    for address in (PROTOCOL, f"{PROTOCOL}2/"):
        assert after(Fragment(found[address].html).lines, "Förslagen ställs mot varandra.", "Reservation") == [
            *BALLOT,
            told,
        ]
    item = Fragment(found["parknamnden/2026-02-12/nya-bankar/"].html).lines
    assert item[item.index("Votering") :][: len(BALLOT) + 1] == [*BALLOT, told]


def test_the_invented_board_sits_past_midnight_and_appends_the_names_of_a_vote() -> None:
    archive, _ = read(Path(__file__).parents[2])
    made = {page.address: page for page in pages(archive, dt.date(2026, 11, 29))}
    lines = Fragment(made["exempel-ks/2026-11-17/protokoll/"].html).lines
    assert "tisdag 17 november 2026 kl. 18.00–00.40" in lines
    assert "Namnen står i bilagan Voteringslista till § 150." in lines
    at_once = lines.index("§ 151, omedelbar justering")
    assert lines[at_once + 1 : at_once + 3] == ["Justerat", "onsdag 18 november 2026"]


def test_that_a_decision_was_sent_is_told_in_the_past_when_everybody_has_it(tmp_path: Path) -> None:
    sent = "    expedierat:\n      - till: {}\n        datum: 2026-03-02\n"
    one = sent.format("Gatuenheten")
    both = one + sent.format("organ:fullmaktige").partition("\n")[2]
    for written, word in (("", "skickas"), (one, "skickas"), (both, "skickades")):
        minutes = HELD[MINUTES_FILE].replace(
            "    uppdrag:\n      - vad: Redovisa", f"{written}    uppdrag:\n      - vad: Redovisa"
        )
        pages = built(tmp_path, {**HELD, MINUTES_FILE: minutes})
        for address in (f"{PROTOCOL}2/", "parknamnden/2026-02-12/nya-bankar/"):
            assert f"Beslutet {word} till" in Fragment(pages[address].html).lines


MINUTES_FILE = f"{PROTOCOL[:-1]}.md"
