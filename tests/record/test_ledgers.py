"""Ledgers: read in any order, put together by any host, and damaged in any way never more than told."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.record.ledgers import LEDGERS, PARAGRAPHS, ReleasedRow, ReleasedRows, read_ledger, text_of

_word = st.text("abcåäö019/-", min_size=1, max_size=12)
_rows = st.lists(
    st.builds(
        ReleasedRow,
        _word,
        st.integers(1, 3),
        st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
        st.sampled_from(("", f"1:{'0' * 64}")),
        _word,
        st.just(""),
    ),
    max_size=12,
    unique_by=lambda row: (row.key, row.edition),
)


def read(text: str) -> ReleasedRows:
    rows, findings = read_ledger(PARAGRAPHS, text.encode())
    assert findings == []
    return rows


@given(_rows)
def test_what_is_written_is_read_again_sorted(rows: list[ReleasedRow]) -> None:
    text = text_of(PARAGRAPHS, ReleasedRows(tuple(rows)))
    found = read(text)
    assert set(found.all) == set(rows)
    assert text_of(PARAGRAPHS, found) == text
    keys = [(row.key, row.edition) for row in found.all]
    assert keys == sorted(keys)


@given(_rows, st.data())
def test_two_branches_come_together_in_any_order(rows: list[ReleasedRow], data: st.DataObject) -> None:
    """Each branch has some of the rows; the lines of both, however a host mixes and repeats them, are all the rows."""
    head, *lines = text_of(PARAGRAPHS, ReleasedRows(tuple(rows))).splitlines()
    repeated = data.draw(st.lists(st.sampled_from(lines))) if lines else []
    mixed = data.draw(st.permutations([*lines, *repeated]))
    found = read("\n".join([head, *mixed]) + "\n")
    assert found.latest == ReleasedRows(tuple(rows)).latest
    assert text_of(PARAGRAPHS, found) == text_of(PARAGRAPHS, ReleasedRows(tuple(rows)))


@given(_rows, st.integers(0, 400), st.binary(max_size=6))
def test_damage_is_told_and_never_raised(rows: list[ReleasedRow], place: int, damage: bytes) -> None:
    whole = text_of(PARAGRAPHS, ReleasedRows(tuple(rows))).encode()
    damaged = whole[:place] + damage + whole[place + len(damage) :]
    found, findings = read_ledger(PARAGRAPHS, damaged)
    if damaged != whole and not findings:
        # What reads as a ledger says something else than before: the row that is missing is told against what is published.
        assert set(found.all) != set(rows) or damaged.strip() == whole.strip()


_DIGEST = f"1:{'0' * 64}"


@pytest.mark.parametrize(
    ("digest", "is_read"),
    [
        (_DIGEST, True),
        ("", True),
        (f"{_DIGEST}0", False),
        (f"{_DIGEST} ", False),
        (f"{_DIGEST}\x0b", False),
        (f"x{_DIGEST}", False),
        (_DIGEST[:-1], False),
        (_DIGEST.replace("1:", ":"), False),
        (_DIGEST.replace("0", "A"), False),
    ],
)
def test_a_digest_is_the_whole_of_its_column(digest: str, is_read: bool) -> None:
    text = f"{PARAGRAPHS.head}\nprov/§1\t1\t2026-02-05\t{digest}\t2026-02-05\t\n"
    rows, findings = read_ledger(PARAGRAPHS, text.encode())
    assert [row.digest for row in rows.all] == ([digest] if is_read else [])
    assert [finding.place.line for finding in findings] == ([] if is_read else [2])


def test_each_ledger_has_a_file_of_its_own() -> None:
    assert len({ledger.file for ledger in LEDGERS}) == len({ledger.head for ledger in LEDGERS}) == 3


@given(_rows)
def test_ends_of_lines_that_windows_makes_say_nothing(rows: list[ReleasedRow]) -> None:
    text = text_of(PARAGRAPHS, ReleasedRows(tuple(rows)))
    assert set(read("\ufeff" + text.replace("\n", "\r\n") + "\r\n\n").all) == set(rows)
