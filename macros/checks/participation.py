"""Rules of what people did in a paragraph: only those who took part propose, vote and dissent; the disqualified do nothing."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.checks.names import is_told, meant
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.minutes import Paragraph
from macros.record.schema import Keys

_Act = tuple[Keys, str, str]
"""Something done by name in a paragraph: the way to the name, the name, and what was done."""


def disqualified_was_there(given: Given) -> Iterator[Finding]:
    """Somebody disqualified ("jäv") stands once, and is in the attendance: else there was nothing to step back from.

    Source: KL 6:28-32.
    """
    for found in given.facts.minutes:
        attendance = found.header.attendance
        everyone = {one.name for _, one in attendance.everyone}
        for keys, paragraph in found.paragraphs:
            names = [one.name for one in paragraph.disqualified]
            for n, name in enumerate(names):
                if name not in everyone and not is_told(found, name):
                    yield found.document.error(
                        "jäv-närvarande",
                        (*keys, "jäv", n, "namn"),
                        f"{name} anmälde jäv i § {paragraph.number} men står inte bland de närvarande.",
                        meant(name, everyone, "lägg till namnet under närvarande, eller ta bort jäv."),
                    )
                elif name in names[:n]:
                    yield found.document.error(
                        "jäv-närvarande",
                        (*keys, "jäv", n, "namn"),
                        f"{name} står två gånger under jäv i § {paragraph.number}.",
                        "ta bort den ena raden.",
                    )


def _proposed(paragraph: Paragraph) -> Iterator[_Act]:
    for n, yrkande in enumerate(paragraph.yrkanden):
        yield from ((("yrkanden", n, "av", m), name, "yrkade") for m, name in enumerate(yrkande.names))


def _dissented(paragraph: Paragraph) -> Iterator[_Act]:
    for n, dissent in enumerate(paragraph.dissents):
        yield from ((("reservationer", n, "av", m), name, "reserverade sig") for m, name in enumerate(dissent.names))


def _stated(paragraph: Paragraph) -> Iterator[_Act]:
    for n, statement in enumerate(paragraph.statements):
        for m, name in enumerate(statement.names):
            yield ("särskilda_yttranden", n, "av", m), name, "lämnade ett särskilt yttrande"
    for n, note in enumerate(paragraph.notes_to_minutes):
        yield from ((("anteckningar", n, "av", m), name, "gjorde en anteckning") for m, name in enumerate(note.names))


def _voted(paragraph: Paragraph) -> Iterator[_Act]:
    for n, vote in enumerate(paragraph.votes):
        yield from ((("votering", n, key, m), name, "röstade") for key, m, name in vote.ballots)


def disqualified_does_nothing(given: Given) -> Iterator[Finding]:
    """Somebody disqualified ("jäv") neither proposes, votes, dissents nor says anything in that paragraph.

    Source: KL 4:27, 5:65-67, 6:27, 6:28-32, 6:35.
    """
    for found, keys, paragraph in _paragraphs(given):
        for way, name, did in (*_proposed(paragraph), *_voted(paragraph), *_dissented(paragraph), *_stated(paragraph)):
            if name in paragraph.disqualified_names:
                yield found.document.error(
                    "jäv-deltog",
                    (*keys, *way),
                    f"{name} anmälde jäv i § {paragraph.number} men {did} i den.",
                    f"ta bort namnet ur {way[0]}, eller rätta jäv.",
                )


def proposer_took_part(given: Given) -> Iterator[Finding]:
    """A proposal ("yrkande") comes from one who takes part in the decision.

    Source: KL 4:20.
    """
    for found, keys, paragraph in _paragraphs(given):
        for way, name, did in _proposed(paragraph):
            yield from _outsider(found, paragraph, (*keys, *way), name, did, "yrkande-deltog")


def voters_take_part(given: Given) -> Iterator[Finding]:
    """Members and serving substitutes who are there vote, and nobody else.

    Source: KL 5:65-67, 6:27, 6:28-32, 6:35.
    """
    for found, keys, paragraph in _paragraphs(given):
        for way, name, did in _voted(paragraph):
            yield from _outsider(found, paragraph, (*keys, *way), name, did, "röst-deltog")


def dissenter_took_part(given: Given) -> Iterator[Finding]:
    """A dissent ("reservation") comes from one who took part in the decision.

    Source: KL 4:27.
    """
    for found, keys, paragraph in _paragraphs(given):
        for way, name, did in _dissented(paragraph):
            yield from _outsider(found, paragraph, (*keys, *way), name, did, "reservation-deltog")


def abstainer_was_there(given: Given) -> Iterator[Finding]:
    """Who abstains from a decision ("deltar_inte") could have taken part in it, and then neither votes nor dissents.

    A proposal ("yrkande") they may have made before. Source: KL 4:25, 4:27.
    """
    for found, keys, paragraph in _paragraphs(given):
        for n, name in enumerate(paragraph.not_deciding):
            yield from _outsider(
                found, paragraph, (*keys, "deltar_inte", n), name, "avstod från att delta", "deltar-inte"
            )
        abstaining = frozenset(paragraph.not_deciding)
        for way, name, _ in (*_dissented(paragraph), *_voted(paragraph)):
            if name in abstaining:
                yield found.document.error(
                    "deltar-inte",
                    (*keys, *way),
                    f"{name} deltog inte i beslutet i § {paragraph.number} men står också under {way[0]}.",
                    "behåll det ena: den som inte deltar i beslutet varken röstar eller reserverar sig.",
                )


def _outsider(found: Minuted, paragraph: Paragraph, keys: Keys, name: str, did: str, rule: str) -> Iterator[Finding]:
    entitled = found.header.may_be_entitled(paragraph)
    if name not in entitled and name not in paragraph.disqualified_names and not is_told(found, name):
        yield found.document.error(
            rule,
            keys,
            f"{name} {did} i § {paragraph.number} men deltog inte i den som ledamot eller tjänstgörande ersättare.",
            meant(name, entitled, "rätta namnet, eller närvarande."),
        )


def statement_by_somebody_there(given: Given) -> Iterator[Finding]:
    """A statement ("särskilt yttrande") or a note ("anteckning") comes from an elected representative who was there.

    A substitute who did not serve may make one where the local rules let the board allow it.
    Source: KL 5:65-67, 6:35; the body's reglemente.
    """
    for found, keys, paragraph in _paragraphs(given):
        there = found.header.attendance.may_be_there_at(paragraph.number)
        for way, name, did in _stated(paragraph):
            if name not in there and name not in paragraph.disqualified_names and not is_told(found, name):
                yield found.document.error(
                    "yttrande-närvarande",
                    (*keys, *way),
                    f"{name} {did} i § {paragraph.number} men var inte närvarande.",
                    meant(name, there, "rätta namnet, eller närvarande."),
                )


def _paragraphs(given: Given) -> Iterator[tuple[Minuted, Keys, Paragraph]]:
    return ((found, keys, paragraph) for found in given.facts.minutes for keys, paragraph in found.paragraphs)


RULES: tuple[Rule, ...] = (
    disqualified_was_there,
    disqualified_does_nothing,
    proposer_took_part,
    voters_take_part,
    dissenter_took_part,
    abstainer_was_there,
    statement_by_somebody_there,
)
