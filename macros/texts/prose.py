"""Prose of the record: Markdown as safe HTML. Text stays text: no raw HTML, no templates, no styles, no images."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import nh3
from markupsafe import Markup

from macros.texts import footnotes
from macros.texts.commonmark import as_html
from macros.texts.figures import FIGURE
from macros.words import words

_TAGS = {
    *words(
        "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre section strong sup table tbody td th thead tr ul"
    )
}
CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={
        **{"*": set(), "a": {"href", "id"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}, "li": {"id"}},
    },
    tag_attribute_values={
        "a": {"class": {"footnote-backref"}},
        "sup": {"class": {"footnote-ref"}},
        "section": {"class": {"footnotes"}},
    },
    url_schemes={"https", "mailto"},
    link_rel=None,
    strip_comments=True,
)

OMITTED = "<!-- raw HTML omitted -->"
"""What Markdown leaves in place of raw HTML."""

BREAK = "<br>"
"""A new line within a table's cell: the one HTML that is taken, and only there, since Markdown has no other way."""


def until(tag: str) -> str:
    """The pattern of what stands before the end of a tag: faster than the shortest of anything."""
    return rf"[^<]*+(?:<(?!/{tag}>)[^<]*+)*+"


_BREAK_MARK = "\ue001"
"""Stands for a break while Markdown runs; sources may not contain it."""

TAG = re.compile(r"<[^>]*>")
CELL = re.compile(rf"<t[hd](?: [^>]*)?>({until('t[hd]')})</t[hd]>")
LINK = re.compile(r'<a href="([^"]*)"')
"""What safe HTML is made of."""

_CODE = re.compile(r"<code[^>]*>.*?</code>", re.DOTALL)
_WRITTEN_CODE = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)|\Z)",
    re.DOTALL | re.MULTILINE,
)


def without_code(markdown: str) -> str:
    """The text with its code blanked: what stands there is shown as it is written."""
    if "`" not in markdown and "~~~" not in markdown:
        return markdown
    return _WRITTEN_CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), markdown)


def uncleaned(markdown: str) -> str:
    """Markdown as HTML before cleaning, never shown: raw HTML leaves a comment, and a refused link an empty address."""
    breaks = BREAK in markdown and "|" in markdown
    html = as_html(markdown.replace(BREAK, _BREAK_MARK) if breaks else markdown)
    if not breaks:
        return html
    html = _CODE.sub(lambda code: code[0].replace(_BREAK_MARK, "&lt;br&gt;"), html)
    return CELL.sub(lambda cell: cell[0].replace(_BREAK_MARK, BREAK), html).replace(_BREAK_MARK, OMITTED)


LOWEST_HEADING = 6

_ALIGNED = (f'{cell} align="{side}">' for cell in ("td", "th") for side in ("left", "center", "right"))
_HARMLESS = frozenset(
    (*(f"{end}{tag}>" for tag in _TAGS - {"a", "pre", "br", "hr"} for end in ("", "/")), "br />", "hr />", *_ALIGNED)
)
"""What may follow a < in HTML that needs no cleaning: exactly these words, so nothing that leads or runs."""

_AFTER_MARK = re.compile("<([^<>]*>?)")


@lru_cache(maxsize=2**14)
def safe_html(markdown: str) -> str:
    """The text as HTML that holds the text's own words and nothing else: CommonMark with tables, notes and strikethrough.

    Raw HTML and images are left out; links keep their address only when it is `https:`, `mailto:` or inside the site.
    Kept for a while: a text is looked at when it is checked and when its page is made.
    """
    return cleaned(uncleaned(markdown))


def cleaned(html: str) -> str:
    """What the cleaner makes of it. It is slow, and most texts have harmless tags only: those are written as it writes them."""
    if _HARMLESS.issuperset(_AFTER_MARK.findall(html)):
        return (
            html.replace("&quot;", '"').replace("\u00a0", "&nbsp;").replace("<br />", "<br>").replace("<hr />", "<hr>")
        )
    return CLEANER.clean(html)


_TITLE = re.compile(
    r"(?P<mark>#{1,6}\s+|\*\*|__)?(?P<words>.+?)(?:\s+#+|\*\*|__)?\s*\n(?:[=-]{3,}\s*\n)?(?=\s*\n|\s*\Z)"
)


def without_title(markdown: str, title: str) -> str:
    """The text without a first line that only says the title, as a heading, in bold or alone: the page has said it."""
    text = f"{markdown.lstrip()}\n"
    found = _TITLE.match(text) or re.match(r"(?P<mark>#{1,6}\s+)(?P<words>.+?)(?:\s+#+)?\s*\n", text)
    return text[found.end() :] if found and _said(found["words"]) == _said(title) else markdown


