"""How long the forms take on a large record: `python -m tests.editor.measure DIR`, in a record that may be written to.

Make one first: `python -m tests.bench.generate --meetings 220 --seed 1 --ut DIR`, and `git init`, `add` and `commit` there.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from build_scripts.editor.app import application
from build_scripts.editor.editor import Editor
from tests.editor.projects import PORT, TODAY, Client, Visitor

T = TypeVar("T")


def timed(what: str, act: Callable[[], T]) -> T:
    """Does it, and prints the seconds that it took."""
    began = time.perf_counter()
    done = act()
    print(f"{what:<34} {time.perf_counter() - began:5.2f} s")
    return done


def main() -> None:
    """Opens and saves the item that comes last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path, metavar="DIR")
    root: Path = parser.parse_args().root.resolve()
    path = max(root.glob("meetings/*/*/01-*.md")).relative_to(root).as_posix()
    gate = application(Editor(root, lambda: TODAY), PORT)
    client = Client(gate)
    timed("the first page, record unread", lambda: client.get(gate.start_address))
    user = Visitor(client)
    page = timed("open a form", lambda: user.edit(path))
    page = timed("save, with check and commit", partial(page.press, "spara", path, text=f"Ett. {time.time()}"))
    page = timed("save once more", partial(page.press, "spara", path, text=f"Två. {time.time()}"))
    page = timed("check", partial(page.press, "kontrollera", path, text=f"Tre. {time.time()}"))
    page = timed("save what has been checked", partial(page.press, "spara", path))
    assert "Sparat, och infört i historiken." in page.text
    timed("open it again", lambda: user.edit(path))
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
