"""Offices by person, remembered on this computer without a name: a name is a digest that only the name itself can find.

The file is no part of the record and never in git; it may vanish or be damaged at any time, and then is begun anew.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any

HOME = ".cache/klubbat/befattningar"
"""From the project's root; a file for each body."""


class Remembered:
    """The offices of a body's employees. Nothing here ever stops an import."""

    def __init__(self, root: Path, body_id: str) -> None:
        self._file = root / HOME / f"{body_id}.json"
        found = _read(self._file)
        self._salt: str = found["salt"] if found else secrets.token_hex(16)
        self._offices: dict[str, str] = found["befattningar"] if found else {}

    def office(self, name: str) -> str | None:
        """The office that was said for this name."""
        return self._offices.get(self._digest(name))

    def keep(self, name: str, office: str) -> None:
        """Remembers an office, in place of an earlier one."""
        self._offices[self._digest(name)] = office
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            content = {"salt": self._salt, "befattningar": self._offices}
            self._file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")

    def _digest(self, name: str) -> str:
        plain = " ".join(unicodedata.normalize("NFC", name).casefold().split())
        return hashlib.blake2b(plain.encode(), key=self._salt.encode(), digest_size=16).hexdigest()


def _read(file: Path) -> dict[str, Any] | None:
    """What was remembered, or None where the file is not there or not whole."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        sound = isinstance(found["befattningar"], dict) and 0 < len(found["salt"]) <= hashlib.blake2b.MAX_KEY_SIZE
        return found if sound and all(isinstance(one, str) for one in found["befattningar"].values()) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None
