"""Values stay as they are written: nothing is taken for a time, a truth, a number or a date by the parser."""

from __future__ import annotations

import pytest

from macros.finding import Finding
from macros.record.item import ItemHeader
from macros.record.parsing import parse
from macros.record.schema import Document
from macros.record.source import hidden_sign

AS_WRITTEN = [
    *("18:00", "1:30:00", "190:20:30", "no", "NO", "yes", "on", "off", "true", "null", "~", "=", "<<"),
    *("010", "0x1F", "0o17", "1_000", "1e3", ".inf", "1.0", "+46", "-5", "100 %", "4\u00a0921 tkr", "§ 43"),
    *(
        "2018-02-30",
        "2018-02-03",
        "2018-02-03T10:00:00Z",
        "a, b",
        "a]b",
        "a: b",
        "# inte en kommentar",
        "'",
        '"',
        "\\",
        "å",
    ),
    *("*viktigt*", "&", "!", "@nämnden", "- a", "? a", "| a", "{{ a }}"),
]


def _read(header: str) -> tuple[Document[ItemHeader] | None, list[Finding]]:
    return parse(ItemHeader, "x.md", f"---\n{header}\n---\nText.\n".encode())


@pytest.mark.parametrize("value", AS_WRITTEN)
def test_a_quoted_value_is_read_as_it_is_written(value: str) -> None:
    document, findings = _read(f"rubrik: '{value.replace(chr(39), chr(39) * 2)}'")
    assert findings == []
    assert document is not None
    assert document.header.title == value


@pytest.mark.parametrize("value", AS_WRITTEN)
def test_a_bare_value_is_read_as_it_is_written_or_told(value: str) -> None:
    document, findings = _read(f"rubrik: {value}")
    assert findings or (document is not None and document.header.title == value)


KEEP_ONE = "behåll den rad som gäller och ta bort den andra."


@pytest.mark.parametrize(
    ("header", "rule", "line", "column", "remedy"),
    [
        ("rubrik: A\nsamlingsnummer: no", "okänt-värde", 3, 17, "skriv nej."),
        ("rubrik: A\nsamlingsnummer: true", "okänt-värde", 3, 17, "skriv ja."),
        (
            "rubrik: A\nhandlingens_datum: 2018-02-30",
            "datum-finns-inte",
            3,
            20,
            "välj ett annat datum; februari 2018 har 28 dagar.",
        ),
        ("rubrik: A\nhandlingens_datum: 2018-2-3", "datum-form", 3, 20, "skriv 2018-02-03."),
        ("rubrik: A\nhandlingens_datum: 14/9 2017", "datum-form", 3, 20, "skriv 2017-09-14."),
        ("rubrik: A\nhandlingens_datum: 2017–09–14", "datum-form", 3, 20, "skriv 2017-09-14."),
        ("rubrik: A\nhandlingens_datum: 14 sept. 2017", "datum-form", 3, 20, "skriv 2017-09-14."),
        ("rubrik: A\nhandlingens_datum: Torsdagen den 14 september 2017", "datum-form", 3, 20, "skriv 2017-09-14."),
        ("rubrik: A\nhandlingens_datum: 2017-09-14 kl. 18.00", "datum-form", 3, 20, "skriv 2017-09-14."),
        ("rubrik: A\nhandlingens_datum: 2017-09-14.", "datum-form", 3, 20, "skriv 2017-09-14."),
        (
            "rubrik: A\nhandlingens_datum: ２０１８-０２-０３",
            "datum-form",
            3,
            20,
            "skriv år, månad och dag med bindestreck, till exempel 2026-03-12.",
        ),
        ("rubrik: A\nhandlagare: B", "okänd-nyckel", 3, 1, "Menade du handläggare?"),
        ("rubrik: A\nDiarienummer: B", "okänd-nyckel", 3, 1, "Menade du diarienummer?"),
        ("rubrik: A\nrubrik: B", "dubbel-nyckel", 3, 1, KEEP_ONE),
        ("rubrik: A\nbilagor:\n  - titel: B\n    titel: C", "dubbel-nyckel", 5, 5, KEEP_ONE),
    ],
)
def test_a_value_that_cannot_stand_is_told_with_its_place(
    header: str, rule: str, line: int, column: int, remedy: str
) -> None:
    _, findings = _read(header)
    assert [(f.rule, f.place.line, f.place.column, f.remedy) for f in findings] == [(rule, line, column, remedy)]


@pytest.mark.parametrize(
    ("content", "rules"),
    [
        (b"\xef\xbb\xbf---\nrubrik: A\n---\n", ["byteordningsm\u00e4rke"]),
        (b"---\r\nrubrik: A\r\n---\r\nText.\r\n", ["radslut"]),
        (b"---\rrubrik: A\r---\rText.\r", ["radslut"]),
        ("---\nrubrik: A\u030a\n---\n".encode(), ["delade-tecken"]),
        (b"---\nrubrik: \xc5\n---\n", ["teckenkodning"]),
        (b"\xff\xfe-\x00-\x00-\x00", ["teckenkodning"]),
        (b"", ["rubrikdel-saknas"]),
        (b"---", ["rubrikdel-oavslutad"]),
        (b"---\n---", ["rubrikdel-tom"]),
        (b"---\n---\n", ["rubrikdel-tom"]),
        (b"---\nrubrik: A\x00\n---\n", ["osynligt-tecken"]),
        ("---\nrubrik: A\u202e\n---\n".encode(), ["osynligt-tecken"]),
        ("---\nrubrik: A\u200bB\n---\n".encode(), ["osynligt-tecken"]),
        (b'---\nrubrik: "A\\u2066B"\n---\n', ["osynligt-tecken"]),
        (b'---\nrubrik: "A\\0B"\n---\n', ["osynligt-tecken"]),
        (b"---\nbilagor:\n\t- titel: A\n---\n", ["tabb"]),
        (b"---\nrubrik:\tA\n---\n", []),
        ("---\nrubrik: [\n---\nText \u200b.\n".encode(), ["indrag", "osynligt-tecken"]),
    ],
)
def test_bytes_are_read_or_told(content: bytes, rules: list[str]) -> None:
    _, findings = parse(ItemHeader, "x.md", content)
    assert sorted(found.rule for found in findings) == rules


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf---\nrubrik: A\n---\nTv\xc3\xa5.\n", b"---\r\nrubrik: A\r\n---\r\nTv\xc3\xa5.\r\n"]
)
def test_what_is_only_warned_of_is_read_as_if_it_were_right(content: bytes) -> None:
    document, _ = parse(ItemHeader, "x.md", content)
    assert document is not None
    assert (document.header.title, document.body) == ("A", "Två.\n")


def test_escapes_in_quotes_are_joined_like_the_texts_own_letters() -> None:
    document, findings = parse(ItemHeader, "x.md", b'---\nrubrik: "A\\u030a"\n---\n')
    assert findings == []
    assert document is not None
    assert document.header.title == "Å"


def test_a_file_that_is_left_out_always_has_an_error() -> None:
    comments = "".join(f"rubrik{n}: a # b\n" for n in range(300))
    document, findings = _read(comments)
    assert document is None
    assert len(findings) == 100
    assert {str(found.level) for found in findings} == {"fel"}


def test_every_character_that_is_told_as_hidden_is_seen_by_the_quick_look() -> None:
    told = [chr(number) for number in range(0x110000) if not 0xD800 <= number < 0xE000 and hidden_sign(chr(number))]
    assert len(told) > 6000
    assert [sign for sign in told if sign.isprintable()] == []
