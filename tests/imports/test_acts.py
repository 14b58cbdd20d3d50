"""What was done at a paragraph of old minutes becomes its keys where it is surely told, and else stays text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from build_scripts.__main__ import main
from build_scripts.imports.acts import Acts, acts_of
from build_scripts.imports.blocks import Block, BlockKind, Run
from macros.record.reading import read
from tests.imports.everything import words, words_of_pdf
from tests.imports.old_minutes import CALL, MEMBERS, MINUTES, imported
from tests.imports.packets.pieces import said
from tests.imports.packets.setting import typeset
from tests.site.projects import TODAY, tiny

PRESENT = frozenset({"Alma Rönn", "Bo Ekman", "Cia Lind", "Dan Asp", "Eva af Ström"})

RULES = "Den som vill bifalla förslaget röstar ja. Den som vill avslå det röstar nej."


def _block(line: str) -> Block:
    if "|" in line:
        rows = [tuple(((Run(cell),),) for cell in row.split("|")) for row in line.split(" / ")]
        return Block(BlockKind.TABLE, rows=tuple(rows))
    kind = BlockKind.HEADING if line.startswith("# ") else BlockKind.PARAGRAPH
    return Block(kind, (Run(line.removeprefix("# ")),), 2 if kind is BlockKind.HEADING else 0)


def _acts(*lines: str) -> Acts:
    return acts_of([_block(line) for line in lines], PRESENT)


YRKANDEN: dict[tuple[str, ...], list[dict[str, Any]]] = {
    ("Bo Ekman (M) yrkar bifall till förslaget.",): [{"av": ["Bo Ekman"], "yrkande": "Bifall till förslaget."}],
    ("Ordföranden Alma Rönn (S) och Cia Lind (V) yrkade avslag. Eva af Ström (C) yrkar återremiss.",): [
        {"av": ["Alma Rönn", "Cia Lind"], "yrkande": "Avslag."},
        {"av": ["Eva af Ström"], "yrkande": "Återremiss."},
    ],
    ("Alma Rönn (S) yrkar bifall.", "Dan Asp (S) instämmer i yrkandet."): [
        {"av": ["Alma Rönn", "Dan Asp"], "yrkande": "Bifall."}
    ],
    ("Bo Ekman (M), Cia Lind (V) samt Dan Asp (S) föreslår följande:", "1. Stryk raden.", "2. Lägg till en rad."): [
        {"av": ["Bo Ekman", "Cia Lind", "Dan Asp"], "yrkande": "Följande: 1. Stryk raden. 2. Lägg till en rad."}
    ],
}


@pytest.mark.parametrize(("lines", "rows"), YRKANDEN.items())
def test_yrkanden(lines: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    acts = _acts("# Yrkanden", *lines, "# Bakgrund", "Text.")
    assert acts.keys == {"yrkanden": rows}
    assert acts.read == ["Yrkanden", *lines]
    assert [block.text for block in acts.kept] == ["Bakgrund", "Text."]
    assert acts.unread == []


@pytest.mark.parametrize(
    "lines",
    [
        ("# Yrkanden", "Fia Ny (M) yrkar bifall."),
        ("# Yrkanden", "Bo Ekman (M) och Fia Ny (M) yrkar bifall."),
        ("# Yrkanden", "Ordföranden yrkar bifall."),
        ("# Yrkanden", "Bo Ekman (M) yrkar bifall. Ordföranden avslutar debatten."),
        ("# Reservationer", "Moderaterna reserverar sig mot beslutet."),
        ("# Särskilt yttrande", "Bo Ekman (M) lämnar ett särskilt yttrande."),
        ("# Jäv", "Bo Ekman (M) anmäler jäv. Ordföranden tackar."),
        ("# Votering", "Bilaga 3."),
        (
            "# Votering",
            "Den som vill bifalla röstar ja. Den som vill avslå röstar nej.",
            "2 ja-röster och 2 nej-röster.",
        ),
        (
            "# Votering",
            "Den som vill bifalla röstar ja. Den som vill avslå röstar nej.",
            "3 ja-röster.",
            "Ja: Bo Ekman (M).",
        ),
        (
            "# Votering",
            "Den som vill bifalla röstar ja. Den som vill avslå röstar nej.",
            "3 ja-röster. Sedan 4 ja-röster.",
        ),
        ("# Votering", RULES, "Alla på högerkanten röstar ja.", "Nej: Alma Rönn (S)."),
        ("# Votering", RULES, "3 ja-röster och 2 nej-röster.", "Cia Lind avstod av andra skäl."),
        ("# Votering", "Ja: Bo Ekman (M), Cia Lind (V). Nej: Alma Rönn (S)."),
    ],
)
def test_what_is_not_surely_told_stays_text_and_is_told(lines: tuple[str, ...]) -> None:
    acts = _acts(*lines)
    assert not any(acts.keys.values())
    assert [block.text for block in acts.kept] == [line.removeprefix("# ") for line in lines]
    assert (acts.read, acts.unread) == ([], [lines[0].removeprefix("# ")])


MEANS = {"ja_betyder": "Bifalla förslaget.", "nej_betyder": "Avslå det."}
VOTES: dict[tuple[str, ...], dict[str, Any]] = {
    (RULES, "Vid omröstningen avges 6 ja-röster och 5 nej-röster, 1 avstår."): {
        "antal_ja": "6",
        "antal_nej": "5",
        "antal_avstår": "1",
        "utfall": "ja",
    },
    (RULES, "Ja: Bo Ekman (M).", "Nej: Alma Rönn (S), Cia Lind (V).", "Dan Asp (S) avstår."): {
        "ja": ["Bo Ekman"],
        "nej": ["Alma Rönn", "Cia Lind"],
        "avstår": ["Dan Asp"],
        "antal_ja": "1",
        "antal_nej": "2",
        "antal_avstår": "1",
        "utfall": "nej",
    },
    (RULES, "Ledamot|Ja|Nej|Avstår / Bo Ekman (M)|X|| / Cia Lind (V)|X|| / Dan Asp (S)||X| / Summa|2|1|0"): {
        "ja": ["Bo Ekman", "Cia Lind"],
        "nej": ["Dan Asp"],
        "antal_ja": "2",
        "antal_nej": "1",
        "utfall": "ja",
    },
    ("Den som vill bifalla förslaget röstar ja, den som vill avslå det röstar nej.", "3 ja-röster mot 1 nej-röst."): {
        "antal_ja": "3",
        "antal_nej": "1",
        "utfall": "ja",
    },
    (
        RULES,
        "Vid omröstningen röstar följande ledamöter ja: Bo Ekman (M).",
        "Följande röstar nej: Alma Rönn (S) och Dan Asp (S).",
    ): {
        "ja": ["Bo Ekman"],
        "nej": ["Alma Rönn", "Dan Asp"],
        "antal_ja": "1",
        "antal_nej": "2",
        "utfall": "nej",
    },
    ("Ja-röst för att bifalla förslaget, nej-röst för att avslå det.", "Omröstningen ger 1 ja och 4 nej."): {
        "ja_betyder": "Att bifalla förslaget.",
        "nej_betyder": "Att avslå det.",
        "antal_ja": "1",
        "antal_nej": "4",
        "utfall": "nej",
    },
}


@pytest.mark.parametrize(("lines", "vote"), VOTES.items())
def test_a_vote(lines: tuple[str, ...], vote: dict[str, Any]) -> None:
    acts = _acts("# Voteringsproposition", lines[0], "# Voteringsresultat", *lines[1:])
    assert acts.keys == {"votering": [{**MEANS, **vote}]}
    assert acts.kept == []


def test_the_order_of_putting_keeps_all_its_words_and_tells_the_vote() -> None:
    text = f"Ordföranden ställer förslagen mot varandra. {RULES} 6 ja-röster och 5 nej-röster."
    acts = _acts("# Beslutsgång", text)
    vote = {**MEANS, "antal_ja": "6", "antal_nej": "5", "utfall": "ja"}
    assert acts.keys == {"propositionsordning": text, "votering": [vote]}


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        (("# Reservation", "Bo Ekman (M) reserverar sig mot beslutet."), {"reservationer": [{"av": ["Bo Ekman"]}]}),
        (
            ("# Reservationer", "Bo Ekman (M) reserverade sig skriftligt.", "Planen är för dyr. Den bör göras om."),
            {
                "reservationer": [
                    {
                        "av": ["Bo Ekman"],
                        "text": "Bo Ekman (M) reserverade sig skriftligt. Planen är för dyr. Den bör göras om.",
                    }
                ]
            },
        ),
        (
            ("# Särskilda yttranden", "Cia Lind (V) lämnar följande särskilda yttrande: Planen är bra."),
            {"särskilda_yttranden": [{"av": ["Cia Lind"], "text": "Planen är bra."}]},
        ),
        (
            ("# Protokollsanteckning", "Dan Asp (S) lämnar en protokollsanteckning:", "Vi ser fram emot mer."),
            {"anteckningar": [{"av": ["Dan Asp"], "text": "Vi ser fram emot mer."}]},
        ),
        (("# Jäv", "Bo Ekman (M) anmäler jäv och deltar inte i ärendet."), {"jäv": ["Bo Ekman"]}),
        (("På grund av jäv deltar inte Bo Ekman (M) i handläggningen.",), {"jäv": ["Bo Ekman"]}),
        (("Bo Ekman (M) och Dan Asp (S) deltar inte i beslutet.",), {"deltar_inte": ["Bo Ekman", "Dan Asp"]}),
        (("Cia Lind (V) reserverar sig mot beslutet.",), {"reservationer": [{"av": ["Cia Lind"]}]}),
    ],
)
def test_who_dissented_stated_and_took_no_part(lines: tuple[str, ...], keys: dict[str, Any]) -> None:
    acts = _acts(*lines)
    assert (acts.keys, acts.kept) == (keys, [])


def test_a_sentence_within_other_text_stays_where_it_is() -> None:
    acts = _acts("Bo Ekman (M) reserverar sig mot beslutet. Sedan äter alla.", "Fia Ny (M) deltar inte i beslutet.")
    assert (acts.keys, acts.read, len(acts.kept)) == ({}, [], 2)


DONE = """\
### Yrkanden
Bo Ekman (M) yrkar avslag. Alma Rönn (S) yrkar bifall.
### Beslutsgång
Ordföranden ställer yrkandena mot varandra. Omröstning begärs.
### Omröstning
Den som vill bifalla förslaget röstar ja. Den som vill avslå det röstar nej.
Vid omröstningen avges 2 ja-röster och 1 nej-röst.
### Reservation
Bo Ekman (M) reserverar sig mot beslutet.
### Yttrande
Moderaterna reserverar sig.
### Särskilt yttrande
Kommunistiska gruppen lämnar ett yttrande."""


def test_what_was_done_becomes_keys_and_the_rest_stays_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    minutes = MINUTES.replace("### Sammanfattning\nTiderna", f"{DONE}\n### Sammanfattning\nTiderna")
    code, root = imported(tmp_path, minutes)
    told = capsys.readouterr().out
    assert code == 0
    archive, findings = read(root)
    assert findings == []
    (header,) = [one.minutes.header for one in archive.meetings if one.minutes]
    paragraph = header.paragraphs[2]
    assert paragraph.decision == ("Ärendet återremitteras.", "Förvaltningen räknar om kostnaden.")
    assert [(one.names, one.text) for one in paragraph.yrkanden] == [
        (("Bo Ekman",), "Avslag."),
        (("Alma Rönn",), "Bifall."),
    ]
    assert paragraph.putting_order == "Ordföranden ställer yrkandena mot varandra. Omröstning begärs."
    (vote,) = paragraph.votes
    assert (vote.yes_means, vote.count_yes, vote.count_no) == ("Bifalla förslaget.", 2, 1)
    assert [one.names for one in paragraph.dissents] == [("Bo Ekman",)]
    text = (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")
    assert "### Särskilt yttrande\n\nKommunistiska gruppen lämnar ett yttrande." in text
    assert "§ 43: Särskilt yttrande kunde inte läsas säkert" in " ".join(told.split())
    assert "Det som blev nycklar i § 43:" in told
    lost = words_of_pdf((tmp_path / "protokoll.pdf").read_bytes()).keys() - set(words(text + told))
    assert lost <= {"karin", "lindqvist"}


def test_minutes_are_told_by_the_head_of_their_pages_and_their_days_by_a_tables_rows(tmp_path: Path) -> None:
    look = (
        "#set page(header: [Provköpings kommun #h(1fr) SAMMANTRÄDESPROTOKOLL #h(1fr) 1 (1)])\n#set text(size: 11pt)\n"
    )
    front = (
        ("Plats och tid", "Provsalen"),
        ("Beslutande", "Alma Rönn (S), ordförande"),
        ("", "Bo Ekman (M)"),
        ("Justeringens tid", "Kommunhuset 2026-11-26"),
    )
    cells = ", ".join(f"[{said(cell)}]" for row in front for cell in row)
    paragraphs = "".join(f"#block[{said(line)}]\n" for line in ("§ 41 Val av justerare", "Bo Ekman valdes."))
    paragraphs += f"#pagebreak()\n#block[{said('§ 42 Övriga frågor')}]"
    (tmp_path / "p.pdf").write_bytes(typeset(f"{look}#table(columns: (4cm, 1fr), {cells})\n{paragraphs}"))
    root = tiny(
        tmp_path / "projekt", {"meetings/prov/ledamoter.md": MEMBERS, "meetings/prov/2026-11-19/kallelse.md": CALL}
    )
    line = ["importera", str(tmp_path / "p.pdf"), "--organ", "prov", "--sammanträde", "2026-11-19", "--idag", TODAY]
    assert main([*line, "--katalog", str(root)]) == 0
    text = (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")
    assert "# Ur protokollet: justerat: 2026-11-26." in text
