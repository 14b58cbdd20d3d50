"""The floor: what reading, one Markdown pass and writing cost, and nothing else. Frozen: it is a measure of the project.

`python -m tests.bench.floor RECORD OUT` makes one page per Markdown file of a record: read, header (C loader), cmarkgfm and
nh3, a constant frame filled in, written. It prints its own CPU seconds and those of cmarkgfm and nh3 alone on the same
texts, so that its ratio to them shows that it was not slowed.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import cmarkgfm
import nh3
import yaml

FRAME = (
    "<!doctype html><html lang=sv><head><title>{}</title></head><body>"
    + "<p>Ram</p>" * 300
    + "<main>{}</main></body></html>"
)
_NAMES = "a blockquote code em h1 h2 h3 li ol p pre strong table tbody td th thead tr ul"
TAGS = set(_NAMES.split())


def floor(record: Path, out: Path) -> dict[str, float]:
    """CPU seconds of the whole and of prose alone, and the number of pages."""
    before, after = FRAME.split("{}", 1)[0], FRAME.split("{}", 1)[1]
    middle, end = after.split("{}")
    texts = []
    began = time.process_time()
    for number, file in enumerate(sorted(record.rglob("*.md"))):
        _, header, body = file.read_text("utf-8").split("---\n", 2)
        title = str(next(iter(yaml.load(header, yaml.CSafeLoader).values())))
        texts.append(body)
        page = before + title + middle + nh3.clean(cmarkgfm.github_flavored_markdown_to_html(body), tags=TAGS) + end
        folder = out / str(number)
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(page, "utf-8")
    whole = time.process_time() - began
    began = time.process_time()
    for body in texts:
        nh3.clean(cmarkgfm.github_flavored_markdown_to_html(body), tags=TAGS)
    return {"whole": whole, "prose": time.process_time() - began, "pages": len(texts)}


if __name__ == "__main__":
    print(json.dumps(floor(Path(sys.argv[1]), Path(sys.argv[2]))))
