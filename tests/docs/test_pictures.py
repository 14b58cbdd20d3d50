"""Every picture of the help is made by the program, used, small, described in words and of a page that there is."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from macros.record.ledgers import ADDRESSES
from tests.docs.pictures import EDITOR, FOLDER, KINDS, README, SCALE, SITE, WHOLE, Picture
from tests.docs.samples import HELP, ROOT

USED = [
    (file.name, *found)
    for file in sorted(HELP.glob("*.md"))
    for found in re.findall(r"!\[(.*?)\]\((.*?)\)(.*)", file.read_text(encoding="utf-8"))
]
"""(page, text instead, file, attributes) of each picture on a page."""


def test_the_pictures_that_are_made_are_those_that_are_there_and_used() -> None:
    made = {f"bilder/{picture.name}.webp" for picture in (*SITE, *EDITOR)}
    assert {file.relative_to(HELP).as_posix() for file in FOLDER.iterdir()} == made
    assert {file for _, _, file, _ in USED} == made


@pytest.mark.parametrize("picture", [*README, *SITE], ids=lambda picture: picture.name)
def test_a_picture_is_of_a_released_page(picture: Picture) -> None:
    ledger = (ROOT / ADDRESSES.file).read_text(encoding="utf-8")
    assert f"\n{picture.address}\t" in ledger


def test_fifteen_kinds_of_pages_are_taken_whole_outside_of_git() -> None:
    assert len(KINDS) == 15
    ledger = (ROOT / ADDRESSES.file).read_text(encoding="utf-8").splitlines()
    released = {line.partition("\t")[0] for line in ledger}
    assert {address for address in KINDS.values() if address and address not in released} == set()
    assert f"{WHOLE.relative_to(ROOT).parts[0]}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("picture", EDITOR, ids=lambda picture: picture.name)
def test_a_picture_of_a_form_is_of_a_file_of_the_record(picture: Picture) -> None:
    _, _, file = picture.address.partition("?fil=")
    assert (ROOT / file).exists()


def _size(file: str) -> str:
    """How a page says the picture's size."""
    with Image.open(HELP / file) as image:
        width, height = image.size
    return f"{{ width={width // SCALE} height={height // SCALE} }}"


def test_a_picture_is_described_and_has_its_size() -> None:
    described = {(page, file) for page, instead, file, _ in USED if instead.endswith(".") and 40 < len(instead) < 250}
    assert [(page, file) for page, _, file, _ in USED if (page, file) not in described] == []
    assert [(page, file) for page, _, file, attributes in USED if attributes != _size(file)] == []


def test_the_pictures_are_small() -> None:
    sizes = {file.name: file.stat().st_size for file in FOLDER.iterdir()}
    assert {name: size for name, size in sizes.items() if size > 60_000} == {}
    assert sum(sizes.values()) < 600_000
