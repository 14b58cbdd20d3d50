"""Attachments made for the tests: PDF, Word, OpenDocument, Excel and images, each with a text somewhere in it."""

from __future__ import annotations

import io
import zipfile

import openpyxl
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(
    pages: tuple[str, ...],
    author: str = "",
    note: str = "",
    attached: bytes = b"",
    password: str = "",
    owner: str = "",
    algorithm: str = "RC4-128",
) -> bytes:
    """A PDF with a line of text on each page; an empty page is a picture without text, `-` an empty sheet.

    It asks for `password` when it is opened, and for `owner` when it is changed.
    """
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for text in pages:
        page = writer.add_blank_page(595, 842)
        if text == "-":
            continue
        drawn = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else "q 595 0 0 842 0 0 cm /Im1 Do Q"
        stream = StreamObject()
        stream.set_data(drawn.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    if author:
        writer.add_metadata({"/Author": author})
    if note:
        writer.add_annotation(0, FreeText(text=note, rect=(50, 550, 200, 650)))
    if attached:
        writer.add_attachment("bilaga.txt", attached)
    if password or owner:
        writer.encrypt(password, owner or password, algorithm=algorithm)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def pinned_pdf() -> bytes:
    """A PDF with a file behind a pin on its page, as Acrobat's comment tool attaches it: it is in no list of files."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(("Avtal",))))
    file = StreamObject()
    file.set_data(b"x")
    held = DictionaryObject({NameObject("/F"): writer._add_object(file)})
    named = DictionaryObject({NameObject("/Type"): NameObject("/Filespec"), NameObject("/EF"): held})
    writer.add_annotation(
        0,
        DictionaryObject(
            {
                NameObject("/Subtype"): NameObject("/FileAttachment"),
                NameObject("/Rect"): RectangleObject((50, 50, 70, 70)),
                NameObject("/FS"): named,
            }
        ),
    )
    return _written(writer)


def saved_again(file: bytes, text: str) -> bytes:
    """A PDF whose first page got another text, saved as editors do it: what is new stands after what was."""
    writer = PdfWriter(io.BytesIO(file), incremental=True)
    stream = StreamObject()
    stream.set_data(f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode("latin-1"))
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    return _written(writer)


def acting_pdf(action: str) -> bytes:
    """A page with a button that runs a script or starts a program, as `action` says."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(("Beslut",))))
    does = DictionaryObject({NameObject("/S"): NameObject(f"/{action}"), NameObject("/F"): TextStringObject("a.exe")})
    button = DictionaryObject(
        {NameObject("/Subtype"): NameObject("/Widget"), NameObject("/AA"): DictionaryObject({NameObject("/E"): does})}
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(button)])
    return _written(writer)


def holding_pdf(**entries: PdfObject) -> bytes:
    """A PDF with an object more, which no page leads to."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(("Beslut",))))
    writer._add_object(_named(**entries))
    return _written(writer)


def photo_pdf(photo: bytes) -> bytes:
    """A PDF with a photo as it came from the camera."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(("Karta",))))
    image = StreamObject()
    image.set_data(photo)
    image[NameObject("/Filter")] = NameObject("/DCTDecode")
    writer._add_object(image)
    return _written(writer)


def signed_pdf() -> bytes:
    """A PDF with the signature dictionary that every signing program writes."""
    whole = pdf(("Avtal",))
    signature = b"9 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 100 200 300] /Contents <00> >>\nendobj\n"
    return whole.replace(b"xref\n", signature + b"xref\n", 1)


