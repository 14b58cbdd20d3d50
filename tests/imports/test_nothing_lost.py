"""Documents nobody thought of: whatever stands in them, every word is in the file or told, and the file is sound."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.imports.item import Diary, read_report
from build_scripts.imports.markdown import shows_itself
from build_scripts.imports.offices import nobody
from build_scripts.imports.people import Handling
from build_scripts.imports.word import read_word
from macros.finding import Level
from macros.guard.official import Official
from macros.record.item import ItemHeader
from macros.record.parsing import parse
from tests.imports.drawing import saved
from tests.imports.everything import words, words_of_file

pytestmark = pytest.mark.slow
"""Takes seconds, and is left to the whole run."""

_HARD = """\
nämnden beslutar att Förslag till beslut Datum Dnr PRO/2026:7 Expedieras till: Bilaga Rubrik Handläggare Anna Svensson, chef
850709-9805 § 3 www.exempel.se 170914 2*3*4 _a_ **b** [x](y) [länk]: <b> </p> # | `kod` ~~nej~~ &amp; & \\ 5. 12) - – • a) 1.2
{{ x }} --- === > ! ﬁ ½ ' " : ; ..."""
_UNSEEN = ["a\u00adb", "\u200b", "å\u0308", "e\u0301", "\u00a0", "2\u202f000", "\ue010", "\uf0b7"]
_WORDS = st.sampled_from([*_HARD.split(), *_UNSEEN])
_TEXT = st.lists(_WORDS, max_size=7).map(" ".join) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), max_codepoint=0xFFFD), max_size=25
)
_RUN = st.tuples(_TEXT, st.booleans(), st.booleans())
_STYLES = (
    "Normal",
    "Title",
    "Heading 1",
    "Heading 2",
    "List Bullet",
    "List Bullet 2",
    "List Number",
    "List Number 2",
    "Quote",
)


@dataclass(frozen=True)
class _Part:
    style: str
    runs: tuple[tuple[str, bool, bool], ...]
    cells: tuple[tuple[str, ...], ...] = ()
    merge: bool = False


_PARAGRAPHS = st.builds(_Part, st.sampled_from(_STYLES), st.lists(_RUN, max_size=3).map(tuple))
_TABLES = st.builds(
    _Part,
    st.just("Normal"),
    st.just(()),
    st.lists(st.tuples(_TEXT, _TEXT, _TEXT), min_size=1, max_size=3).map(tuple),
    st.booleans(),
)
_DOCUMENTS = st.lists(_PARAGRAPHS | _TABLES, max_size=8)


def _made(parts: list[_Part], header: str, comment: str) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    for part in parts:
        if part.cells:
            table = document.add_table(len(part.cells), 3)
            for row, texts in zip(table.rows, part.cells, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
            if part.merge:
                table.cell(0, 0).merge(table.cell(len(part.cells) - 1, 1))
            continue
        paragraph = document.add_paragraph(style=part.style)
        for text, bold, italic in part.runs:
            run = paragraph.add_run(text)
            run.bold, run.italic = bold, italic
        if paragraph.runs and comment:
            document.add_comment(paragraph.runs[0], text=comment, author="G", initials="G")
    return saved(document)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_DOCUMENTS, _TEXT, _TEXT)
def test_every_word_is_in_the_file_or_told(parts: list[_Part], header: str, comment: str) -> None:
    content = _made(parts, header, comment)
    found = read_report(read_word(content), Diary(["PRO/ÅÅÅÅ:N"]), Handling(), nobody, "Ärende")
    text = found.as_item(Official())
    told = "\n".join(found.told.printed(lambda text: text))
    lost = words_of_file(content) - Counter(words(f"{text}\n{told}"))
    assert not lost
    document, findings = parse(ItemHeader, "meetings/prov/2026-11-26/02-arende.md", text.encode())
    assert [one for one in findings if one.level is Level.ERROR] == []
    assert document is not None
    assert document.header.publication.value == "nej"
    assert shows_itself(document.body)
