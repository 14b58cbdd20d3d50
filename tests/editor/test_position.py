"""A change by position says what was meant, and leaves every other byte of the file as it is."""

from __future__ import annotations

import json
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.editor.header.changes import HeaderChange, Insert, Put, Reorder, Take, applied, changed, value_at
from build_scripts.editor.header.spans import HeaderText, NotEditable
from macros.record.schema import Keys
from tests.editor.projects import changed_lines

ORDER = ("datum", "tid", "lista", "ny", "rader", "kort", "tom", "sist", "namn", "får", "text")
FILE = """\
---
# topp
datum: 2026-10-22
tid: "18:00" # klockan
lista: [a, 'b']
rader:
  # den första
  - namn: X
    får: ja
  # den andra
  - namn: Y   # slut
    text: |-
      hej
      du

kort:
- a
- b
tom:
sist: >
  ett
  två
---
Brödtext: orörd   \n\n  # inte en kommentar
"""

CASES: dict[str, tuple[HeaderChange, list[str], list[str]]] = {
    "plain": (Put(("datum",), "2026-11-01"), ["datum: 2026-10-22"], ["datum: 2026-11-01"]),
    "keeps quotes and remark": (
        Put(("tid",), "19:00"),
        ['tid: "18:00" # klockan'],
        ['tid: "19:00" # klockan'],
    ),
    "within brackets": (Put(("lista", 1), "c, d"), ["lista: [a, 'b']"], ["lista: [a, 'c, d']"]),
    "row within brackets": (Insert(("lista", 0), "#e"), ["lista: [a, 'b']"], ["lista: [\"#e\", a, 'b']"]),
    "row taken from brackets": (Take(("lista", 1)), ["lista: [a, 'b']"], ["lista: [a]"]),
    "new row": (Insert(("rader", 1), {"namn": "Z", "får": "nej"}), [], ["  - namn: Z", "    får: nej"]),
    "row taken": (Take(("rader", 1)), ["  - namn: Y   # slut", "    text: |-", "      hej", "      du"], []),
    "first key of a row": (Take(("rader", 0, "namn")), ["  - namn: X", "    får: ja"], ["  - får: ja"]),
    "block text": (Put(("rader", 1, "text"), "a\n\nb: c"), ["      hej", "      du"], ["      a", "      b: c"]),
    "new block text": (
        Put(("rader", 0, "text"), "a\nb"),
        [],
        ["      a", "      b"],
    ),
    "key in the model's order": (Put(("ny",), ["a", "b: c"]), [], ["ny:", "  - a", '  - "b: c"']),
    "list without indent": (Take(("kort", 0)), ["- a"], []),
    "value where none was": (Put(("tom",), "x"), ["tom:"], ["tom: x"]),
    "list where nothing was": (Put(("tom",), ["x"]), [], ["  - x"]),
    "folded text": (Put(("sist",), "q"), ["sist: >", "  ett", "  två"], ["sist: q"]),
    "key taken": (Take(("tid",)), ['tid: "18:00" # klockan'], []),
    "rows moved within brackets": (Reorder(("lista",), (1, 0)), ["lista: [a, 'b']"], ["lista: ['b', a]"]),
}


@pytest.mark.parametrize(("change", "gone", "come"), CASES.values(), ids=CASES)
def test_only_the_lines_that_are_meant_change(change: HeaderChange, gone: list[str], come: list[str]) -> None:
    plain: Any = HeaderText.of(FILE).root.plain()
    written = changed(FILE, [change], lambda keys: ORDER)
    assert changed_lines(FILE, written) == (gone, come)
    assert HeaderText.of(written).root.plain() == applied(plain, change)


def test_many_values_are_put_at_once_and_new_keys_in_their_order() -> None:
    puts = [Put(("ny",), "1"), Put(("kort",), ["c"]), Put(("tom",), "2"), Put(("namn",), "3"), Put(("tid",), "19:00")]
    written = changed(FILE, [*puts, Put(("rader", 1, "namn"), "Z")], lambda keys: () if keys else ORDER)
    assert changed_lines(FILE, written) == (
        ['tid: "18:00" # klockan', "  - namn: Y   # slut", "- a", "- b", "tom:"],
        ['tid: "19:00" # klockan', "ny: 1", "  - namn: Z   # slut", "  - c", "tom: 2", "namn: 3"],
    )


