"""What is told later of approved minutes: a correction beside the words ("rättelse"), or another telling of them ("ändring")."""

from __future__ import annotations

from pydantic import Field

from macros.record.numbers import ParagraphRanges
from macros.record.schema import Model
from macros.record.values import Date, Line, Text, Word


class Correction(Model):
    """What was decided or noted later about an approved paragraph ("rättelse"): it stands beside the approved words.

    No ground in law is named for it: FL 36 § does not apply where KL's appeal does (FL 2 §).
    """

    date: Date = Field(alias="datum", description="Dagen då det beslutades eller antecknades.")
    text: Text = Field(alias="text", description="Vad som beslutades eller antecknades.")
    decided_in: Line | None = Field(
        None,
        alias="beslutad_i",
        description="Sammanträdets mapp/paragrafens nummer där det beslutades, till exempel 2026-12-17/52.",
    )


class ChangeKind(Word):
    """What was done to approved minutes here ("ändring"): they are told rightly, or not told any more."""

    TOLD_RIGHTLY = "rättad återgivning"
    WITHDRAWN = "tillbakadragen"


class MinutesChange(Model):
    """A change of what is told here of approved minutes; the signed minutes are what they were."""

    date: Date = Field(alias="datum", description="Dagen då det ändrades här.")
    kind: ChangeKind = Field(
        alias="ändring",
        description="rättad återgivning när webbplatsen sa något annat än protokollet, tillbakadragen när det inte får visas.",
    )
    paragraphs: ParagraphRanges | None = Field(
        None, alias="paragrafer", description="Paragraferna; utan nyckeln gäller det hela protokollet."
    )
    reason: Line = Field(alias="skäl", description="Vad som ändrades och varför, så som läsaren ser det.")

    def is_of(self, paragraph: int) -> bool:
        """Whether it is of the paragraph with this number."""
        return self.paragraphs is None or paragraph in self.paragraphs

    @property
    def is_of_attendance(self) -> bool:
        """Whether it is of what all paragraphs rest on, and of none by itself."""
        return self.paragraphs is None and self.kind is ChangeKind.TOLD_RIGHTLY

    def __str__(self) -> str:
        return f"{self.kind} {self.date}"
