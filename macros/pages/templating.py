"""Fills the project's own templates: every value is escaped, a name that is missing stops at once."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros.dates import written
from macros.dates.after_meeting import TIMES
from macros.law import running
from macros.pages import past, states, wording
from macros.pages.explained import explained, explaining


class _Environment(Environment):
    """Looks names up in one plain dict: Jinja's chain of dicts costs each page that imports another a fifth of its time."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def _secrecy_explained(worded: Callable[[Any], str]) -> Callable[[Any], Markup]:
    """The wording of why something is not shown, with its word of the glossary marked."""
    return lambda withheld: explaining(worded(withheld), "sekretess")


_environment = _Environment(
    loader=PackageLoader("macros.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_environment.globals.update(
    {
        "day": wording.day,
        "days": wording.days,
        "dates": wording.dates,
        "short_days": wording.short_days,
        "plain_days": wording.plain_days,
        "plain_dates": wording.plain_dates,
        "meeting_kind": wording.meeting_kind,
        "which_meeting": wording.which_meeting,
        "plain_day": wording.plain_day,
        "plain_date": wording.plain_date,
        "date": wording.date,
        "short_day": wording.short_day,
        "month_sign": written.month_sign,
        "day_sign": written.day_sign,
        "weekday_sign": written.weekday_sign,
        "days_left": wording.days_left,
        "clock": wording.clock,
        "hours": wording.hours,
        "month": wording.month,
        "number_of": wording.number_of,
        "size": wording.size,
        "why_withheld": _secrecy_explained(wording.why_withheld),
        "when_and_why_withheld": _secrecy_explained(wording.when_and_why_withheld),
        "ARRIVALS": wording.ARRIVALS,
        "ITEM_KINDS": wording.ITEM_KINDS,
        "STRUCK": states.STRUCK,
        "struck_words": wording.struck_words,
        "PASSED": states.PASSED,
        "RAISED": wording.RAISED,
        "WITHHELD_APPEAL": wording.WITHHELD_APPEAL,
        "law": running,
        "PRESENCE": wording.PRESENCE,
        "CASTS": wording.CASTS,
        "MOST_OTHERS": past.MOST_OTHERS,
        "LEAST_FILTERED": 8,  # rows that are worth a field to filter them by
        "past_event": past.told,
        "CHANGES": wording.CHANGES,
        "TIMES": TIMES,
        "state": states.state,
        "meeting_day_states": states.meeting_day_states,
        "day_states": states.day_states,
        "paragraph_range": wording.paragraph_range,
        "paragraph_title": wording.paragraph_title,
        "explained": explained,
    }
)
_environment.filters["parted"] = wording.parted
_environment.filters["explaining"] = explaining
_environment.filters["capitalised"] = written.capital
_environment.filters["uncapitalised"] = written.uncapital
_environment.filters["that_meeting"] = wording.that_meeting
_environment.filters["unended"] = wording.unended
_environment.filters["possessive"] = wording.possessive


def keep_compiled(cache: BytecodeCache) -> None:
    """From here on templates are taken from the cache where it has them, and put there where it has not."""
    _environment.bytecode_cache = cache


def render(template: str, **values: Any) -> Markup:
    """The template filled with the values, as HTML."""
    return Markup(_environment.get_template(template).render(values))


def root_from(address: str) -> str:
    """The way from a page to the site's root: "../../" from `avux/2017/`."""
    return "../" * address.count("/")


def relative(from_address: str, to_address: str) -> str:
    """The link from one page to another, so that the site works from any folder and from a disk."""
    return root_from(from_address) + to_address or "./"
