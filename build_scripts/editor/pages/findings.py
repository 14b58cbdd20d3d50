"""What is found in the whole record ("Kontroll"), file by file: errors first, then warnings, then what is explained."""

from __future__ import annotations

from itertools import groupby

from starlette.responses import Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.pages.titles import naming
from build_scripts.editor.templating import page
from macros.finding import Finding, Level

_PARTS = (
    ("fel", "Fel", lambda found: found.level is Level.ERROR),
    ("varningar", "Varningar", lambda found: found.level is not Level.ERROR and not found.explanation),
    (
        "forklarade",
        "Varningar med förklaring i filen",
        lambda found: found.level is not Level.ERROR and found.explanation,
    ),
)


def show(editor: Editor) -> Response:
    """All findings, with the way to each file."""
    saved = editor.saved()
    parts = [(id, heading, _by_file([one for one in saved.findings if is_in(one)])) for id, heading, is_in in _PARTS]
    return page(
        "fynd.html",
        parts=[part for part in parts if part[2]],
        **naming(editor),
    )


def _by_file(findings: list[Finding]) -> list[tuple[str, list[Finding]]]:
    found = sorted(findings, key=lambda one: one.place)
    return [(path, list(of_file)) for path, of_file in groupby(found, key=lambda one: one.place.path)]
