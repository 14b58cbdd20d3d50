"""Fills the editor's templates: every value is escaped, a name that is missing stops at once."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from macros.dates import written

_environment = Environment(
    loader=PackageLoader("build_scripts.editor"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_environment.globals.update({"weekday_date": written.weekday_date, "hours": written.hours})


def page(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the editor."""
    return HTMLResponse(_environment.get_template(template).render(values), status)


def refusal(status: int, sentence: str) -> HTMLResponse:
    """A page that says why something is not done."""
    return page("besked.html", status, heading="Det gick inte", sentence=sentence, lines=(), links=())