ROWS_WITH_REMARKS = """\
---
rader: # raderna
  # om alla

  # om X
  - namn: X   # kort
    # längre in: hör till X
    text: |-
      ett

      två
    # efter X

  # en ny del

  # om Y
  # mer om Y
  - namn: Y
  - # om Z
    namn: Z
    # sist i Z
sist: a
---
"""
MOVED = """\
---
rader: # raderna
  # om alla

  - # om Z
    namn: Z
    # sist i Z

  # en ny del

  # om X
  - namn: X   # kort
    # längre in: hör till X
    text: |-
      ett

      två
    # efter X
  # om Y
  # mer om Y
  - namn: Y
sist: a
---
"""


def test_a_moved_row_takes_its_remarks_along_and_leaves_the_space_between_rows() -> None:
    assert changed(ROWS_WITH_REMARKS, [Reorder(("rader",), (2, 0, 1))], lambda keys: ()) == MOVED
    assert changed(MOVED, [Reorder(("rader",), (1, 2, 0))], lambda keys: ()) == ROWS_WITH_REMARKS


@pytest.mark.parametrize("rows", ["[a, # ett\n  b]", "\n- - a\n- - b"])
def test_rows_whose_remarks_cannot_be_told_apart_are_not_moved(rows: str) -> None:
    text = f"---\nlista: {rows}\n---\n"
    keys: Keys = ("lista",) if "#" in rows else ("lista", 0)
    order = (1, 0) if "#" in rows else (0,)
    with pytest.raises(NotEditable) as refused:
        changed(text, [Reorder(keys, order)], lambda keys: ())
    assert str(refused.value) == "lista är skrivet på ett sätt som formuläret inte kan ändra. Ändra det i filens text."


def test_a_value_that_others_refer_to_is_refused() -> None:
    with pytest.raises(NotEditable) as refused:
        changed("---\na: &x ett\nb: *x\n---\n", [Put(("a",), "två")], lambda keys: ())
    assert str(refused.value) == "a är skrivet på ett sätt som formuläret inte kan ändra. Ändra det i filens text."


TEXTS = st.text(
    st.sampled_from(string.ascii_lowercase + "åäö:#-'\",[]{}&*!|>%@ 0123456789"), min_size=1, max_size=12
).map(str.strip).filter(bool) | st.sampled_from(
    ["ja", "010", "2026-01-01", "- a", "a: b", "#", "~", "null", "ett\ntvå", "a\n\n# b"]
)
KEYS = st.sampled_from(["a", "b", "c", "åäö", "långt_namn"])
ROWS = st.dictionaries(KEYS, TEXTS, min_size=1, max_size=3)
TREES = st.dictionaries(
    KEYS, TEXTS | st.lists(TEXTS, min_size=1, max_size=4) | st.lists(ROWS, min_size=1, max_size=3) | ROWS, min_size=1
)


@st.composite
def headers(draw: st.DrawFn, tree: Any, indent: str = "") -> list[str]:
    """Lines of a header that says the tree, in any of the ways that people write."""
    lines: list[str] = []
    for key, value in tree.items():
        if draw(st.booleans()):
            lines += [f"{indent}# om {key}", ""][: draw(st.integers(1, 2))]
        if isinstance(value, str):
            lines += draw(scalars(f"{indent}{key}:", value, indent))
        elif draw(st.integers(0, 3)) == 0:
            lines.append(f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}")
        elif isinstance(value, dict):
            lines += [f"{indent}{key}:", *draw(headers(value, indent + "    "))]
        else:
            inner = indent + draw(st.sampled_from(["", "  "]))
            lines.append(f"{indent}{key}:")
            for row in value:
                if draw(st.booleans()):
                    lines.append(f"{inner}# en rad")
                if isinstance(row, str):
                    lines += draw(scalars(f"{inner}-", row, inner))
                else:
                    below = draw(headers(row, inner + "  "))
                    first = next(n for n, line in enumerate(below) if line.strip() and line.lstrip()[0] != "#")
                    lines += [*below[:first], f"{inner}- {below[first].strip()}", *below[first + 1 :]]
    return lines


