"""Rules of what was decided: outcome ("utfall") and decision ("beslut"), and what is to come back."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule, folder_of
from macros.dates.working_days import end_of_months
from macros.dates.written import in_words, listing
from macros.facts.clauses import Effect, Way
from macros.facts.items import ItemName
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided
from macros.finding import Finding
from macros.record.body import BodyKind
from macros.record.minutes import TO_COME_BACK, Appeal, Outcome

MONTHS_TO_COME_BACK = 6
"""How long an item may wait before it is asked for; a choice of this program, no rule of law."""

WITHOUT_WORDS = (Outcome.NOTED, Outcome.WITHDRAWN, Outcome.WITHHELD)


def outcome_has_its_words(given: Given) -> Iterator[Finding]:
    """A decision as proposed ("enligt förslag") is taken from the proposal, never typed twice; another has words of its own.

    Nothing is needed where the item was noted or withdrawn. Source: KL 5:65-67, 6:35.
    """
    for found in given.facts.minutes:
        for one in found.decided:
            if not one.is_withheld:
                yield from _words(found, one, _is_alone(given, one))


def _is_alone(given: Given, one: Decided) -> bool:
    """Whether the paragraph is the only one of its items: of several, each may decide something of its own."""
    return all(len(given.facts.minutes.of_item(item)) == 1 for item in one.items)


def _words(found: Minuted, one: Decided, alone: bool) -> Iterator[Finding]:
    paragraph, proposals = one.paragraph, [text for item in one.items for text in item.header.proposals]
    if paragraph.outcome is Outcome.AS_PROPOSED:
        fault = _as_proposed(one)
    elif paragraph.outcome is Outcome.CHANGED and list(paragraph.decision) == proposals != []:
        yield found.document.warning(
            "ändrat-lika",
            (*one.keys, "beslut"),
            f"§ {one.number} har utfallet ändrat, men beslutet är ordagrant förslaget.",
            "skriv utfall: enligt förslag och ta bort beslut, eller skriv det som beslutades.",
        )
        return
    elif paragraph.outcome is Outcome.DECIDED and proposals and alone:
        fault = (
            "utfall",
            f"§ {one.number} har utfallet beslutat, men ärendet har ett förslag att jämföra med.",
            "skriv utfall: enligt förslag, eller utfall: ändrat och det nya beslutet under beslut:.",
        )
    elif paragraph.outcome not in WITHOUT_WORDS and not paragraph.decision:
        fault = (
            "utfall",
            f"§ {one.number} har utfallet {paragraph.outcome} men ingen beslutstext.",
            "skriv beslutets satser under beslut:, en per rad.",
        )
    else:
        fault = None
    if fault is not None:
        key, message, remedy = fault
        yield found.document.error("utfall-beslut", (*one.keys, key), message, remedy)


def _as_proposed(one: Decided) -> tuple[str, str, str] | None:
    """What is wrong with a paragraph "enligt förslag": key, message and remedy."""
    without = [item for item in one.items if not item.header.proposals]
    if one.paragraph.decision:
        return (
            "beslut",
            f"§ {one.number} är beslutad enligt förslag men har en egen beslutstext.",
            "ta bort beslut: texten hämtas från förslaget. Blev beslutet ett annat, skriv utfall: ändrat."
            if len(without) < len(one.items)
            else "skriv utfall: beslutat; det finns inget förslag att hänvisa till.",
        )
    if without or not one.paragraph.items:
        return (
            "utfall",
            f"§ {one.number} är beslutad enligt förslag, men det finns inget förslag.",
            f"skriv förslag_till_beslut: i ärendet {without[0].slug}, eller utfall: beslutat och beslutet under beslut:."
            if without
            else "skriv utfall: beslutat och beslutet under beslut:, eller utfall: noteras.",
        )
    return None


def it_is_clear_whose_decision(given: Given) -> Iterator[Finding]:
    """Whether a paragraph decides or only proposes to another body is plain from its words or said ("överklagande").

    A proposal only prepares the other body's decision and cannot be appealed. That the route ("beslutsgång") goes on is a
    reason to ask, no more. Source: KL 13:2.
    """
    for found in given.facts.minutes:
        for one in found.decided:
            told = _doubt(given, one)
            if told is not None and not one.is_withheld:
                key = "överklagande" if "appeal" in one.paragraph.model_fields_set else "utfall"
                yield found.document.warning("beslut-eller-förslag", (*one.keys, key), *told)


def _doubt(given: Given, one: Decided) -> tuple[str, str] | None:
    """What is unclear and what to do, else None."""
    said = "appeal" in one.paragraph.model_fields_set
    if one.way is Way.UNCLEAR:
        other = next(clause.receiver for clause in one.clauses if clause.effect is Effect.UNCLEAR) or "fullmäktige"
        return (
            f"§ {one.number} kan läsas både som ett eget beslut och som ett förslag till {other}.",
            f"skriv vem som beslutar, till exempel Nämnden föreslår {other} att ..., eller överklagande: med "
            "hur beslutet kan överklagas.",
        )
    if said and one.way is Way.PREPARES:
        return (
            f"§ {one.number} föreslår bara något till {listing(one.proposes_to)}, och det kan inte överklagas.",
            "ta bort överklagande, eller skriv det som beslutas för egen del som en egen sats.",
        )
    onward = _goes_on_to(given, one)
    if onward is not None and not said and one.way is Way.REVIEW and not one.proposes_to and one.clauses:
        return (
            f"§ {one.number} är skriven som ett eget beslut, men ärendet går vidare till {onward} enligt beslutsgången.",
            f"föreslår den bara, skriv det: ... föreslår {onward} att ...; annars skriv överklagande: "
            f"{Appeal.JUDICIAL_REVIEW}.",
        )
    return None


def _goes_on_to(given: Given, one: Decided) -> str | None:
    """The assembly or executive board that an item's route goes on to after the body itself."""
    for item in one.items:
        route = item.header.route
        own = next((n for n, stop in enumerate(route) if stop.body == one.body.id), None)
        for stop in route[own + 1 :] if own is not None else ():
            body = given.archive.body(stop.body)
            if body and body.header.kind in (BodyKind.ASSEMBLY, BodyKind.EXECUTIVE_BOARD) and body.id != one.body.id:
                return body.name
    return None


