"""Texts may link to every page that the record gives: what the site has and what the rule knows are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import addresses
from macros.checks.addresses import known_addresses
from macros.checks.given import Given
from macros.pages.build import pages
from macros.record.reading import read
from tests.checks.case import SOUND, TODAY

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("root", [ROOT, SOUND], ids=["shipped", "sound"])
def test_every_page_of_the_record_may_be_linked_to(root: Path) -> None:
    archive, _ = read(root)
    known = known_addresses(Given(archive, TODAY))
    own = {
        page.address for page in pages(archive, TODAY) if page.address.split("/")[0] not in addresses.RESERVED_BODY_IDS
    }
    own.discard("")
    assert own - known == set()
