"""What the pages of items and meetings tell of decisions, and how a decision differs from its proposal."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.pages.word_by_word import difference
from tests.pages.held import HELD, MINUTES, PROTOCOL, after, lines_of
from tests.pages.html import Fragment
from tests.pages.records import built


def test_the_item_shows_proposal_and_decision_with_their_differences(tmp_path: Path) -> None:
    html = built(tmp_path, HELD)["parknamnden/2026-02-12/nya-bankar/"].html
    assert "Nämnden köper <del>tio</del> bänkar." in html
    assert "Nämnden köper <ins>åtta</ins> bänkar." in html
    lines = Fragment(html).lines
    assert after(lines, "Beslut", "Om ärendet") == [
        "Parknämnden 12 februari 2026, § 2 i protokollet",
        "Förslaget", "Nämnden köper tio bänkar.", "Bänkarna står klara i maj.",
        "Beslutet", "Nämnden köper åtta bänkar.", "Bänkarna står klara i maj.",
        "Överstruket står bara i förslaget, understruket bara i beslutet.",
        "Ändrat jämfört med förslaget",
        "Reservation av Bo Al (M) och Dan Lind (M).",
        "Sista dag att överklaga är fredag 6 mars 2026. Laga kraft tidigast lördag 7 mars 2026. Så överklagar du",
        "Beslutet blev anslaget fredag 13 februari 2026. Tiden för överklagande är tre veckor, "
        "alltså till och med fredag 6 mars 2026 enligt 13 kap. 5 § kommunallagen (2017:725).",
        "Votering",
        "Ja betyder", "Åtta bänkar.", "Nej betyder", "Tio bänkar.", "Utfall", "Ja, med utslagsröst (2 mot 2)",
        "Utslagsröst", "Rösterna stod lika. Alma Ek (S) avgjorde som ordförande.",
        "Votering i § 2, parti för parti", "Parti", "Ja", "Nej", "M", "–", "2", "S", "2", "–",
        "Så röstade var och en: 2 ja, 2 nej",
        "Votering i § 2: 2 ja, 2 nej",
        "Namn", "Röst", "Alma Ek (S)", "Ja", "Cia Rönn (S)", "Ja", "Bo Al (M)", "Nej", "Dan Lind (M)", "Nej",
        "Uppdrag",
        "Redovisa vad bänkarna kostade. Till: Parkchefen. Redovisas senast lördag 28 februari 2026. "
        "Försenat: dagen har passerat utan redovisning.",
    ]  # fmt: skip


def test_a_decision_as_proposed_takes_its_words_from_the_proposal(tmp_path: Path) -> None:
    start, end = MINUTES.index("    beslut:\n      - Nämnden köper åtta"), MINUTES.index("    yrkanden:")
    text = (MINUTES[:start] + MINUTES[end:]).replace(
        "utfall: ändrat\n    yrkanden", "utfall: enligt förslag\n    yrkanden"
    )
    lines = lines_of(
        tmp_path, "parknamnden/2026-02-12/nya-bankar/", {**HELD, "parknamnden/2026-02-12/protokoll.md": text}
    )
    assert after(lines, "Beslut")[:3] == [
        "Parknämnden 12 februari 2026, § 2 i protokollet", "Nämnden köper tio bänkar.", "Bänkarna står klara i maj.",
    ]  # fmt: skip
    assert "Förslag till beslut" not in lines


def test_the_meeting_leads_to_minutes_and_notices_and_shows_what_was_decided(tmp_path: Path) -> None:
    fragment = Fragment(built(tmp_path, HELD)["parknamnden/2026-02-12/"].html)
    assert "Protokollet 12 februari 2026, 5 paragrafer, justerat 26 februari 2026" in fragment.lines
    assert after(fragment.lines, "Protokoll", "Delegationslistor") == [
        "Hela protokollet",
        "Anslag 13 februari 2026 om § 2",
        "Anslag 27 februari 2026 om §§ 1, 3–5",
        "§ 2: sista dag att överklaga är fredag 6 mars 2026.",
        "§§ 1, 3–5: sista dag att överklaga är fredag 20 mars 2026.",
    ]
    assert after(fragment.lines, "Nya bänkar")[:8] == [
        "§ 2 Nämnden köper åtta bänkar. (och 1 punkt till)",
        "Beslutsärende · PN/2026:3",
        "Ändrat jämfört med förslaget",
        *[
            "2",
            "Ärendet visas inte",
            "Uppgifterna kan omfattas av sekretess. Begär ut det som får lämnas ut: "
            "Parknämnden, sammanträdet 12 februari 2026, punkt 2 på listan.",
            "§ 3",
        ],
        "3",
    ]
    assert f"../../{PROTOCOL}#p2" in fragment.links


def test_a_held_meeting_without_minutes_says_when_they_are_due_where_minutes_are_published(tmp_path: Path) -> None:
    call = "---\ndatum: 2026-02-26\nläge: genomfört\n---\n"
    lines = lines_of(tmp_path, "parknamnden/2026-02-26/", {**HELD, "parknamnden/2026-02-26/kallelse.md": call})
    assert "Protokollet är inte publicerat än. Det ska justeras senast torsdag 12 mars 2026." in lines


DIFFERENCES = [
    ("lika", ["A b c."], ["A b c."], ["A b c."], ["A b c."], True),
    ("ett ord", ["Nämnden köper tio bänkar."], ["Nämnden köper två bänkar."],
     ["Nämnden köper <del>tio</del> bänkar."], ["Nämnden köper <ins>två</ins> bänkar."], True),
    ("en sats till", ["Nämnden köper tio bänkar."], ["Nämnden köper tio bänkar.", "De målas."],
     ["Nämnden köper tio bänkar."], ["Nämnden köper tio bänkar.", "<ins>De målas.</ins>"], True),
    ("inget lika", ["Parkeringen är fri."], ["Nämnden avslår initiativet i december."],
     ["Parkeringen är fri."], ["Nämnden avslår initiativet i december."], False),
    ("tecken skrivs om", ["Mer <b> & c d e."], ["Mer <b> & c d f."],
     ["Mer &lt;b&gt; &amp; c d <del>e.</del>"], ["Mer &lt;b&gt; &amp; c d <ins>f.</ins>"], True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("proposal", "decision", "old", "new", "marked"),
    [case[1:] for case in DIFFERENCES],
    ids=[case[0] for case in DIFFERENCES],
)
def test_differences_are_marked_word_by_word(
    proposal: list[str], decision: list[str], old: list[str], new: list[str], marked: bool
) -> None:
    found = difference(proposal, decision)
    assert (list(found.proposal), list(found.decision), found.marked) == (old, new, marked)
