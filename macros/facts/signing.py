"""Minutes on their way to be signed: what they say before anybody outside may read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from macros.record.archive import Archive, Meeting


def as_if_approved(archive: Archive, meeting: Meeting, today: dt.date) -> Archive:
    """The record as it would be if all of the meeting's minutes were approved on the day; the meeting is found by its ids.

    Only what is meant for those who are to approve may be made of it. Source: KL 5:65-69, 6:35; TF 2:10.
    """
    assert meeting.minutes is not None
    header = meeting.minutes.header
    approvals = tuple(
        one if one.approved and one.approved <= today else one.model_copy(update={"approved": today})
        for one in header.approvals
    )
    minutes = replace(meeting.minutes, header=header.model_copy(update={"approvals": approvals}))
    bodies = tuple(
        replace(
            body,
            meetings=tuple(replace(one, minutes=minutes) if one.id == meeting.id else one for one in body.meetings),
        )
        if body.id == meeting.body_id
        else body
        for body in archive.bodies
    )
    return replace(archive, bodies=bodies)
