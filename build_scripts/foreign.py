"""How much a file from somebody else may hold: a small one can be made to fill the memory, or to be read for hours.

What is larger is refused with a reason before it is unpacked; no report, list or plan of a board comes near.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Lock, Thread, get_ident
from time import process_time
from zipfile import ZipInfo

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes. A report with pictures has some megabytes."""

LARGEST_PART = 24 * 1024 * 1024
"""Bytes of one part's text, unpacked; a thousand pages have about ten megabytes."""

MOST_PARTS = 4000

MOST_CELLS = 2_000_000
"""Cells from a sheet's first to its last that is filled, with the empty ones between."""

MOST_ELEMENTS = 400_000
"""Elements of one part's XML: a thousand pages of text and tables have some hundred thousand."""

MOST_PAGES = 2000
"""Pages of a PDF file."""

SECONDS, SECONDS_A_PAGE = 2, 3
"""How long the program may work to read a PDF file: a page full of tables takes half a second."""

_AGAIN = 1.0
"""Seconds."""


class TookTooLong(BaseException):
    """What is read goes on and on; no `Exception`, so that no reader takes it for a broken file and goes on."""


def time_for(pages: int) -> float:
    """How many seconds of work a PDF file of so many pages may take to read."""
    return SECONDS + pages * SECONDS_A_PAGE


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raises `TookTooLong` where the block, in Python, is not done in so many seconds of work, whatever thread it runs in.

    A few bytes can tell a reader to do the same a million million times: no count of pages or bytes is a bound to that. The
    clock is none either, since a good file takes long on a machine that is busy with other things. It is raised again and
    again until the block is left: what is raised where Python itself asks for something, as when it looks for what can be
    thrown away, goes no further. Once the block is left nothing is raised.
    """
    reading, raised = ctypes.c_ulong(get_ident()), ctypes.py_object(TookTooLong)
    leaving, left = Lock(), Event()
    latest = process_time() + seconds

    def end() -> None:
        wait = seconds
        while not left.wait(wait):
            wait = latest - process_time()
            if wait > 0:
                continue
            with leaving:
                if not left.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(reading, raised)
            wait = _AGAIN

    try:
        Thread(target=end, daemon=True).start()
        yield
    finally:
        try:
            with leaving:
                left.set()
        finally:
            # Also where it was raised just here.
            left.set()


_READ_AS_TEXT = (".xml", ".rels", ".svg", ".emf", ".wmf")


def is_swollen(parts: Sequence[ZipInfo]) -> bool:
    """Whether the texts and drawings of an office file, or any part, are much larger unpacked than those of any document."""
    sizes = [part.file_size for part in parts if part.filename.lower().endswith(_READ_AS_TEXT)]
    return (
        len(parts) > MOST_PARTS
        or sum(sizes) > 2 * LARGEST_PART
        or max(sizes, default=0) > LARGEST_PART
        or any(part.file_size > LARGEST_FILE for part in parts)
    )
