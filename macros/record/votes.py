"""How a vote ("votering", "omröstning") is told in the minutes: what was put, and how many or who were on each side."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.record.attendance import Names
from macros.record.elected_names import ElectedName
from macros.record.numbers import Count
from macros.record.schema import Model
from macros.record.values import Line, Text, Word, YesNo


class Side(Word):
    """The two sides of a vote."""

    YES = "ja"
    NO = "nej"


class Vote(Model):
    """An open vote ("votering"): what yes and no mean, and how each voted, by name or in a list beside the minutes.

    The result is counted from the names; from what was read out for a side whose names are not here.
    """

    yes_means: Text = Field(alias="ja_betyder", description="Vad den som röstar ja vill.")
    no_means: Text = Field(alias="nej_betyder", description="Vad den som röstar nej vill.")
    yes: Names = Field((), alias="ja", description="Namnen på dem som röstade ja.")
    no: Names = Field((), alias="nej", description="Namnen på dem som röstade nej.")
    abstained: Names = Field((), alias="avstår", description="Namnen på dem som avstod.")
    stated_yes: Count = Field(alias="antal_ja", description="Antalet ja-röster så som det lästes upp.")
    stated_no: Count = Field(alias="antal_nej", description="Antalet nej-röster så som det lästes upp.")
    stated_abstained: Count = Field(0, alias="antal_avstår", description="Antalet som avstod så som det lästes upp.")
    winner: Side = Field(alias="utfall", description="ja eller nej: den sida som vann.")
    casting_vote: ElectedName | None = Field(
        None, alias="utslagsröst", description="Ordföranden, när rösterna stod lika."
    )
    counter_proposition: YesNo = Field(
        False,
        alias="kontraproposition",
        description="ja när omröstningen bara avgjorde motförslaget i huvudvoteringen.",
    )
    listed_in: Line | None = Field(
        None,
        alias="voteringslista",
        description="Titeln på den av protokollets bilagor där namnen står, när de inte står under ja, nej och avstår.",
    )

    @property
    def count_yes(self) -> int:
        """How many voted yes."""
        return len(self.yes) or self.stated_yes

    @property
    def count_no(self) -> int:
        """How many voted no."""
        return len(self.no) or self.stated_no

    @property
    def count_abstained(self) -> int:
        """How many abstained from voting."""
        return len(self.abstained) or self.stated_abstained

    @property
    def sides(self) -> tuple[tuple[str, Names, int], ...]:
        """Of yes, no and those who abstained: the key of its names, the names, and the number that was read out."""
        return (
            ("ja", self.yes, self.stated_yes),
            ("nej", self.no, self.stated_no),
            ("avstår", self.abstained, self.stated_abstained),
        )

    @property
    def ballots(self) -> Iterator[tuple[str, int, str]]:
        """Every name, with the key of its side and its place there."""
        return ((key, n, name) for key, names, _ in self.sides for n, name in enumerate(names))

    @property
    def unnamed(self) -> tuple[str, ...]:
        """The keys of the sides of which only the number is told."""
        return tuple(key for key, names, stated in self.sides if stated and not names)


class SecretVote(Model):
    """A closed vote ("sluten omröstning", KL 5:54, 5:56): totals, a tie by lot; no names and no casting vote."""

    subject: Text = Field(alias="gäller", description="Vad omröstningen gällde.")
    totals: dict[str, Count] = Field(alias="röster", description="Antal röster för varje alternativ.", min_length=2)
    blank: Count = Field(0, alias="blanka", description="Antal blanka röster.")
    winner: Line = Field(alias="utfall", description="Alternativet som vann.")
    by_lot: YesNo = Field(False, alias="lottning", description="ja när rösterna stod lika och lotten avgjorde.")
