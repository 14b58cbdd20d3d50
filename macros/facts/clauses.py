"""What a clause of a decision does: decides for the body itself, or proposes to another body, whose decision it prepares.

A body that proposes decides nothing that can be appealed: the decision of the body that gets the proposal can be.
Source: KL 13:2.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.dates.written import uncapital
from macros.record.archive import AgendaItem
from macros.record.body import BodyHeader, BodyKind
from macros.record.item import ItemKind
from macros.record.minutes import Appeal, Outcome, Paragraph


class Effect(enum.Enum):
    """What a clause does; UNCLEAR where its words can be read in both ways."""

    DECIDES = enum.auto()
    PROPOSES = enum.auto()
    UNCLEAR = enum.auto()


@dataclass(frozen=True)
class Clause:
    """A clause ("beslutssats") or a sentence of one; `receiver` is the other body, as named inside a sentence."""

    text: str
    effect: Effect
    receiver: str = ""


_BODY = (
    r"(?:(?:kommun|region|landstings)?fullmäktige|(?:kommun|region)?styrelsen"
    r"|(?:\w+- och )?\w*nämnden|(?:kommunstyrelsens )?\w*utskottet)"
)
_SUBJECT = re.compile(rf"^(?:att )?(?P<body>{_BODY})(?P<rest>\s+.*)", re.IGNORECASE | re.DOTALL)
_TOLD_TO_ACT = re.compile(
    r"^\s+(?:får|ges|ska|skall|bör|uppdras|uppmanas|åläggs|ansvarar|svarar|redovisar|återkommer|återrapporterar|har i uppdrag)\b",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(
    rf"(?:\b(?:föreslå(?:r|s)?|hemställ(?:er|a)|rekommendera(?:r|s)?|tillstyrk(?:er|a|s))\b[^.]*?|\bförslag till )"
    rf"\b(?P<body>{_BODY})\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(rf"\b(?P<body>{_BODY})s?\s+föreslås\b", re.IGNORECASE)
_HANDED_ON = re.compile(
    rf"\b(?:överlämna(?:r|s)?|lämna(?:r|s)? (?:över )?|skicka(?:r|s)? vidare|hänskjut(?:er|a|s)|för (?:vidare )?beslut)\b"
    rf"[^.]*?\b(?P<body>{_BODY})\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"\b(?:yttrande|remissvar|svar)", re.IGNORECASE)
"""What is adopted only to be handed on: an answer to a body that asked."""

_CONDITION = re.compile(
    r"\bunder förutsättning\b[^.]*|\bförutsatt att\b[^.]*|\bmed förbehåll för\b[^.]*|\b(?:efter|i enlighet med|enligt) "
    r"[^.,]*\b(?:beslut|mål|riktlinjer|reglemente)\b[^.,]*",
    re.IGNORECASE,
)
"""What another body has decided, or must decide for the body's own decision to hold: the decision is still the body's own."""

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZÅÄÖ])")
_ASSEMBLY = r"(?:kommun|region|landstings)?fullmäktige"
_GENERIC = {
    BodyKind.ASSEMBLY: _ASSEMBLY,
    BodyKind.EXECUTIVE_BOARD: r"(?:kommun|region)?styrelsen",
    BodyKind.BOARD: r"nämnden",
    BodyKind.JOINT_BOARD: r"nämnden",
    BodyKind.COMMITTEE: r"\w*utskottet",
}
_ABOVE = {
    BodyKind.ASSEMBLY: r"(?!)",
    BodyKind.EXECUTIVE_BOARD: _ASSEMBLY,
    BodyKind.BOARD: rf"{_ASSEMBLY}|(?:kommun|region)styrelsen",
    BodyKind.JOINT_BOARD: rf"{_ASSEMBLY}|(?:kommun|region)styrelsen",
    BodyKind.COMMITTEE: rf"{_ASSEMBLY}|(?:kommun|region)?styrelsen|.*nämnden",
}
"""The bodies that a body of this kind prepares decisions for."""


class Way(enum.Enum):
    """How a paragraph's decision can be appealed, as far as its own words say.

    PREPARES when all it does is to propose; UNCLEAR when the words can be read in both ways and nobody has said how it can.
    """

    REVIEW = enum.auto()
    ADMINISTRATIVE = enum.auto()
    IMPOSSIBLE = enum.auto()
    PREPARES = enum.auto()
    UNCLEAR = enum.auto()


def words_of(paragraph: Paragraph, items: Sequence[AgendaItem]) -> tuple[str, ...]:
    """The decision's words: its own, or its items' proposals where it was decided as proposed."""
    if paragraph.decision or paragraph.outcome is not Outcome.AS_PROPOSED:
        return paragraph.decision
    return tuple(proposal for item in items for proposal in item.header.proposals)


def way_of(body: BodyHeader, paragraph: Paragraph, items: Sequence[AgendaItem]) -> Way:
    """How the paragraph can be appealed: as it says itself ("överklagande"), else by what its clauses do.

    A clause of the body's own keeps its time for appeal also where another only proposes. Source: KL 13:2.
    """
    if paragraph.appeal is Appeal.NONE:
        return Way.IMPOSSIBLE
    if paragraph.appeal is Appeal.ADMINISTRATIVE_APPEAL:
        return Way.ADMINISTRATIVE
    effects = {clause.effect for clause in clauses_in(body, paragraph, items)}
    if not effects or Effect.DECIDES in effects:
        return Way.REVIEW
    if Effect.UNCLEAR in effects:
        return Way.REVIEW if "appeal" in paragraph.model_fields_set else Way.UNCLEAR
    return Way.PREPARES


def clauses_in(body: BodyHeader, paragraph: Paragraph, items: Sequence[AgendaItem]) -> tuple[Clause, ...]:
    """Each sentence of the paragraph's decision with what it does."""
    about_motion = any(item.header.kind in (ItemKind.MOTION, ItemKind.MOTION_RESPONSE) for item in items)
    return clauses_of(words_of(paragraph, items), body, about_motion)


