"""What the files beside the pages cost of a cold build: `python -m tests.bench.exports --meetings 220` (about 5 000 pages).

CPU seconds of all processes; papers and the search index apart, and what the guard reads.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
from collections import Counter
from pathlib import Path

from build_scripts.kept.listing import ListedFolder
from build_scripts.site.building import release
from build_scripts.site.prepared import prepare
from build_scripts.site.unchanged import BuildOrder
from tests.bench.phases import spent
from tests.bench.projects import project

_SITE = "https://arkiv.example.se/"
_DAY = dt.date(2026, 11, 28)


def main() -> None:
    """Prints how many files there are, what they take, and which share of a whole cold build that is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--meetings", type=int, default=220)
    meetings: int = parser.parse_args().meetings
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder) / "project", meetings)
        began = spent()
        counts = release(BuildOrder(root, _DAY, Path(folder) / "ut/site", searchable=False, printable=False))
        whole = spent() - began
        prepared = prepare(root, _DAY, searchable=False, printable=False)
        (Path(folder) / "files").mkdir()
        out = ListedFolder(Path(folder) / "files", None)
        began = spent()
        files = prepared.exported(_SITE)
        for name, file in files.items():
            out.put(name, repr(file.made_from()) if file.made_from else "", file.content)
        took = spent() - began
    kinds = Counter(name.partition("/")[0] for name in files)
    print(f"{counts.pages} pages, {len(files)} files: {dict(kinds.most_common(4))}")
    print(f"files {took:.2f} CPU-s of {whole:.2f}: {took / whole:.0%}")


if __name__ == "__main__":
    main()