@st.composite
def scalars(draw: st.DrawFn, lead: str, text: str, indent: str) -> list[str]:
    """A text after its key or dash: within quotes of either kind, or with its lines below."""
    style = draw(st.integers(0, 2))
    if style == 0 and text == text.strip("\n ") and all(line == line.rstrip() for line in text.split("\n")):
        return [f"{lead} |-", *(f"{indent}    {line}" if line else "" for line in text.split("\n"))]
    if style == 1 and "\n" not in text:
        return [f"{lead} '" + text.replace("'", "''") + "'"]
    return [f"{lead} {json.dumps(text, ensure_ascii=False)}" + draw(st.sampled_from(["", "  ", "  # kvar"]))]


def paths(tree: Any, keys: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every way into the tree."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [*([keys] if keys else []), *(path for key, value in inner for path in paths(value, (*keys, key)))]


@given(st.data())
def test_any_change_of_any_header_gives_the_new_value_and_nothing_else(data: st.DataObject) -> None:
    tree: Any = data.draw(TREES)
    lines = data.draw(headers(tree))
    text = "---\n" + "\n".join(lines) + "\n---\nKvar: *allt*\n"
    assert HeaderText.of(text).root.plain() == tree
    keys = data.draw(st.sampled_from(paths(tree)))
    kind: Any = data.draw(st.sampled_from([Put, Insert, Take, Reorder]))
    value = data.draw(TEXTS | st.lists(TEXTS, min_size=1, max_size=2) | ROWS)
    if kind is Insert and not isinstance(keys[-1], int):
        keys = (data.draw(KEYS),)
        kind = Put
    change: HeaderChange = Take(keys) if kind in (Take, Reorder) else kind(keys, value)
    if kind is Reorder and isinstance(rows := value_at(tree, keys), list):
        change = Reorder(keys, tuple(data.draw(st.permutations(range(len(rows))))))
    written = changed(text, [change], lambda keys: ("a", "b", "c"))
    assert HeaderText.of(written).root.plain() == applied(tree, change)
    start, end = own_lines(text, str(keys[0]))
    new = written.split("\n")
    old = text.split("\n")
    assert old[:start] == new[:start]
    assert old[end:] == new[len(new) - (len(old) - end) :]
    if isinstance(change, Reorder):
        assert sorted(old) == sorted(new) or "[" in "".join(old)
    if not isinstance(change, Take | Reorder) and isinstance(
        plain_at(text, keys) if isinstance(change, Put) and keys[0] in tree else "", str
    ):
        # Nothing that could hold a remark was replaced, so every remark is still there.
        assert remarks(old) == remarks(new)


def own_lines(text: str, key: str) -> tuple[int, int]:
    """The lines from a top key's own to the next top key's; where the key is new, both are where it would come last or first."""
    root = HeaderText.of(text).root
    assert isinstance(root.value, dict)
    assert root.keys is not None
    starts = sorted(node.line - 1 for node in root.keys.values())
    if key not in root.value:
        return starts[0], text[: text.rindex("\n---\n") + 1].count("\n")
    start = root.keys[key].line - 1
    return start, next((line for line in starts if line > start), text[: text.rindex("\n---\n") + 1].count("\n"))


def test_every_shipped_file_takes_a_change_of_each_of_its_texts_and_back() -> None:
    file = Path(__file__).parents[2] / "meetings/exempelnamnden/2026-10-22/protokoll.md"
    text = file.read_text("utf-8")
    leaves = [keys for keys in paths(HeaderText.of(text).root.plain()) if isinstance(plain_at(text, keys), str)]
    assert len(leaves) > 60
    for keys in leaves[::7]:
        value = plain_at(text, keys)
        there = changed(text, [Put(keys, "Något: annat")], lambda keys: ())
        assert changed(there, [Put(keys, value)], lambda keys: ()).split("---\n")[2] == text.split("---\n")[2]
        assert plain_at(there, keys) == "Något: annat"
        assert sum(one != other for one, other in zip(text.split("\n"), there.split("\n"), strict=True)) == 1


def remarks(lines: list[str]) -> list[str]:
    """The lines that are remarks of the generated header."""
    return [line for line in lines if line.lstrip().startswith(("# om", "# en rad"))]


def plain_at(text: str, keys: Keys) -> Any:
    """The value at these keys."""
    plain: Any = HeaderText.of(text).root.plain()
    return value_at(plain, keys)
