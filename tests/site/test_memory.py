"""What earlier builds worked out: it may vanish or be damaged at any time, and then it is worked out again."""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import digest
from macros.remembered import remembered, with_memory


def filled(file: Path) -> None:
    memory = Memory(file)
    memory.put("prosa", b"ett", b"<p>ett</p>")
    memory.put("prosa", b"tva", b"<p>tv\xc3\xa5</p>")
    memory.save()
    memory.close()


def test_an_entry_is_kept_from_build_to_build(tmp_path: Path) -> None:
    file = tmp_path / "a/b/minne.sqlite"
    filled(file)
    memory = Memory(file)
    assert memory.get("prosa", b"ett") == b"<p>ett</p>"
    assert memory.get("prosa", b"tre") is None
    assert memory.get("ord", b"ett") is None
    memory.close()


def test_a_forked_process_reads_nothing_by_what_its_parent_has_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It knows what its parent had read."""
    file = tmp_path / "minne.sqlite"
    filled(file)
    memory = Memory(file)
    memory.put("ord", b"ett", b"ja")
    memory.save()
    assert memory.get("prosa", b"ett") == b"<p>ett</p>"
    forked = Memory(file)
    monkeypatch.setattr("os.getpid", lambda: -1)
    assert (memory.get("prosa", b"tva"), forked.get("prosa", b"tva")) == (b"<p>tv\xc3\xa5</p>", None)
    memory.close()
    forked.close()


def test_what_nobody_asks_for_is_forgotten_where_something_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "minne.sqlite"
    filled(file)
    memory = Memory(file)
    memory.get("prosa", b"ett")
    memory.save()
    memory.close()
    memory = Memory(file)
    assert [memory.get("prosa", key) for key in (b"ett", b"tva")] == [b"<p>ett</p>", None]
    memory.close()


def test_a_memory_that_stays_lets_go_of_what_nobody_asked_for_since_last(tmp_path: Path) -> None:
    file = tmp_path / "minne.sqlite"
    filled(file)
    memory = Memory(file)
    memory.put("prosa", b"tre", b"<p>tre</p>")
    memory.forget()
    assert [memory.get("prosa", key) for key in (b"ett", b"tva", b"tre")] == [None, None, b"<p>tre</p>"]
    memory.get("prosa", b"ett")
    memory.forget()
    memory.get("prosa", b"ett")
    memory.forget()
    assert memory.get("prosa", b"tre") is None
    memory.close()


def _change_value(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE entries SET value = ? WHERE key = ?", (b"<p>annat</p>", b"ett"))
    connection.close()


def _change_kind_of_value(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE entries SET value = 'text'")
    connection.close()


def _another_table(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE entries")
        connection.execute("CREATE TABLE entries (other TEXT)")
    connection.close()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "empty": lambda file: file.write_bytes(b""),
    "no database": lambda file: file.write_bytes(b"inget" * 5000),
    "cut in the middle": lambda file: file.write_bytes(file.read_bytes()[:5000]),
    "a value changed": _change_value,
    "values of another kind": _change_kind_of_value,
    "another table": _another_table,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_knows_nothing_and_is_filled_again(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    file = tmp_path / "minne.sqlite"
    filled(file)
    damage(file)
    memory = Memory(file)
    assert memory.get("prosa", b"ett") is None
    memory.save()
    memory.close()
    filled(file)
    memory = Memory(file)
    assert memory.get("prosa", b"ett") == b"<p>ett</p>"
    memory.close()


def test_where_no_file_can_be_everything_is_worked_out(tmp_path: Path) -> None:
    (tmp_path / "minne.sqlite").mkdir()
    memory = Memory(tmp_path / "minne.sqlite")
    memory.put("prosa", b"ett", b"1")
    assert memory.get("prosa", b"ett") == b"1"
    memory.save()
    memory.close()
    assert list(tmp_path.iterdir()) == [tmp_path / "minne.sqlite"]


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


def test_work_is_done_once_for_each_text_and_version_of_the_program(tmp_path: Path) -> None:
    done = []

    def work() -> str:
        done.append(1)
        return "gjort"

    for stamp in (b"1", b"1", b"2"):
        memory = Memory(tmp_path / "minne.sqlite", partial(bytes, stamp))
        with with_memory(memory):
            assert remembered("slag", ("text",), work) == "gjort"
            assert remembered("slag", ("text",), work) == "gjort"
        memory.save()
        memory.close()
    assert len(done) == 2
    assert remembered("slag", ("text",), work) == "gjort"
    assert len(done) == 3
