"""Images: what their metadata says. What is seen in them only a person can judge."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator

from PIL import ExifTags, Image

from build_scripts.guard.readers.extracted import BROKEN, PROPERTIES, Extracted, Piece, unreadable


def read_image(content: bytes) -> Extracted:
    """The metadata of a PNG or JPEG; a place in it is told. Never raises."""
    try:
        with warnings.catch_warnings():
            # Only the header is read: how large the picture would be when unpacked does not matter.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as image:
                exif = image.getexif()
                has_place = bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
                texts = [
                    *_texts(image.info.values()),
                    *_texts(exif.values()),
                    *_texts(exif.get_ifd(ExifTags.IFD.Exif).values()),
                ]
                has_author = bool(str(exif.get(ExifTags.Base.Artist, "")).strip())
    except Exception:
        # Pillow's readers raise any of Python's errors on hostile files.
        return unreadable(BROKEN)
    has_place = has_place or any("GPSLatitude" in text for text in texts)
    faults = (("bildposition", "latitud och longitud"),) if has_place else ()
    return Extracted(tuple(Piece(PROPERTIES, text) for text in texts), faults, has_author)


def _texts(found: Iterable[object]) -> Iterator[str]:
    for value in found:
        if isinstance(value, bytes):
            # Windows and cameras write comments with two bytes a sign, of which one is empty.
            value = value.replace(b"\0", b"").decode("utf-8", "ignore") if len(value) < 1_000_000 else ""
        if isinstance(value, str) and re.search(r"\w", value):
            # What XML says may stand between its tags or within them.
            yield re.sub("[<>]", "\n", value)
