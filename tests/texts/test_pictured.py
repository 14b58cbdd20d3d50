"""Lines of a report that ask for a picture of the table below: what they take, and what they say to what they cannot use."""

from __future__ import annotations

import pytest

from macros.texts.pictured import Pictured, Slip, lines, pictured, without_lines
from macros.texts.tables import TextTable

TABLE = """| Verksamhet | Mål 2016 | Utfall *2016* | Not |
|---|---|---:|---|
| Sfi[^1] | 1 100 | -2,7 | a |
| Bad \\| sim | 80 | Helår | 12 a |
| Summa | | – | |
"""
HEADER = ("Verksamhet", "Mål 2016", "Utfall 2016", "Not")


def test_a_line_shows_the_columns_that_it_names_of_the_table_below() -> None:
    line = '{{ diagram("utfall  2016", "Mål 2016") }}'
    text = f"## Ett & två\n\nOrd.\n\n{line}\n\n{TABLE}\n[^1]: En not.\n"
    found = pictured(text)
    assert found.slips == ()
    assert found.pictures == (
        Pictured(
            TextTable(
                1,
                "Ett & två",
                HEADER,
                (("Sfi", "1 100", "-2,7", "a"), ("Bad | sim", "80", "Helår", "12 a"), ("Summa", "", "–", "")),
                mark=0,
            ),
            (2, 1),
        ),
    )
    assert found.marked == text.replace(line, "\ue0000\ue000")
    assert without_lines(text) == text.replace(line, " " * len(line))


@pytest.mark.parametrize(
    "text",
    [
        f"Skriv {{{{ diagram() }}}} i texten.\n\n{TABLE}",
        f'```\n{{{{ diagram("Mål 2016") }}}}\n```\n\n{TABLE}',
        f'    {{{{ diagram("Mål 2016") }}}}\n\n{TABLE}',
        f'{{{{ diagrammet("Mål 2016") }}}}\n\n{TABLE}',
        "Ett diagram.",
    ],
    ids=["within a sentence", "fenced", "indented", "another word", "without braces"],
)
def test_what_does_not_ask_for_a_picture_is_text(text: str) -> None:
    assert (list(lines(text)), pictured(text).marked, pictured(text).pictures) == ([], text, ())


FORM = 'skriv {{ diagram("Mål 2016", "Utfall 2016") }}: namnen på en till fyra kolumner, på en rad för sig.'
BELOW = "skriv raden närmast ovanför tabellen, med en tom rad emellan."


@pytest.mark.parametrize(
    ("call", "table", "message", "remedy"),
    [
        ("{{ diagram() }}", TABLE, "Raden ber om ett diagram men går inte att läsa.", FORM),
        ("{{ diagram(2016) }}", TABLE, "Raden ber om ett diagram men går inte att läsa.", FORM),
        ('{{ diagram("Mål 2016" }}', TABLE, "Raden ber om ett diagram men går inte att läsa.", FORM),
        ('{{ diagram("Mål 2016")', TABLE, "Raden ber om ett diagram men går inte att läsa.", FORM),
        ('{{ diagram("Mål 2016") }} Ord.', TABLE, "Raden ber om ett diagram men går inte att läsa.", FORM),
        ('{{ diagram("a", "b", "c", "d", "e") }}', TABLE, "Raden ber om ett diagram men går inte att läsa.", FORM),
        ('{{ diagram("Mål 2016") }}', "Ord.\n", "Under raden står ingen tabell.", BELOW),
        ('{{ diagram("Mål 2016") }}', f"Ord.\n\n{TABLE}", "Under raden står ingen tabell.", BELOW),
        ('{{ diagram("Mål 2106") }}', TABLE, 'Tabellen har ingen kolumn "Mål 2106".', "Menade du Mål 2016?"),
        (
            '{{ diagram("Prognos") }}',
            TABLE,
            'Tabellen har ingen kolumn "Prognos".',
            "skriv något av Mål 2016, Utfall 2016, Not.",
        ),
        (
            '{{ diagram("A") }}',
            "| B | A |\n|---|---|\n| x | Helår |\n",
            "Kolumnerna har inga tal att visa.",
            "välj kolumner med tal.",
        ),
        (
            '{{ diagram("A", "C") }}',
            "| B | A | C |\n|---|---|---|\n| x | 65 % | 3 kr |\n",
            "Diagrammet blandar % och kr.",
            "välj kolumner med samma enhet.",
        ),
        (
            '{{ diagram("A", "C") }}',
            "| B | A | C |\n|---|---|---|\n| x | 65 % | 3 |\n",
            "Diagrammet blandar tal utan enhet och %.",
            "välj kolumner med samma enhet.",
        ),
    ],
)
def test_what_cannot_be_shown_is_told_at_the_line(call: str, table: str, message: str, remedy: str) -> None:
    found = pictured(f"Ord.\n\n{call}\n\n{table}")
    assert found.slips == (Slip(6, len(call), message, remedy),)
    assert found.pictures == (None,)


def test_a_cell_that_is_no_number_is_told_where_it_stands() -> None:
    text = f'{{{{ diagram("Not", "Mål 2016") }}}}\n\n{TABLE}'
    (slip,) = pictured(text).slips
    assert text[slip.offset : slip.offset + slip.length] == "12 a"
    assert slip.message == '"12 a" i raden "Bad | sim", kolumnen "Not", är inget tal och kan inte visas i diagrammet.'
    assert pictured(text).pictures == (None,)


def test_two_lines_are_two_pictures_and_a_slip_in_one_leaves_the_other() -> None:
    text = f'{{{{ diagram("Mål 2016") }}}}\n{TABLE}\n{{{{ diagram("x") }}}}\n\n{TABLE}'
    first, second = pictured(text).pictures
    assert first
    assert first.columns == (1,)
    assert second is None
    assert [text[slip.offset :][:14] for slip in pictured(text).slips] == ['{{ diagram("x"']
