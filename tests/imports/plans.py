"""An invented municipality with three bodies, and how a yearly plan is imported into it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from build_scripts.__main__ import main
from build_scripts.loading import load

BODIES = {"ek-kf": ("Ekfullmäktige", "KF"), "ek-ks": ("Ekstyrelsen", "KS"), "ek-pn": ("Parknämnden i Ek", "PN AU")}


def imported(root: Path, name: str, content: str | bytes, *options: str) -> int:
    (root / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return main(["årsplan", str(root / name), "--idag", "2026-11-29", *options])


def planned(root: Path, id: str, year: int) -> list[str]:
    """The days of a body's schedule: "1-30 13:00 reserv Not"."""
    archive, findings = load(root)
    assert findings == []
    found = archive.body_by_id[id].schedule(year)
    assert found is not None
    return [
        f"{one.date.month}-{one.date.day}{hour(one.time)}{''.join(f' {word}' for word in (one.kind, one.note) if word)}"
        for one in found.header.meetings
    ]


def hour(time: dt.time | None) -> str:
    return f" {time:%H:%M}" if time else ""


LINES = """\
Nämnd Tid Jan Feb Mars April Maj Juni
KF 18:00 25 22 22 26 31 21(13.00)
KS 13:00 18 15 15 12 10 7, 28(08.00)
PN AU 08:10 28 - 4, 30 29 27 -
"""
