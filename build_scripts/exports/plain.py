"""The site's pages as plain Markdown files, so that another engine can build them.

A page of the record is the `index.md` of its address: its title in a header, and its article as one block of HTML without
blank lines, indentation and braces, so that CommonMark, Python-Markdown and engines with templates leave it as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from build_scripts.content import ContentPage
from macros.addresses import file_at
from macros.pages.page import Promise
from macros.texts.calls import fill

_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_LINE_ENDS = re.compile(r"\s*\n\s*")
_FIRST_HEADING = re.compile(r"^#\s+(.+?)\s*#*$", re.MULTILINE)
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


def plain_pages(pages: Iterable[Promise], content: Mapping[str, ContentPage]) -> Iterator[tuple[str, str]]:
    """File name and content of every page of the record, and of those written by hand, by their path below `content`."""
    for page in pages:
        made = page.make()
        yield (
            file_at(page.address, "md"),
            f'{_header(made.title)}<div class="klubbat">\n{as_block(made.html)}\n</div>\n',
        )
    for name, hand_written in content.items():
        yield name, _hand_written(hand_written)


def _hand_written(page: ContentPage) -> str:
    heading = _FIRST_HEADING.search(page.body)
    title = page.title or (heading[1] if heading else "")
    return _header(title) + str(fill(page.body, [Markup(as_block(str(escape(value)))) for value in page.values]))


def _header(title: str) -> str:
    """A header with the title as a quoted text, which JSON and YAML write the same way."""
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n" if title else ""


def as_block(html: str) -> str:
    """The same HTML without blank lines, indentation and braces; line ends in preformatted text become references."""
    parts = _PREFORMATTED.split(html.strip())
    for number, part in enumerate(parts):
        parts[number] = part.replace("\n", "&#10;") if number % 2 else _LINE_ENDS.sub("\n", part)
    return "".join(parts).translate(_BRACES)
