"""Notices: how long one stays up."""

from __future__ import annotations

import datetime as dt

from macros.facts.notices import notices
from macros.record.reading import read
from tests.checks.case import SOUND

ADDRESS = "anslagstavla/testnamnden-2026-02-05-4/"


def test_a_notice_stays_up_from_its_day_to_the_last_day_of_appeal() -> None:
    archive, findings = read(SOUND)
    assert findings == []
    found = {notice.address: notice for notice in notices(archive)}[ADDRESS]
    days = [dt.date(2026, 2, 12) + dt.timedelta(days=apart) for apart in range(30)]
    up = [day for day in days if found.is_up(day)]
    assert (up[0], up[-1], len(up)) == (dt.date(2026, 2, 13), dt.date(2026, 3, 6), 22)
    assert found.earliest_removal == found.earliest_laga_kraft == dt.date(2026, 3, 7)
    assert len(found.digest) == 16
