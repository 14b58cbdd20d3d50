"""The documents of a packet, as it is split: their pages, what each is, and the agenda that they belong to."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from build_scripts.imports.agenda import Agenda
from macros.record.numbers import ItemNumber


class PortionKind(enum.Enum):
    """What a document of a packet is."""

    CALL = "kallelse"
    CHAIRS_PROPOSAL = "ordförandeförslag"
    COVER = "försättsblad"
    REPORT = "tjänsteskrivelse"
    LIST = "delegationslista"
    APPENDIX = "bilaga"


@dataclass(frozen=True)
class Portion:
    """A document of a packet: its pages, what it is, its title, and the number on the agenda of its matter."""

    first: int
    last: int
    kind: PortionKind
    title: str
    matter: ItemNumber | None = None
    is_scan: bool = False
    is_own: bool = False
    """Whether the agenda's matter was told by its number or title; else it is that of the document before."""
    said: tuple[str, ...] = ()
    """What the call says of the matter, where that is a part of its text and no pages of its own."""

    @property
    def pages(self) -> str:
        """The pages as they are shown."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    @property
    def where(self) -> str:
        """The pages with their word."""
        return f"{'Sidan' if self.first == self.last else 'Sidorna'} {self.pages}"


@dataclass
class Split:
    """A packet in its documents, with the agenda that its call has."""

    parts: list[Portion] = field(default_factory=list)
    agenda: Agenda = field(default_factory=Agenda)

    @property
    def is_packet(self) -> bool:
        """Whether the file begins with a call that has an agenda."""
        return bool(self.agenda.rows)
