"""What stands still beside the words of the minutes: what they rest on, and what is told of them.

Each has a line of its own, so that a change that is told of one frees no other. Keys go on from the paragraph's or the minutes':

- `body/meeting/number/beslut`: what the paragraph says by itself, without who was there;
- `body/meeting/number/handlingar`: the texts it was decided on: of its items, their documents, and lists that were reported;
- `body/meeting/text`: the minutes' own text;
- `body/meeting/partier`: the party on the day of everybody who was there;
- `body/meeting/organ`: what the body and its municipality were called on the day;
- `body/meeting/anslag-number`: when the notice of an approval was posted; `body/anslag/name`: a notice of delegated decisions.

Source: KL 5:65-67, 5:69, 6:35, 8:12.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from macros import addresses
from macros.facts.clauses import words_of
from macros.facts.day import Day
from macros.facts.frozen import LATER_IN_PARAGRAPHS, Frozen, paragraph, whole
from macros.facts.frozen_parts import LATER_IN_ITEMS, digest_of_said, said_in, text_of, withdrawals
from macros.facts.items import holds_lists
from macros.facts.minutes import Minuted
from macros.facts.notices import Posted
from macros.facts.paragraphs import Decided
from macros.record.archive import DelegationList
from macros.record.elected_names import names_in
from macros.record.item import Withdrawable
from macros.record.paper import Paper

WORDS, TEXTS, OWN_TEXT, PARTIES, NAMES, NOTICE = "beslut", "handlingar", "text", "partier", "organ", "anslag"
"""The last part of a key, and what begins it for the notice of an approval."""

LATER_IN_TEXTS = frozenset(("note", "explanations"))
"""What may come to a document or a list: a remark."""


def frozen_beside(facts: Day) -> Iterator[Frozen]:
    """Everything that stands still beside the words of the minutes, minutes by minutes, then notices of delegated decisions."""
    for minuted in facts.minutes:
        if minuted.is_whole:
            yield from _of_whole(minuted)
        for n, one in enumerate(minuted.decided):
            if one.is_approved:
                held = paragraph(minuted, n, one)
                yield _words(held, minuted, one, n)
                if one.items:
                    yield _texts(held, minuted, one)
    for notice in facts.notices.all:
        if notice.posted <= facts.today:
            yield _posted(notice)


def _of_whole(minuted: Minuted) -> Iterator[Frozen]:
    held, header = whole(minuted), minuted.document.header
    yield replace(held, key=f"{held.key}/{OWN_TEXT}", digest=digest_of_said({"text": text_of(minuted.document.body)}))
    members = minuted.body.members.header if minuted.body.members else None
    found = {name: members.person(name, minuted.date) for _, name in names_in(header.attendance)} if members else {}
    parties = {name: person.party_on(minuted.date) for name, person in found.items() if person}
    yield replace(held, key=f"{held.key}/{PARTIES}", digest=digest_of_said(parties))
    called = {"namn": minuted.body_name, "kommun": minuted.body.header.municipality}
    yield replace(held, key=f"{held.key}/{NAMES}", digest=digest_of_said(called))


def _words(held: Frozen, minuted: Minuted, one: Decided, n: int) -> Frozen:
    """Only a change that names the paragraph, or withdraws all or its item, frees it: one of who was there does not."""
    written = minuted.document.header.paragraphs[n]
    said = {
        "paragraf": said_in(written, exclude={*LATER_IN_PARAGRAPHS, "assignments"}),
        "uppdrag": [said_in(given, exclude={"reported_in"}) for given in written.assignments],
        "satser": words_of(written, one.items),
        "ärenden": [said_in(item.header, exclude={*LATER_IN_ITEMS, "attachments"}) for item in one.items],
    }
    return _told(held, WORDS, said, one)


def _texts(held: Frozen, minuted: Minuted, one: Decided) -> Frozen:
    lists = minuted.meeting.lists if any(map(holds_lists, one.items)) else ()
    papers = [paper for item in one.items for paper in item.papers if _was_there(paper, held.approved)]
    found: tuple[Paper | DelegationList, ...] = (*papers, *lists)
    said = {
        "ärenden": [text_of(item.document.body) for item in one.items],
        "handlingar": [_said_of(text) for text in found],
    }
    return _told(held, TEXTS, said, one, chain.from_iterable(map(_withdrawable, found)))


def _told(
    held: Frozen,
    part: str,
    said: dict[str, Any],
    one: Decided,
    documents: Iterable[Withdrawable] = (),
) -> Frozen:
    """A part of a paragraph, with what is told of it: by name, or because its item or one of its documents was withdrawn."""
    told = [str(change) for change in one.changes]
    told += withdrawals((*(item.header for item in one.items), *documents), held.approved)
    change, digest = told[-1] if told else "", digest_of_said(said)
    return replace(held, key=f"{held.key}/{part}", edition=1 + len(told), change=change, digest=digest)


def _was_there(paper: Paper, approved: dt.date) -> bool:
    """Whether the document had come when it was approved."""
    return paper.header.arrival_date is None or paper.header.arrival_date <= approved


def _said_of(found: Paper | DelegationList) -> dict[str, object]:
    said: dict[str, object] = said_in(found.header, exclude={*LATER_IN_TEXTS})
    return said | {"text": text_of(found.document.body)}


def _withdrawable(found: Paper | DelegationList) -> Iterable[Withdrawable]:
    """What of it can be withdrawn: itself, and the rows of a list."""
    return (found.header, *(found.header.decisions if isinstance(found, DelegationList) else ()))


def _posted(notice: Posted) -> Frozen:
    """The day a notice was posted; while it is up all of it is held by the ledger of notices."""
    approved = notice.approved or notice.posted
    if notice.delegated is not None:
        said = said_in(notice.delegated.header, exclude={*LATER_IN_TEXTS, "removed"})
        digest = digest_of_said(said | {"text": text_of(notice.document.body)})
        key = f"{notice.body.id}/{NOTICE}/{notice.delegated.slug}"
        return Frozen(key, approved, 1, "", digest, notice.document, notice.keys)
    meeting = notice.meeting.id if notice.meeting else ""
    told = [str(change) for change in notice.document.header.changes if change.paragraphs is None]
    digest = digest_of_said({"anslaget": str(notice.posted)})
    name = notice.address.removeprefix(f"{addresses.NOTICE_BOARD}{notice.body.id}-{meeting}-").removesuffix("/")
    key = f"{notice.body.id}/{meeting}/{NOTICE}-{name}"
    return Frozen(key, approved, 1 + len(told), told[-1] if told else "", digest, notice.document, notice.keys)
