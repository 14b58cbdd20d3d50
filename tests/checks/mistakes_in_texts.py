"""What a secretary writes in texts, with Word and habit behind it: each is one change and gives one finding."""

from __future__ import annotations

from tests.checks.mistakes import CALL, ITEM, Mistake

TEXT = "Reglerna ses över."
WELCOME = "Välkommen till sammanträdet."

IN_TEXTS = (
    Mistake(
        "a link to an attachment by its name",
        ITEM,
        TEXT,
        "Se [planen](plan.pdf).",
        ("5:13", "relativ-länk"),
        "Länken plan.pdf är skriven från filen; på sidan leder den fel.",
        "Menade du /testnamnden/2026-03-12/bilagor/plan.pdf?",
    ),
    Mistake(
        "a link to an attachment with its folder",
        ITEM,
        TEXT,
        "Se [planen](bilagor/plan.pdf).",
        ("5:13", "relativ-länk"),
        "Länken bilagor/plan.pdf är skriven från filen; på sidan leder den fel.",
        "skriv /testnamnden/2026-03-12/bilagor/plan.pdf",
    ),
    Mistake(
        "a link to an attachment that is not there",
        ITEM,
        TEXT,
        "Se [kartan](bilagor/karta.pdf).",
        ("5:13", "relativ-länk"),
        "Länken bilagor/karta.pdf är skriven från filen; på sidan leder den fel.",
        "lägg filen i mappen bilagor, nämn den under bilagor i ärendet, och skriv /testnamnden/2026-03-12/bilagor/karta.pdf",
    ),
    Mistake(
        "a link to an attachment from the root",
        ITEM,
        TEXT,
        "Se [planen](/bilagor/plan.pdf).",
        ("5:13", "trasig-länk"),
        "Sidan /bilagor/plan.pdf finns inte.",
        "Menade du /testnamnden/2026-03-12/bilagor/plan.pdf?",
    ),
    Mistake(
        "a link without https",
        ITEM,
        TEXT,
        "Se [sidan](www.example.se).",
        ("5:12", "relativ-länk"),
        "Länken www.example.se är skriven från filen; på sidan leder den fel.",
        "skriv https://www.example.se",
    ),
    Mistake(
        "a link to the own disk",
        ITEM,
        TEXT,
        "Se [planen](file:///C:/plan.pdf).",
        ("5:13", "länk-schema"),
        "Länken file:///C:/plan.pdf börjar inte med https: eller mailto:.",
        "filen finns bara på din dator: lägg den i mappen bilagor, nämn den i ärendet, och länka till den där.",
    ),
    Mistake(
        "Word's dashes in a text",
        ITEM,
        TEXT,
        "– bygga\n– räkna",
        ("5:1", "listtecken"),
        "2 rader börjar med – och blir ett enda stycke på sidan.",
        "börja varje rad med ett kort streck: - bygga",
    ),
    Mistake(
        "a picture in a text",
        CALL,
        WELCOME,
        "![karta](karta.png)",
        ("9:3", "ord-ändras"),
        '"karta karta png" kommer inte med på sidan.',
        "bilder visas inte i texten: lägg bilden som bilaga och beskriv den med ord.",
    ),
    Mistake(
        "HTML in a letter",
        CALL,
        WELCOME,
        "<b>Välkommen</b>",
        ("9:1", "rå-html"),
        "<b> är HTML och visas inte.",
        "skriv med Markdown i stället. Är tecknet en del av texten: sätt ett bakstreck före, \\<.",
    ),
    Mistake(
        "a step that is not, in a letter",
        CALL,
        WELCOME,
        'Senast {{ tidsfrist("bered") }}.',
        ("9:8", "makro-värde"),
        'Sammanträdesordningen 2026 har inget steg "bered".',
        "Menade du beredning?",
    ),
)
