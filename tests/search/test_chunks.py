"""Files of words that are too large are cut between words, and every word is still asked for in the file where it is."""

import gzip
from pathlib import Path

import pytest

from build_scripts.exports import search_chunks, search_files
from build_scripts.exports.cbor import Value, encode
from build_scripts.exports.search_chunks import cut
from build_scripts.exports.search_files import UnknownIndex, as_list, unpacked

WORDS = (
    "002",
    "003",
    "009",
    "1",
    "arbet",
    "arbetsmarknad",
    "for",
    "forening",
    "foreningsbidrag",
    "forvaltning",
    "ö" * 30,
)


def word(text: str, pages: int) -> Value:
    """A word on so many pages, and a form of it with other letters on as many."""
    found: list[Value] = [[300 * number, [24, 70_000], []] for number in range(pages)]
    return [text, found, [[f"{text}å", found]]]


def write(folder: Path, name: str, words: list[Value]) -> Path:
    (folder / "index").mkdir(exist_ok=True)
    file = folder / "index" / f"{name}.pf_index"
    file.write_bytes(gzip.compress(b"pagefind_dcd" + encode([words])))
    return file


def asked_for(term: str, chunks: list[Value]) -> list[Value]:
    """The files that the engine asks for when it looks for a word (`request_indexes` in pagefind_web/src/lib.rs)."""
    listed = [(str(chunk[0]), str(chunk[1]), chunk) for chunk in map(as_list, chunks)]
    strict: list[Value] = [chunk for first, last, chunk in listed if first <= term <= last]
    return strict or [
        chunk
        for first, last, chunk in listed
        if term[: len(first)] >= first[: len(term)] and term[: len(last)] <= last[: len(term)]
    ]


@pytest.mark.parametrize("largest", [1, 100, 200, 400, 100_000])
@pytest.mark.parametrize(("first", "last"), [("002", "ö"), ("0", WORDS[-1])])
def test_every_word_is_where_it_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, largest: int, first: str, last: str
) -> None:
    monkeypatch.setattr(search_chunks, "LARGEST", largest)
    words = {text: word(text, 1 + number % 3) for number, text in enumerate(WORDS)}
    before = write(tmp_path, "sv_0000000", [*words.values()])
    chunks = cut(tmp_path, [[first, last, "sv_0000000"]])
    left = words.copy()
    for chunk in chunks:
        content = unpacked(tmp_path / "index" / f"{as_list(chunk)[2]}.pf_index")
        here = [text for text in left if encode(words[text]) in content]
        assert content == encode([[left.pop(text) for text in here]])
        assert len(content) <= largest + 10 or len(here) == 1
        assert all(chunk in asked_for(text, chunks) for text in here)
    assert left == {}
    assert before.is_file() == (len(chunks) == 1)
    assert len(list(before.parent.iterdir())) == len(chunks)


@pytest.mark.parametrize("content", [b"\xa0", b"\x81\x81\x83\x7f"], ids=["another form", "a text without end"])
def test_a_file_of_another_form_is_told(tmp_path: Path, content: bytes) -> None:
    file = write(tmp_path, "sv_1", [])
    file.write_bytes(gzip.compress(b"pagefind_dcd" + content))
    with pytest.raises(UnknownIndex):
        cut(tmp_path, [["a", "b", "sv_1"]])


def test_no_file_takes_anothers_name(tmp_path: Path) -> None:
    values = [bytes([number]) for number in range(40)]
    names = [search_files.write(tmp_path, "{}.pf_index", "sv_1", value) for value in values]
    assert [unpacked(tmp_path / f"{name}.pf_index") for name in names] == values
    assert {len(name) for name in names} > {4}
