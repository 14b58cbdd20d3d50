"""A document of an item with a text of its own ("handling"), such as a chair's proposal ("ordförandeförslag")."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from macros import addresses
from macros.record.described import Described
from macros.record.filed import Filed
from macros.record.item import Arriving, Withdrawable
from macros.record.schema import Header
from macros.record.values import Line


class PaperHeader(Header, Arriving, Described, Withdrawable):
    """The header of a document with a text of its own; its body is the text.

    One that may not be shown has no file: the item lists it among its attachments ("bilagor") with `publiceras`. Of one
    that was withdrawn ("tillbakadragen") only that is left.
    """

    title: Line | None = Field(
        None, alias="titel", description="Handlingens titel; utelämnas bara när den är tillbakadragen."
    )

    @property
    def is_shown(self) -> bool:
        """Whether title and text may be shown."""
        return self.withdrawn is None


@dataclass(frozen=True)
class Paper(Filed[PaperHeader]):
    """A document of an item with a text of its own ("handling")."""

    item_address: str
    slug: str

    @property
    def address(self) -> str:
        """The document's address, under its item's."""
        return addresses.paper(self.item_address, self.slug)
