"""A day in words, for a date field that has just been filled in."""

from __future__ import annotations

from starlette.responses import PlainTextResponse, Response

from build_scripts.editor.form.beside_fields import day_told
from build_scripts.editor.form.posting import Form
from build_scripts.editor.form.state import day_in


def show(asked: Form) -> Response:
    """The weekday and the holiday of the day; nothing for what is no day."""
    day = day_in(asked.text("datum"))
    return PlainTextResponse(day_told(day) if day else "")
