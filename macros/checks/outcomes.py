"""Rules of what was decided: outcome ("utfall") and decision ("beslut"), and what is to come back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.given import Given, Rule, folder_of
from macros.dates.working_days import end_of_months
from macros.facts.items import ItemName
from macros.facts.minutes import Decided, Minuted
from macros.finding import Finding
from macros.record.minutes import Outcome, Paragraph
from macros.record.schema import Keys

MONTHS_TO_COME_BACK = 6
"""How long an item may wait before it is asked for; a choice of this program, no rule of law."""

WITHOUT_WORDS = (Outcome.NOTED, Outcome.WITHDRAWN, Outcome.WITHHELD)
TO_COME_BACK = (Outcome.REFERRED_BACK, Outcome.TABLED)
_PER_CAPSULAM = re.compile(r"\bper\s+capsulam\b", re.IGNORECASE)


def outcome_has_its_words(given: Given) -> Iterator[Finding]:
    """A decision as proposed ("enligt förslag") is taken from the proposal, never typed twice; another has words of its own.

    Nothing is needed where the item was noted or withdrawn. Source: KL 5:65-67, 6:35.
    """
    for found in given.facts.minutes:
        for one in found.decided:
            if not one.is_withheld:
                yield from _words(found, one)


def _words(found: Minuted, one: Decided) -> Iterator[Finding]:
    keys, paragraph, item = one.keys, one.paragraph, one.item
    outcome, number = paragraph.outcome, paragraph.number
    if outcome is Outcome.AS_PROPOSED and paragraph.decision:
        yield found.document.error(
            "utfall-beslut",
            (*keys, "beslut"),
            f"§ {number} är beslutad enligt förslag men har en egen beslutstext.",
            "ta bort beslut: texten hämtas från förslaget. Blev beslutet ett annat, skriv utfall: ändrat."
            if item is not None and item.header.proposals
            else "skriv utfall: beslutat; det finns inget förslag att hänvisa till.",
        )
    elif (
        outcome is Outcome.AS_PROPOSED
        and (item is None or not item.header.proposals)
        and not (paragraph.item is not None and item is None)
    ):
        yield found.document.error(
            "utfall-beslut",
            (*keys, "utfall"),
            f"§ {number} är beslutad enligt förslag, men det finns inget förslag.",
            f"skriv förslag_till_beslut: i ärendet {item.slug}, eller utfall: beslutat och beslutet under beslut:."
            if item is not None
            else "skriv utfall: beslutat och beslutet under beslut:, eller utfall: noteras.",
        )
    elif outcome is Outcome.DECIDED and item is not None and item.header.proposals:
        yield found.document.error(
            "utfall-beslut",
            (*keys, "utfall"),
            f"§ {number} har utfallet beslutat, men ärendet har ett förslag att jämföra med.",
            "skriv utfall: enligt förslag, eller utfall: ändrat och det nya beslutet under beslut:.",
        )
    elif outcome not in (Outcome.AS_PROPOSED, *WITHOUT_WORDS) and not paragraph.decision:
        yield found.document.error(
            "utfall-beslut",
            (*keys, "utfall"),
            f"§ {number} har utfallet {outcome} men ingen beslutstext.",
            "skriv beslutets satser under beslut:, en per rad.",
        )


def _texts(keys: Keys, paragraph: Paragraph) -> Iterator[tuple[Keys, str]]:
    for key, text in (("rubrik", paragraph.title), ("propositionsordning", paragraph.putting_order)):
        if text is not None:
            yield (*keys, key), text
    yield from (((*keys, "beslut", n), text) for n, text in enumerate(paragraph.decision))
    yield from (((*keys, "anteckningar", n, "text"), one.text) for n, one in enumerate(paragraph.notes_to_minutes))


def never_per_capsulam(given: Given) -> Iterator[Finding]:
    """A board decides at a meeting; there is no decision "per capsulam".

    What can be done instead: delegation in urgent matters, and a meeting at a distance. Source: KL 6:24, 6:27, 6:39.
    """
    for found in given.facts.minutes:
        for keys, paragraph in found.paragraphs:
            for place, text in _texts(keys, paragraph):
                if _PER_CAPSULAM.search(text):
                    yield found.document.error(
                        "per-capsulam",
                        place,
                        f"§ {paragraph.number} säger att något beslutades per capsulam; "
                        "en nämnd kan bara besluta på ett sammanträde (KL 6:27).",
                        "ta upp ärendet på ett sammanträde, på distans om fullmäktige tillåter det (KL 6:24); "
                        "är det brådskande kan ordföranden få besluta på nämndens vägnar (KL 6:39).",
                    )


def comes_back(given: Given) -> Iterator[Finding]:
    """An item that was referred back ("återremiss") or tabled ("bordlagt") is taken up again ("fortsätter") within half a year.

    Not judged where the body is "historiskt".
    """
    for found in given.facts.minutes:
        if found.body.header.historical or given.is_unread(folder_of(found.body.document.path)):
            continue
        due = end_of_months(found.date, MONTHS_TO_COME_BACK)
        for keys, paragraph in found.paragraphs:
            if paragraph.outcome not in TO_COME_BACK or paragraph.item is None or due >= given.today:
                continue
            reference = ItemName(found.meeting.id, paragraph.item)
            if not any(item.header.continues == str(reference) for item in found.body.items):
                yield found.document.warning(
                    "inte-återupptaget",
                    (*keys, "utfall"),
                    f"§ {paragraph.number} blev {'återremitterad' if paragraph.outcome is Outcome.REFERRED_BACK else 'bordlagd'} "
                    f"{found.date} och har inte tagits upp igen på ett halvår.",
                    f"skriv fortsätter: {reference} i det ärende som tar upp saken igen; annars förklara varför den väntar.",
                )


RULES: tuple[Rule, ...] = (outcome_has_its_words, never_per_capsulam, comes_back)
