"""The site's own style sheets and scripts as a browser fetches them: joined, and without what only programmers read.

They are written in many files, with comments; sent so, they would be two fifths of what a first page weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

JOINED = {
    "assets/klubbat.css": (
        "base.css",
        "frame.css",
        "record.css",
        "states.css",
        "tables.css",
        "minutes.css",
        "charts.css",
    ),
    "assets/soksida.js": ("sok-hamta.js", "sok.js"),
    "assets/sokning.js": ("sok-ord.js", "sok-traff.js", "sok-motor.js", "sok-namn.js", "sok-fraga.js", "sok-svar.js"),
}
"""What is fetched as one file, and the files beside it that it is made of, in their order."""

OWN = re.compile(r"assets/[\w-]+\.(?:css|js)")
"""Our own, by name from the site's root: the theme's lie a folder deeper."""

_STRING_OR_COMMENT = re.compile(r"(\"[^\"\n]*\"|'[^'\n]*')|/\*.*?\*/", re.DOTALL)
_LINE_OF_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_BEGUN = re.compile(r"\n\s+")


def fetched(written: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(name, text) of every file that is fetched, from those that are written. What is joined is fetched in no other way."""
    parts = {f"assets/{part}": whole for whole, names in JOINED.items() for part in names}
    for whole, names in JOINED.items():
        found = [written[f"assets/{part}"] for part in names if f"assets/{part}" in written]
        if found:
            yield whole, "".join(_without_comments(whole, text) for text in found)
    for name, text in written.items():
        if name not in parts:
            yield name, _without_comments(name, text)


def _without_comments(name: str, text: str) -> str:
    """A script's comments have lines of their own; those of a style sheet may stand anywhere but in a string."""
    is_script = name.endswith(".js")
    kept = _LINE_OF_COMMENT.sub("", text) if is_script else _STRING_OR_COMMENT.sub(lambda found: found[1] or "", text)
    return _BEGUN.sub("\n", kept).lstrip()
