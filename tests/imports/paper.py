"""A PDF with a ruled table, written by hand: no library of the project makes one."""

from __future__ import annotations

from collections.abc import Sequence

WIDTHS = (90, 60, 260, 100)
HEIGHT = 20


def pdf(heading: str, table: Sequence[Sequence[str]]) -> bytes:
    """One page: a line of text and, below it, a table with lines around every cell."""
    drawn = [_text(40, 780, heading)] if heading else []
    top = 760
    for y, row in enumerate(table):
        x = 40
        for width, cell in zip(WIDTHS, row, strict=True):
            bottom = top - (y + 1) * HEIGHT
            drawn += [f"{x} {bottom} {width} {HEIGHT} re S", _text(x + 3, bottom + 6, cell)]
            x += width
    content = "\n".join(drawn).encode("cp1252")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    made, places = b"%PDF-1.4\n", []
    for n, part in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (n, part)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, rows)
    return made + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def _text(x: int, y: int, text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 9 Tf {x} {y} Td ({escaped}) Tj ET"
