"""What the secretary does after an import, in order."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.imports.telling import wrapped
from macros.record.archive import Meeting
from macros.record.summons import MeetingState

_LATE = (
    "Kallelsen har gått ut: kom handlingen efter den, skriv tillkom: kompletterande utskick och tillkom_datum i filen."
)


def next_steps(meeting: Meeting) -> Iterator[str]:
    """The steps as numbered lines, for items that were made for this meeting."""
    steps = (
        "Läs varje ny fil från början till slut, och det som inte kom med ovan. Lägg in det som saknas.",
        *((_LATE,) if meeting.header.state is not MeetingState.PLANNED else ()),
        "När du har läst en fil: ändra publiceras till ja och ta bort raden skäl: oläst. Tills dess visas ärendet inte på "
        "webbplatsen. Lägg inte filen i git förrän den är läst: det som står i git kan andra läsa.",
        "Kontrollera med klubbat kontrollera, och leta efter personuppgifter med klubbat granska.",
        "Originalen är inte kopierade. Spara dem där ni har era handlingar, inte i arkivet.",
    )
    yield "Gör så här nu"
    yield from (line for n, step in enumerate(steps, 1) for line in wrapped(step, f"  {n}. ", "     "))
