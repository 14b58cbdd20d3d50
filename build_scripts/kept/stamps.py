"""What a build depends on besides the record: its own code, the installed versions, and files of a folder."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import FileIO
from pathlib import Path

from build_scripts.project import CONTENT, SETTINGS
from macros.record.home import RECORD

_CODE = Path(__file__).parents[2]
_PACKAGES = ("macros", "build_scripts")
_LOCKS = ("requirements.lock", "pyproject.toml")


def digest(*parts: str | bytes) -> bytes:
    """The digest of the parts, each told apart from the next by its length."""
    contents = [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
    lengths = repr(list(map(len, contents))).encode()
    return hashlib.blake2b(b"".join((lengths, *contents)), digest_size=16).digest()


def files_below(place: Path) -> Iterator[tuple[str, bytes]]:
    """Name (from `place`, with forward slashes) and content of every file, in order; of `place` itself when it is a file."""
    if place.is_file():
        yield "", content_of(str(place))
        return
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            file = Path(folder, name)
            yield file.relative_to(place).as_posix(), content_of(str(file))


def installed() -> Path:
    """The folder of installed packages."""
    return Path(sysconfig.get_paths()["purelib"])


def is_installed(place: Path) -> bool:
    """Whether a place is part of an installed package: its version says what is in it."""
    return place.resolve().is_relative_to(installed().resolve())


@cache
def code_stamp() -> bytes:
    """The digest of the program: its modules and templates, its locked versions, and what is installed."""
    parts: list[str | bytes] = [sys.version]
    for package in _PACKAGES:
        for name, content in files_below(_CODE / package):
            parts += [package, name, content]
    for name in _LOCKS:
        file = _CODE / name
        parts += [name, file.read_bytes() if file.is_file() else b""]
    return digest(*parts, *sorted(name for name in os.listdir(installed()) if name.endswith("-info")))


def is_replaced() -> bool:
    """Whether another program lies here than the one whose stamp was asked for first."""
    return code_stamp.__wrapped__() != code_stamp()


READ_BY_MKDOCS = "inställningar"
"""What the memory keeps under a `settings_key`: the folders and files, as JSON, that MkDocs reads with these settings."""


def settings_key(root: Path, site_url: str | None) -> bytes | None:
    """The digest of a project's settings, where they lie, and what replaces the address in them; None without settings."""
    file = root / SETTINGS
    return digest(file.read_bytes(), str(file.resolve()), site_url or "", code_stamp()) if file.is_file() else None


_TEXTS = (RECORD, CONTENT)


def project_stamp(root: Path, folders: Iterable[str]) -> bytes:
    """The digest of all that a build reads in a project: files beside the record and texts by content, others by size and times.

    `folders` are the further folders and files that the theme's part was made from.
    """
    made = _told(root, lambda file: content_of(str(file)), _content)
    for place in folders:
        for name, content in files_below(Path(place)):
            _tell(made, f"{place}/{name}", content)
    return made.digest()


def project_facts(root: Path) -> bytes:
    """The digest of the sizes and times of all that a build reads in a project: another one says that something has changed.

    It is much faster than `project_stamp`, but says nothing of what another copy of the project holds.
    """
    return _told(root, lambda file: _facts_of(file.stat()), _facts).digest()


def _told(root: Path, beside: Callable[[Path], bytes], below: Callable[[os.DirEntry[str]], bytes]) -> hashlib.blake2b:
    """What is told of the files beside the folders of texts, hidden ones left out, and of the entries below these."""
    made = hashlib.blake2b(digest_size=16)
    entries = root.iterdir() if root.is_dir() else ()
    for file in sorted(file for file in entries if not file.name.startswith(".") and file.is_file()):
        _tell(made, file.name, beside(file))
    for name in _TEXTS:
        _tell_of_folder(made, str(root / name), below)
    return made


def _tell(made: hashlib.blake2b, name: str, content: bytes) -> None:
    made.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
    made.update(content)


def _tell_of_folder(made: hashlib.blake2b, folder: str, told: Callable[[os.DirEntry[str]], bytes]) -> None:
    """Every entry below the folder in order of name, hidden ones left out: no build reads them."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        _tell(made, folder, str(error.errno).encode())
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            _tell(made, f"{entry.path}/", b"")
            _tell_of_folder(made, entry.path, told)
        else:
            _tell(made, entry.path, told(entry))


def _content(entry: os.DirEntry[str]) -> bytes:
    """A text's content; of attachments, which may be large, size and times."""
    if entry.name.endswith(".md") and entry.is_file(follow_symlinks=False):
        return content_of(entry.path)
    return _facts(entry)


def _facts(entry: os.DirEntry[str]) -> bytes:
    return _facts_of(entry.stat(follow_symlinks=False))


def _facts_of(facts: os.stat_result) -> bytes:
    return repr((facts.st_mode, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino)).encode()


def content_of(path: str) -> bytes:
    """A file's bytes; where it cannot be read, why."""
    try:
        with FileIO(path) as file:
            return file.read()
    except OSError as error:
        return f"?{error.errno}".encode()