def _named(**values: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def _stream(data: str, **values: PdfObject) -> StreamObject:
    stream = StreamObject()
    stream.set_data(data.encode("latin-1"))
    stream.update(_named(**values))
    return stream


def pdf_beside(where: str, text: str) -> bytes:
    """A PDF with a text where no page shows it, or where a program shows it beside the page's own text."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(("Blankett",))))
    said, box = TextStringObject(text), RectangleObject((50, 50, 170, 70))
    kind: dict[str, dict[str, PdfObject]] = {
        "choice": {"Opt": ArrayObject([said])},
        "hint": {"TU": said},
        "standard": {"DV": said},
    }
    if where in kind:
        field = writer._add_object(_named(FT=NameObject("/Ch"), T=TextStringObject("val"), **kind[where]))
        writer.root_object[NameObject("/AcroForm")] = _named(Fields=ArrayObject([field]))
    elif where == "picture":
        writer.root_object[NameObject("/StructTreeRoot")] = _named(K=_named(S=NameObject("/Figure"), Alt=said))
    elif where == "layer":
        writer.root_object[NameObject("/OCProperties")] = _named(OCGs=ArrayObject([_named(Name=said)]))
    elif where == "stamp":
        font = _named(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica"))
        drawn = _stream(
            f"BT /F1 12 Tf 0 0 Td ({text}) Tj ET",
            Subtype=NameObject("/Form"),
            BBox=box,
            Resources=_named(Font=_named(F1=font)),
        )
        look = _named(N=writer._add_object(drawn))
        writer.add_annotation(0, _named(Subtype=NameObject("/Stamp"), Rect=box, AP=look))
    elif where == "rich note":
        rich = TextStringObject(f"<body><p>{text}</p></body>")
        writer.add_annotation(0, _named(Subtype=NameObject("/Text"), Rect=box, RC=rich))
    elif where == "form of XML":
        form = writer._add_object(_stream(f"<x><data>{text}</data></x>"))
        writer.root_object[NameObject("/AcroForm")] = _named(XFA=form, Fields=ArrayObject())
    elif where == "page":
        about = _stream(f"<x>{text}</x>", Type=NameObject("/Metadata"), Subtype=NameObject("/XML"))
        writer.pages[0][NameObject("/Metadata")] = writer._add_object(about)
    else:
        writer._add_object(_named(A=said))
    return _written(writer)


def endless_pdf() -> bytes:
    """A PDF with stamps that each draw themselves, again and again."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(("Karta",))))
    box = RectangleObject((5, 5, 70, 70))
    drawn = _stream("/X Do " * 1000, Type=NameObject("/XObject"), Subtype=NameObject("/Form"), BBox=box)
    reference = writer._add_object(drawn)
    drawn[NameObject("/Resources")] = _named(XObject=_named(X=reference))
    for _ in range(50):
        writer.add_annotation(0, _named(Subtype=NameObject("/Stamp"), Rect=box, AP=_named(N=reference)))
    return _written(writer)


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip package."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def word(
    paragraph: str = "<w:r><w:t>Tjänsteskrivelse</w:t></w:r>", more: dict[str, str | bytes] | None = None
) -> bytes:
    """A Word file with one paragraph's runs; `more` are further parts."""
    document = f'<w:document xmlns:w="{W}"><w:body><w:p>{paragraph}</w:p></w:body></w:document>'
    return package({"word/document.xml": document, **(more or {})})


def open_document(paragraph: str) -> bytes:
    """An OpenDocument text with one paragraph."""
    uri = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    return package({"content.xml": f'<office xmlns:text="{uri}"><text:p>{paragraph}</text:p></office>'})


def excel(cells: dict[str, object], comment: str = "", footer: str = "", hidden: bool = False) -> bytes:
    """A workbook with these cells on its second sheet."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Elever")
    for cell, value in cells.items():
        sheet[cell] = value
    if comment:
        sheet["A1"].comment = Comment(comment, "Kansliet")
    if footer:
        sheet.oddFooter.center.text = footer
    if hidden:
        sheet.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def shaped_excel(rows: list[list[tuple[object, str]]]) -> bytes:
    """A workbook whose sheet has rows of cells, each with the format that it is shown by."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Elever")
    for number, cells in enumerate(rows, 1):
        for column, (value, shape) in enumerate(cells, 1):
            cell = sheet.cell(number, column)
            cell.value, cell.number_format = value, shape
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


_BESIDE = {
    "formula": '<x><f>IF(A1="{}",1,0)</f></x>',
    "validation": '<dataValidations><dataValidation prompt="x"><formula1>"{}"</formula1></dataValidation></dataValidations>',
    "filter": '<x><filters><filter val="{}"/></filters></x>',
    "format": '<x formatCode="&quot;{}&quot;"/>',
}


def excel_beside(where: str, text: str) -> bytes:
    """A workbook with a text where no cell shows it: in a formula, a rule for what may be written, a filter or a format."""
    return with_in_sheet(excel({"A1": "Elev"}), _BESIDE[where].format(text))


def with_in_sheet(file: bytes, added: str) -> bytes:
    """A workbook whose first sheet has one element more, after its cells."""
    with zipfile.ZipFile(io.BytesIO(file)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    return package({**parts, sheet: parts[sheet].replace(b"</sheetData>", f"</sheetData>{added}".encode())})


def jpeg(description: str = "", place: bool = False, comment: str = "") -> bytes:
    """A photo with a description, where it was taken, and a comment as Windows writes it."""
    exif = Image.Exif()
    if comment:
        exif[0x9C9C] = comment.encode("utf-16-le")
    if description:
        exif[0x010E] = description
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 20.0, 0.0), 3: "E", 4: (18.0, 4.0, 0.0)})
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, "JPEG", exif=exif)
    return file.getvalue()


def png(text: str) -> bytes:
    """A picture with a text in its properties."""
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", text)
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, "PNG", pnginfo=told)
    return file.getvalue()