def clauses_of(texts: tuple[str, ...], body: BodyHeader, about_motion: bool = False) -> tuple[Clause, ...]:
    """Each sentence of the decision with what it does.

    Only fullmäktige decides a motion: where another body's words do not say that they propose, they are unclear.

    A row that ends with a colon ("Kommunstyrelsen föreslår att kommunfullmäktige beslutar:") says it for the rows that follow,
    until the next such row.
    """
    found = tuple(_clauses(texts, body))
    if not about_motion or body.kind is BodyKind.ASSEMBLY:
        return found
    return tuple(replace(one, effect=Effect.UNCLEAR) if one.effect is Effect.DECIDES else one for one in found)


def _clauses(texts: Sequence[str], body: BodyHeader) -> Iterator[Clause]:
    led: Clause | None = None
    for text in texts:
        if text.rstrip().endswith(":"):
            led = _clause(text.rstrip().removesuffix(":"), body)
            continue
        for sentence in _SENTENCE.split(text):
            own = _clause(sentence, body)
            proposed = led is not None and led.effect is Effect.PROPOSES and own.effect is Effect.DECIDES
            yield Clause(sentence, Effect.PROPOSES, led.receiver) if proposed and led else own


def _clause(sentence: str, body: BodyHeader) -> Clause:
    said = _CONDITION.sub(" ", " ".join(sentence.split()))
    for pattern in (_PROPOSED, _PROPOSAL):
        if (found := pattern.search(said)) and not _is_own(found["body"], body):
            return Clause(sentence, Effect.PROPOSES, _named(found))
    subject = _SUBJECT.match(said)
    if subject and not _is_own(subject["body"], body):
        if re.fullmatch(_ABOVE[body.kind], subject["body"], re.IGNORECASE):
            unclear = _TOLD_TO_ACT.match(subject["rest"]) is not None
            return Clause(sentence, Effect.UNCLEAR if unclear else Effect.PROPOSES, _named(subject))
        acts = _TOLD_TO_ACT.match(subject["rest"])
        return Clause(sentence, Effect.DECIDES) if acts else Clause(sentence, Effect.UNCLEAR, _named(subject))
    handed = _HANDED_ON.search(said)
    if handed and re.fullmatch(_ABOVE[body.kind], handed["body"], re.IGNORECASE) and not _is_own(handed["body"], body):
        decided_first = " och " in said[: handed.start() + 1] and not _ANSWER.search(said)
        return Clause(sentence, Effect.DECIDES) if decided_first else Clause(sentence, Effect.UNCLEAR, _named(handed))
    return Clause(sentence, Effect.DECIDES)


def _named(found: re.Match[str]) -> str:
    """The body as it is named inside a sentence."""
    return uncapital(found["body"])


def _is_own(named: str, body: BodyHeader) -> bool:
    """Whether the words name the body itself: by a name that it has had, its short name, or the word for bodies of its kind.

    "Nämnden" alone is the body itself, but to a committee, which prepares for one.
    """
    own = {name.casefold() for name in (*body.names, body.short_name) if name}
    own |= set() if body.kind is BodyKind.COMMITTEE else {"nämnden"}
    return (
        named.casefold().strip() in own or re.fullmatch(_GENERIC[body.kind], named.strip(), re.IGNORECASE) is not None
    )
