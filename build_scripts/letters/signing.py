"""The letter with minutes that are to be approved, to those who sign them; nobody else may have it before that."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.pdf import documents
from build_scripts.letters.draft import Draft
from macros.facts.day import Day
from macros.facts.minutes import Minuted
from macros.pages import wording
from macros.pages.request import recipient
from macros.pages.signing import to_sign

NAME = "protokoll-att-justera"


def letters(facts: Day, minuted: Minuted, site_url: str) -> Iterator[Draft]:
    """The letter, as long as anything of the minutes is left to approve when the meeting has been."""
    left = [part for part in minuted.parts if part.approved is None]
    if not left or facts.today < minuted.meeting.last_day:
        return
    body = minuted.body
    days = wording.plain_days(minuted.meeting.days)
    text = "\n".join(
        (
            f"{minuted.body_name}, {body.header.municipality}",
            f"Protokoll {days}",
            "",
            "Protokollet är bifogat, med en rad för varje underskrift.",
            *(
                f"{wording.paragraph_range(part.approval.paragraphs)}: justeras senast {wording.plain_day(part.latest.strict)}."
                for part in left
            ),
            "",
            "Tills det är justerat är det ett utkast och läggs inte ut.",
        )
    )
    paper = documents.to_sign(body, minuted.date, to_sign(facts, minuted), site_url)
    yield Draft(
        f"{NAME}.eml",
        f"Att justera: {minuted.body_name} {days}",
        text,
        recipient(body, None).email,
        (),
        (f"{NAME}.pdf", paper),
    )
