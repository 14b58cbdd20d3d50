"""Packets of six invented municipalities: what has to be put right by hand is counted, and no word is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.imports.packets.contents import PACKETS, SOLBERGA, STRANDNAS
from tests.imports.packets.hagsjo import HAGSJO, LOOKS, Look
from tests.imports.packets.invented import InventedPacket
from tests.imports.packets.measure import corrections, imported, lost
from tests.imports.packets.setting import set_packet
from tests.site.projects import contents

pytestmark = pytest.mark.slow
"""Reads some hundred pages."""

EXPECTED = {
    "ekvik": ["ärende 4: bilaga saknas: Skrivelse från Vuxenskolan", "ärende 4: bilaga för mycket: Inskannad handling"],
}
"""A scanned page has no title that can be read."""

SIGNED = {"karin", "lindqvist", "olle", "berg"}
"""Who signed the reports: their names are told masked."""

LETTERS = set("abcde")
"""What matters were lettered with; they have numbers."""

BROKEN = {"besluts", "delega", "tions", "löp", "diarie", "nummer"}
"""Pieces of the heads of columns, which are whole in what is told."""


Once = Callable[[InventedPacket], tuple[Path, str]]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Imports a packet the first time that it is asked for."""
    return cache(lambda packet: imported(packet, tmp_path_factory.mktemp(packet.name)))


@pytest.mark.parametrize("packet", PACKETS, ids=lambda packet: packet.name)
def test_packet(packet: InventedPacket, once: Once) -> None:
    root, told = once(packet)
    assert corrections(packet, root) == EXPECTED.get(packet.name, [])
    assert lost(packet, root, told) <= SIGNED | (BROKEN if packet.look == "tabs" else set())
    assert "K**** L********" in told
    assert "Lindqvist" not in told


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_one_meetings_papers_in_many_looks(look: Look, tmp_path: Path) -> None:
    file = tmp_path / "paket.pdf"
    file.write_bytes(set_packet(HAGSJO, look))
    root, told = imported(HAGSJO, tmp_path / "projekt", file)
    too_many = ["ärende 4: bilaga för mycket: Inskannad handling"] if look.scan else []
    assert corrections(HAGSJO, root, look.first, look.sections) == too_many
    assert lost(HAGSJO, root, told, file) <= SIGNED | BROKEN | (LETTERS if look.sections else set())
    assert "Lindqvist" not in told


def test_a_packet_gives_the_same_bytes_every_time(once: Once, tmp_path: Path) -> None:
    assert contents(once(STRANDNAS)[0]) == contents(imported(STRANDNAS, tmp_path)[0])


def test_scanned_pages_are_named(once: Once) -> None:
    _, told = once(STRANDNAS)
    assert "Inskannade sidor utan text: 10." in told
    assert "Sidan 10, bilaga, blev meetings/strandnas/2026-10-20/bilagor/synpunkter-fran-foreningsradet.pdf\n" in told


def test_what_is_no_matter_of_a_word_packet_is_a_document_with_its_text(once: Once) -> None:
    root, _ = once(SOLBERGA)
    home = root / "meetings/solberga/2026-11-25/handlingar/riktlinjer-for-foreningsbidrag"
    text = (home / "riktlinjer-for-foreningsbidrag.md").read_text("utf-8")
    assert text.startswith("---\ntitel: Riktlinjer för föreningsbidrag\nslag: bilaga\n---\n")
    assert "| Skola | 2024 | 2025 | 2026 |" in text