def minority_refers_back_in_the_assembly(given: Given) -> Iterator[Finding]:
    """A minority can refer an item back ("minoritetsåterremiss") in fullmäktige alone. Source: KL 5:50."""
    for found in given.facts.minutes:
        for keys, paragraph in found.paragraphs:
            by_minority = paragraph.outcome is Outcome.REFERRED_BACK_BY_MINORITY
            if by_minority and found.body.header.kind is not BodyKind.ASSEMBLY:
                yield found.document.error(
                    "minoritetsåterremiss",
                    (*keys, "utfall"),
                    f"§ {paragraph.number} har utfallet {paragraph.outcome}, men bara fullmäktige har den (KL 5:50).",
                    f"skriv utfall: {Outcome.REFERRED_BACK} om majoriteten beslutade det.",
                )


def comes_back(given: Given) -> Iterator[Finding]:
    """An item that was referred back ("återremiss") or tabled ("bordlagt") is taken up again ("fortsätter") within some months.

    Not judged where the body is "historiskt".
    """
    for found in given.facts.minutes:
        if found.body.header.historical or given.is_unread(folder_of(found.body.document.path)):
            continue
        due = end_of_months(found.date, MONTHS_TO_COME_BACK)
        for keys, paragraph in found.paragraphs:
            if paragraph.outcome not in TO_COME_BACK or due >= given.today:
                continue
            for slug in paragraph.items:
                reference = ItemName(found.meeting.id, slug)
                if any(item.header.continues == str(reference) for item in found.body.items):
                    continue
                yield found.document.warning(
                    "inte-återupptaget",
                    (*keys, "utfall"),
                    f"§ {paragraph.number} blev {'bordlagd' if paragraph.outcome is Outcome.TABLED else 'återremitterad'} "
                    f"{found.date} och har inte tagits upp igen på {in_words(MONTHS_TO_COME_BACK)} månader.",
                    f"skriv fortsätter: {reference} i det ärende som tar upp saken igen; annars förklara varför den väntar.",
                )


RULES: tuple[Rule, ...] = (
    outcome_has_its_words,
    it_is_clear_whose_decision,
    minority_refers_back_in_the_assembly,
    comes_back,
)