def _said(words: str) -> str:
    return " ".join(words.split()).casefold().rstrip(".")


def prose(markdown: str, level: int = 2, root: str = "", files: Mapping[int, str] = MappingProxyType({})) -> Markup:
    """The text as it stands on a page: headings from `level` down, tables that scroll in their own box.

    `root` is the way from the page to the site's root ("../../"): a link written `/avux/2017/` follows it, so that the
    site works from any folder. `files` has the way to each table that is a file too, by its number.
    """
    html = safe_html(markdown)
    if "<h" in html:
        html = _with_headings(html, level)
    if "<table" in html:
        html = _with_tables(html, files)
    if "<a " in html:
        html = footnotes.led(_with_links(html, root))
    return Markup(html.replace("<pre>", '<pre tabindex="0">'))


_HEADING = re.compile(rf"<h([1-6])>({until('h[1-6]')})</h\1>")


def _with_headings(html: str, level: int) -> str:
    """Headings without gaps from `level` down, whatever levels the text uses; empty ones are left out."""
    used = sorted({found[1] for found in _HEADING.finditer(html)})
    below = level - 1

    def shifted(found: re.Match[str]) -> str:
        nonlocal below
        if not found[2].strip():
            return ""
        below = min(level + used.index(found[1]), below + 1, LOWEST_HEADING)
        return f"<h{below}>{found[2]}</h{below}>"

    return _HEADING.sub(shifted, html)


_PIECE = re.compile(rf"<h[2-6]>(?P<heading>{until('h[2-6]')})</h[2-6]>|<table>(?P<rows>{until('table')})</table>")


def _with_tables(html: str, files: Mapping[int, str]) -> str:
    """Each table in a box of its own, called by its number in the text and the heading above it, with the way to its file."""
    heading, number = "", 0

    def boxed(found: re.Match[str]) -> str:
        nonlocal heading, number
        if found["heading"] is not None:
            heading = TAG.sub("", found["heading"]).strip()
            return found[0]
        number += 1
        name = f"Tabell {number}" + (f": {heading}" if heading else "")
        label = name.replace('"', "&quot;")
        file = (
            f'<p class="k-tabell__fil k-ej-utskrift" data-sok-ej><a href="{files[number]}">Tabellen som CSV'
            f'<span class="visuellt-dold">: {name}</span></a></p>'
            if number in files
            else ""
        )
        return (
            f'<div class="k-tabell" role="region" aria-label="{label}" tabindex="0">'
            f'<table><caption class="visuellt-dold">{name}</caption>{_with_cells(found["rows"])}</table></div>{file}'
        )

    return _PIECE.sub(boxed, html)


ROW = re.compile(rf"<tr>({until('tr')})</tr>")
_CELL_PARTS = re.compile(rf"<(t[hd])(?: align=\"(\w+)\")?>({until('t[hd]')})</t[hd]>")


def _with_cells(rows: str) -> str:
    """Header cells say what they head; columns of figures stand to the right, whether or not the text says so."""
    table = [_CELL_PARTS.findall(row) for row in ROW.findall(rows)]
    body = [row for row in table if row and row[0][0] == "td"]
    figures = {
        column
        for column in range(1, len(table[0]) if table else 0)
        if body and all(row[column][1] == "right" or FIGURE.fullmatch(row[column][2].strip()) for row in body)
    }

    following = iter(table)

    def written(_: re.Match[str]) -> str:
        found = enumerate(next(following))
        cells = (_cell(tag, align, content, column in figures) for column, (tag, align, content) in found)
        return f"<tr>{''.join(cells)}</tr>"

    return ROW.sub(written, rows)


def _cell(tag: str, align: str, content: str, figure: bool) -> str:
    if tag == "th" and not content.strip():
        return "<td></td>"
    right = ' class="k-siffra"' if figure or align == "right" else ""
    return f'<th{right} scope="col">{content}</th>' if tag == "th" else f"<td{right}>{content}</td>"


def _with_links(html: str, root: str) -> str:
    """Links from the site's root made relative to the page, so that none can name another host; refused ones lose their link."""

    def led(found: re.Match[str]) -> str:
        address = found[1]
        if address.startswith(("/", "\\")):
            address = (root or "./") + address.lstrip("/\\")
        return f'<a href="{address}"' if address else "<a"

    return LINK.sub(led, html)
