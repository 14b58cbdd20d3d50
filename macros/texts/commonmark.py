"""Markdown as HTML, as cmark makes it: CommonMark with tables, notes and strikethrough."""

from __future__ import annotations

from cmarkgfm.cmark import Options, markdown_to_html_with_extensions

from macros.one_at_a_time import one_at_a_time

_AS_SHOWN = Options.CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | Options.CMARK_OPT_FOOTNOTES
_WITH_ALL = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES


def as_html(markdown: str) -> str:
    """The text without raw HTML, for which a comment stands, and with an empty address where a link is refused."""
    return _made(markdown, _AS_SHOWN)


def with_every_link(markdown: str) -> str:
    """With the addresses that Markdown refuses, such as `javascript:`, and with raw HTML: only to be read, never shown."""
    return _made(markdown, _WITH_ALL)


@one_at_a_time
def _made(markdown: str, options: int) -> str:
    # cmark notes for the whole program which signs the text that it reads may use: of two texts at once one lost its strikes.
    html: str = markdown_to_html_with_extensions(markdown, options=options, extensions=["table", "strikethrough"])
    return html
