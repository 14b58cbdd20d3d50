"""PDF files written by hand: lines of text, and tables with lines around every cell."""

from __future__ import annotations

from collections.abc import Sequence

WIDTHS = (90, 60, 260, 100)
HEIGHT = 20
LEADING = 11

Rows = Sequence[Sequence[str]]


def pdf(heading: str, table: Rows) -> bytes:
    """One page: a line of text and, below it, a table."""
    return pages((heading, table))


def pages(*contents: tuple[str, Rows]) -> bytes:
    """A page for each: lines of text and, below them, a table; a cell may have several lines."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(contents)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, (heading, table) in enumerate(contents):
        drawn = "\n".join(_drawn(heading, table)).encode("cp1252")
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % (5 + 2 * n),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn),
        ]
    made, places = b"%PDF-1.4\n", []
    for n, part in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (n, part)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, rows)
    return made + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def _drawn(heading: str, table: Rows) -> list[str]:
    lines = heading.split("\n") if heading else []
    drawn = [_text(40, 780 - 30 * n, line) for n, line in enumerate(lines)]
    top = 780 - 30 * len(lines) + 10
    for row in table:
        height = HEIGHT + LEADING * max(cell.count("\n") for cell in row)
        x = 40
        for width, cell in zip(WIDTHS, row, strict=True):
            drawn.append(f"{x} {top - height} {width} {height} re S")
            drawn += (_text(x + 3, top - 14 - LEADING * n, line) for n, line in enumerate(cell.split("\n")))
            x += width
        top -= height
    return drawn


def _text(x: int, y: int, text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 9 Tf {x} {y} Td ({escaped}) Tj ET"
