"""Two places in the file system that change with each other, so that nobody meets what is half there."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path


def change_places(fresh: Path, shown: Path, before: Path) -> None:
    """Puts what is fresh in the place of the folder that is shown, and that folder at `before`: in one step where the system can.

    Stopped between two steps, the folder is back where it was.
    """
    if exchange(fresh, shown):
        fresh.rename(before)
        return
    shown.rename(before)
    try:
        fresh.replace(shown)
    except BaseException:
        before.rename(shown)
        raise


def exchange(one: Path, other: Path) -> bool:
    """Lets two paths change places in one step (Linux, renameat2 with RENAME_EXCHANGE); False where that is not to be had."""
    if sys.platform == "win32":
        return False
    current_folder, exchange = -100, 2
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(current_folder, os.fsencode(one), current_folder, os.fsencode(other), exchange) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(other))
