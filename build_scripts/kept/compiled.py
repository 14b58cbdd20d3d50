"""Compiled templates, kept where Python keeps compiled modules: beside them, in `__pycache__`.

They are code, so they never lie in a project's own folder of caches, which others may fill.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from build_scripts.kept.stamps import code_stamp, digest
from macros.pages import templating

_FOLDER = Path(templating.__file__).parent / "templates/__pycache__"


class CompiledTemplates(BytecodeCache):
    """Templates as this version of the program compiles them. Where the folder may not be written nothing is kept."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket its code, if there is a whole one."""
        with suppress(OSError):
            told = self._file(bucket).read_bytes()
            if told[:16] == digest(told[16:]):
                bucket.bytecode_from_string(told[16:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the bucket's code, and none that earlier versions made of the template."""
        if sys.dont_write_bytecode:
            return
        made = bucket.bytecode_to_string()
        file = self._file(bucket)
        fresh = file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            fresh.write_bytes(digest(made) + made)
            fresh.replace(file)
            for old in self._folder.glob(f"{bucket.key}-*{file.suffix}"):
                if old != file:
                    old.unlink()

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}-{code_stamp().hex()}.{sys.implementation.cache_tag}"


def keep_compiled_templates() -> None:
    """From here on a template is compiled once for each version of the program."""
    templating.keep_compiled(CompiledTemplates())
