"""Header text reads back as the model it was written from, and plain words come out of Markdown as they went in."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.new.writing import AT_END, file_text, header_text, markdown, scalar
from macros.checks.lost_words import same
from macros.record import header as headers
from macros.record.delegation import DelegationListHeader
from macros.record.item import Attachment, ItemHeader
from macros.record.paper import PaperHeader
from macros.record.parsing import parse
from macros.record.schema import Document
from macros.record.source import Source, hidden_sign
from macros.record.summons import SummonsHeader
from macros.texts.prose import prose
from tests.new.records import ROOT, archive

DOCUMENTS = list(archive(ROOT).documents())


@pytest.mark.parametrize("document", DOCUMENTS, ids=[document.path for document in DOCUMENTS])
def test_every_file_of_the_shipped_record_reads_back_as_it_was(document: Document[Any]) -> None:
    text = file_text(document.header, document.body)
    again, findings = parse(type(document.header), document.path, text.encode())
    assert again is not None
    assert again.header == document.header
    assert again.body.strip() == document.body.strip()
    assert {found.rule for found in findings} <= {"kommentar-efter-värde"}


def _lines(text: str) -> list[str]:
    """Lines without their dashes, whatever the order of the keys: people begin a row of a list with any of them."""
    return sorted(line.replace("- ", "  ", 1) for line in text.splitlines())


def test_most_of_the_shipped_record_is_written_line_for_line() -> None:
    alike = [
        document.path
        for document in DOCUMENTS
        if _lines(file_text(document.header, document.body)) == _lines((ROOT / document.path).read_text("utf-8"))
    ]
    assert len(alike) > 0.8 * len(DOCUMENTS)


def test_a_title_comes_before_what_is_said_of_the_document() -> None:
    row = Attachment(titel="Karta", fil="karta.pdf", avsändare="Gatuenheten", undertecknare=["Chefen"], publiceras="ja")
    item = ItemHeader(mottagare=["Nämnden"], rubrik="Gatan", bilagor=[row], avsändare="Gatuenheten", tillkom="kallelse")
    paper = PaperHeader(avsändare="Ordföranden", datum="2026-08-20", titel="Förslag")
    assert [line.split(":")[0] for line in header_text(item).splitlines()] == [
        *(
            "rubrik",
            "bilagor",
            "  - titel",
            "    fil",
            "    avsändare",
            "    undertecknare",
            "      - Chefen",
            "    publiceras",
        ),
        *("avsändare", "mottagare", "  - Nämnden", "tillkom"),
    ]
    assert [line.split(":")[0] for line in header_text(paper).splitlines()] == ["titel", "datum", "avsändare"]


ITEM = """\
---
rubrik: "Budget: 2027 #2"
diarienummer: TN/2026:4
slag: beslut
# Skriv förslaget här.
förslag_till_beslut:
  - Nämnden antar planen.
  - |-
    Planen gäller:
      två år

    och en dag.
  - "- ja"
bilagor:
  - titel: Plan på å, ä och ö
    publiceras: ja
publiceras: ja
anmärkning: "nej: inte än"
# Slut.
---
Brödtext.
"""


def test_an_item_is_written_exactly() -> None:
    header = ItemHeader.model_validate(
        {
            "anmärkning": "nej: inte än",
            "publiceras": "ja",
            "förslag_till_beslut": [
                "Nämnden antar planen.",
                "Planen gäller:\n  två år\n\noch en dag.",
                "- ja",
            ],
            "slag": "beslut",
            "diarienummer": "TN/2026:4",
            "bilagor": [{"publiceras": "ja", "titel": "Plan på å, ä och ö"}],
            "rubrik": "Budget: 2027 #2",
        }
    )
    remarks = {"förslag_till_beslut": ["Skriv förslaget här."], AT_END: ["Slut."]}
    assert file_text(header, "\nBrödtext.\n\n", remarks) == ITEM


CALL = """\
datum: 2026-03-12
tid: 18:00
läge: planerat
inledande_punkter:
  - namn: Upprop
  - namn: Val av justerare
    får_paragraf: ja
gruppmöten:
  - grupp: Majoriteten
    tid: 17:00
    plats: Rum 2:3
"""


def test_a_call_has_its_own_keys_before_time_and_place() -> None:
    header = SummonsHeader.model_validate(
        {
            "gruppmöten": [{"plats": "Rum 2:3", "tid": "17:00", "grupp": "Majoriteten"}],
            "inledande_punkter": [{"namn": "Upprop"}, {"namn": "Val av justerare", "får_paragraf": "ja"}],
            "läge": "planerat",
            "tid": "18:00",
            "datum": "2026-03-12",
        }
    )
    assert header_text(header) == CALL


def test_a_list_keeps_the_form_its_values_came_in_and_says_that_it_is_empty() -> None:
    rows = [{"datum": "170703", "beslut": "Resa", "löpnummer": "2017: 78"}]
    full = DelegationListHeader.model_validate({"enhet": "Xenter", "månad": "2017-08", "beslut": rows})
    assert header_text(full) == (
        'enhet: Xenter\nmånad: 2017-08\nbeslut:\n  - datum: 170703\n    beslut: Resa\n    löpnummer: "2017: 78"\n'
    )
    empty = DelegationListHeader.model_validate({"enhet": "Xenter", "månad": "2017-08", "beslut": []})
    assert header_text(empty) == "enhet: Xenter\nmånad: 2017-08\nbeslut: []\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("18:00", "18:00"),
        ("34:2017", "34:2017"),
        ("170703", "170703"),
        ("nej", "nej"),
        ("2017-07-03", "2017-07-03"),
        ("A & B, å ä ö", "A & B, å ä ö"),
        ("2017: 78", '"2017: 78"'),
        ("# ett", '"# ett"'),
        ("ett #2", '"ett #2"'),
        ("- ett", '"- ett"'),
        ("*ett*", '"*ett*"'),
        ("[ett]", '"[ett]"'),
        ("slut:", '"slut:"'),
        ('"ett" två', "'\"ett\" två'"),
        ("'ett' två", "\"'ett' två\""),
        ("c:\\mapp: x", "'c:\\mapp: x'"),
        ("\"a'", "'\"a'''"),
        ("", '""'),
        (" ett", '" ett"'),
        ("ett\ntvå", '"ett\\ntvå"'),
    ],
)
def test_a_value_is_quoted_only_where_it_must_be(text: str, written: str) -> None:
    assert scalar(text) == written


VISIBLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), include_characters="\n\t"), min_size=1)


@given(st.lists(VISIBLE.map(lambda text: unicodedata.normalize("NFC", text)), min_size=1, max_size=3))
def test_any_text_reads_back(texts: list[str]) -> None:
    kept = [text for text in texts if text.strip() and not hidden_sign(text)]
    if not kept:
        return
    header = ItemHeader.model_validate({"förslag_till_beslut": kept})
    written = header_text(header)
    root, findings = headers.parse(Source("", f"---\n{written}---\n", written))
    assert root is not None
    assert findings == []
    assert ItemHeader.model_validate(root.plain()) == header


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2FFF), min_size=1, max_size=40))
def test_plain_words_come_out_of_markdown_as_they_went_in(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    if not hidden_sign(text) and text.strip():
        page = prose(f"- {markdown(text)}: slut\n")
        assert same(f"{text}: slut", str(page))
        assert "<a " not in page
        assert "<em>" not in page
