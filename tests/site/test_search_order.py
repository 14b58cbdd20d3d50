"""The search index depends on the pages only, and an index of an unknown form is told."""

import gzip
import json
import random
from pathlib import Path

import pytest

from build_scripts.exports.cbor import Value, decode, encode
from build_scripts.exports.search import SearchFailed, index
from build_scripts.exports.search_files import UnknownIndex
from build_scripts.exports.search_order import put_in_order
from tests.site.projects import contents

MARK = b"pagefind_dcd"

# RFC 8949, appendix A.
VECTORS: list[tuple[Value, str]] = [
    (0, "00"),
    (23, "17"),
    (24, "1818"),
    (100, "1864"),
    (1000, "1903e8"),
    (1000000, "1a000f4240"),
    (1000000000000, "1b000000e8d4a51000"),
    ("", "60"),
    ("IETF", "6449455446"),
    ("ü", "62c3bc"),
    ([], "80"),
    ([1, [2, 3], [4, 5]], "8301820203820405"),
    (list(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
]


@pytest.mark.parametrize(("value", "written"), VECTORS, ids=[written for _, written in VECTORS])
def test_values_and_bytes(value: Value, written: str) -> None:
    assert encode(value).hex() == written
    assert decode(bytes.fromhex(written)) == value


@pytest.mark.parametrize("written", ["20", "a0", "f5", "9f01ff", "0000"])
def test_other_bytes_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="byte"):
        decode(bytes.fromhex(written))


def write(folder: Path, seed: int) -> Path:
    """An index as Pagefind writes it, its filters in an order that the seed draws."""
    draw = random.Random(seed)
    filters: list[tuple[str, list[Value]]] = [
        ("slag", [["Ärende", [1, 2]], ["Organ", [3]]]),
        ("år", [["2018", [1]], ["2017", [2]]]),
    ]
    draw.shuffle(filters)
    (folder / "filter").mkdir(parents=True)
    pairs: list[Value] = []
    for name, values in filters:
        draw.shuffle(values)
        file = f"sv_{draw.randrange(16**7):07x}"
        (folder / "filter" / f"{file}.pf_filter").write_bytes(gzip.compress(MARK + encode([name, values])))
        pairs.append([name, file])
    directory = f"sv_{draw.randrange(16**10):010x}"
    (folder / f"pagefind.{directory}.pf_meta").write_bytes(
        gzip.compress(MARK + encode(["1.5.2", [], [], pairs, [], []]))
    )
    entry = {"version": "1.5.2", "languages": {"sv": {"hash": directory, "wasm": "sv", "page_count": 3}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry))
    return folder


def test_any_order_becomes_the_same_index(tmp_path: Path) -> None:
    indexes = [write(tmp_path / str(seed), seed) for seed in range(5)]
    assert len({str(contents(folder)) for folder in indexes}) > 1
    for folder in indexes:
        put_in_order(folder)
    assert len({str(contents(folder)) for folder in indexes}) == 1


def test_names_follow_the_content_and_lead_to_each_other(tmp_path: Path) -> None:
    put_in_order(write(tmp_path, 1))
    name = json.loads((tmp_path / "pagefind-entry.json").read_text())["languages"]["sv"]["hash"]
    directory = decode(gzip.decompress((tmp_path / f"pagefind.{name}.pf_meta").read_bytes()).removeprefix(MARK))
    files = {
        file.stem: decode(gzip.decompress(file.read_bytes()).removeprefix(MARK))
        for file in (tmp_path / "filter").iterdir()
    }
    kinds, years = sorted(files, key=lambda file: str(files[file]))
    assert files == {
        kinds: ["slag", [["Organ", [3]], ["Ärende", [1, 2]]]],
        years: ["år", [["2017", [2]], ["2018", [1]]]],
    }
    assert directory == ["1.5.2", [], [], [["slag", kinds], ["år", years]], [], []]


@pytest.mark.parametrize("broken", ["pagefind-entry.json", "*.pf_meta", "filter/*"])
def test_an_index_of_another_form_is_told(tmp_path: Path, broken: str) -> None:
    next(write(tmp_path, 1).glob(broken)).write_bytes(b"\x00")
    with pytest.raises(UnknownIndex):
        put_in_order(tmp_path)


def test_a_folder_that_cannot_be_indexed(tmp_path: Path) -> None:
    with pytest.raises(SearchFailed, match=r"Sökindexet kunde inte byggas: "):
        index(tmp_path / "borta")
