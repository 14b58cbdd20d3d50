"""Mistakes of haste: names typed from memory, a line too few, a unit of another measure, what an editor left beside the file."""

from __future__ import annotations

from tests.checks.mistakes import CALL, HELD, ITEM, LIST, MEMBERS, MINUTES, YEAR, Mistake

_LETTER = "Välkommen till sammanträdet."

_SUBSTITUTES = """\
  tjänstgörande_ersättare:
    - namn: Frida Gran
      för: Cia Dahl
    - namn: Hanna Is
      för: Eva Fors
      från_paragraf: 6
      till_och_med_paragraf: 6
  ersättare:
    - namn: Gustav Hed
"""

OF_HASTE = (
    Mistake(
        "a key without its colon below a list",
        MINUTES,
        "      - Nämnden öppnar badhuset varje dag.\n    jäv:\n",
        "      - Nämnden öppnar badhuset varje dag.\n    utfall ändrat\n    jäv:\n",
        ("48:1", "kolon-saknas"),
        "Raden har ingen nyckel.",
        "sätt ihop den med raden före: - Nämnden öppnar badhuset varje dag. utfall ändrat. "
        "Är dess första ord en nyckel: skriv utfall: ändrat",
    ),
    Mistake(
        "a row of a list that goes on at the left",
        YEAR,
        "  - datum: 2026-09-10\n",
        "  - datum: 2026-09-10\nextra\n",
        ("18:1", "kolon-saknas"),
        "Raden har ingen nyckel.",
        "sätt ihop den med raden före: - datum: 2026-09-10 extra",
    ),
    Mistake(
        "a key in English",
        ITEM,
        "rubrik",
        "title",
        ("2:1", "okänd-nyckel"),
        "Nyckeln title finns inte.",
        "Menade du rubrik?",
    ),
    Mistake(
        "a day and its month swapped",
        LIST,
        "datum: 2026-02-10",
        "datum: 2026-13-02",
        ("6:12", "datum-finns-inte"),
        "2026-13-02 finns inte i kalendern.",
        "har dag och månad bytt plats, skriv 2026-02-13; annars välj ett annat datum.",
    ),
    Mistake(
        "a day as on paper",
        LIST,
        "datum: 2026-02-10",
        "datum: 10/2-26",
        ("6:12", "datum-omskrivet"),
        '1 av 1 datum är skrivet på annat sätt än ÅÅÅÅ-MM-DD; "10/2-26" läses som 2026-02-10.',
        "skriv 2026-02-10.",
    ),
    Mistake(
        "days before the meeting in weeks",
        YEAR,
        "dagar_före: 8",
        "dagar_före: 3 veckor",
        ("7:17", "heltal-form"),
        '"3 veckor" är inget heltal mellan 0 och 400.',
        "skriv 21.",
    ),
    Mistake(
        "days before the meeting in months",
        YEAR,
        "dagar_före: 8",
        "dagar_före: 1 månad",
        ("7:17", "heltal-form"),
        '"1 månad" är inget heltal mellan 0 och 400.',
        "skriv talet med bara siffror.",
    ),
    Mistake(
        "an empty row of a list",
        MINUTES,
        "      - Nämnden öppnar badhuset varje dag.\n",
        "      - Nämnden öppnar badhuset varje dag.\n      -\n",
        ("48:8", "tomt-värde"),
        "Listraden är tom.",
        "skriv något efter strecket, eller ta bort raden.",
    ),
    Mistake(
        "a key whose letters have become rubbish",
        CALL,
        "läge: kallat",
        "lÃ¤ge: kallat",
        ("4:2", "teckenkodning"),
        "En bokstav har blivit skräptecken (Ã¤).",
        "skriv ä i stället, och leta efter fler sådana i filen.",
    ),
    Mistake(
        "the meeting's day is another than its folder's",
        CALL,
        "datum: 2026-03-12",
        "datum: 2026-03-13",
        ("2:8", "mapp-datum"),
        "Mappen heter 2026-03-12 men datum är 2026-03-13.",
        "skriv datum: 2026-03-12. Är sammanträdet flyttat till 2026-03-13: lägg till flyttningar med från: 2026-03-12 och "
        "till: 2026-03-13. Var mappens namn fel från början: byt namn på den.",
    ),
    Mistake(
        "a substitute stands among the members",
        MINUTES,
        _SUBSTITUTES,
        "    - namn: Gustav Hed\n" + _SUBSTITUTES.replace("    - namn: Gustav Hed\n", ""),
        ("9:13", "fel-roll"),
        "Gustav Hed står under ledamöter men var ersättare 2026-02-05.",
        "flytta raden till tjänstgörande_ersättare och skriv för: vem, eller till ersättare.",
    ),
    Mistake(
        "one who had left stands among the members",
        MINUTES,
        "    - namn: David Ek\n    - namn: Eva Fors\n",
        "    - namn: David Ek\n    - namn: Eva Fors\n    - namn: Ivar Jung\n",
        ("9:13", "uppdrag-gäller-inte"),
        "Ivar Jung hade inget uppdrag i nämnden 2026-02-05: uppdraget tog slut 2025-12-31.",
        "kontrollera namnet; stämmer det, rätta från eller till i ledamoter.md.",
    ),
    Mistake(
        "an item by its title",
        MINUTES,
        "ärende: badhus",
        "ärende: Badhuset",
        ("44:13", "paragraf-ärende"),
        '§ 6 gäller "Badhuset", men sammanträdet har inget sådant ärende.',
        "Menade du badhus?",
    ),
    Mistake(
        "a paragraph was forgotten",
        MINUTES,
        "  - nummer: 7\n    ärende: maskat-arende\n    utfall: visas inte\n",
        "",
        ("19:1", "ärende-utan-paragraf"),
        "Ärende 3, maskat-arende, har ingen paragraf.",
        "lägg till en paragraf med ärende: maskat-arende; togs det inte upp, skriv utfall: utgår, "
        "eller fortsätter: 2026-02-05/maskat-arende i det ärende där det kommer tillbaka.",
    ),
    Mistake(
        "one name on both sides of a vote",
        MINUTES,
        "nej: [Eva Fors, Frida Gran]",
        "nej: [Anna Ask, Eva Fors, Frida Gran]",
        ("34:15", "röst-dubbel"),
        "Anna Ask står två gånger i voteringen i § 5, under ja och nej.",
        "behåll den röst som avgavs.",
    ),
    Mistake(
        "one who was away voted",
        MINUTES,
        "avstår: [David Ek]",
        "avstår: [David Ek, Cia Dahl]",
        ("35:28", "röst-deltog"),
        "Cia Dahl röstade i § 5 men deltog inte i den som ledamot eller tjänstgörande ersättare.",
        "rätta namnet, eller närvarande.",
    ),
    Mistake(
        "a mandate ends before it begins",
        MEMBERS,
        "till: 2025-12-31",
        "till: 2022-12-31",
        ("51:15", "uppdrag-ordning"),
        "Uppdraget slutar 2022-12-31, före dagen då det började, 2023-01-01.",
        "rätta från eller till.",
    ),
    Mistake(
        "Word's quotes in a call",
        CALL,
        _LETTER,
        "Lämna senast {{ tidsfrist(”beredning”) }}.",
        ("9:14", "makro-form"),
        "Det här är inget anrop av en funktion med fasta värden.",
        'skriv {{ tidsfrist("beredning") }}',
    ),
    Mistake(
        "a call that lacks a brace",
        CALL,
        _LETTER,
        'Lämna senast {{ tidsfrist("beredning") }.',
        ("9:14", "makro-form"),
        "Ett makro börjar här men går inte att läsa.",
        'skriv {{ tidsfrist("beredning") }}',
    ),
    Mistake(
        "a link to a file on one's own disk",
        ITEM,
        "Reglerna ses över.",
        r"Se [kartan](C:\Users\nora\karta.pdf).",
        ("5:13", "länk-schema"),
        r"Länken C:\Users\nora\karta.pdf börjar inte med https: eller mailto:.",
        "filen finns bara på din dator: lägg den i mappen bilagor, nämn den i ärendet, och länka till den där.",
    ),
    Mistake(
        "a note to oneself",
        ITEM,
        "Reglerna ses över.",
        "<!-- fråga Bo -->Reglerna ses över.",
        ("5:1", "rå-html"),
        "<!-- fråga Bo --> är HTML och visas inte.",
        "ta bort kommentaren: den som hämtar arkivet kan läsa den.",
    ),
    Mistake(
        "a wrong weekday in the letter",
        CALL,
        _LETTER,
        "Välkommen onsdagen den 12 mars.",
        ("9:11", "veckodag-datum"),
        "12 mars 2026 är en torsdag.",
        "skriv torsdag, eller rätta dagen.",
    ),
    Mistake(
        "a number is given twice, so that another is missing",
        LIST,
        "    löpnummer: 2026:14\n",
        "    löpnummer: 2026:14\n"
        "  - datum: 2026-02-10\n    punkt: A1\n    beslut: Skolskjuts avslås\n    löpnummer: 2026:14\n"
        "  - datum: 2026-02-10\n    punkt: A1\n    beslut: Skolskjuts ändras\n    löpnummer: 2026:16\n",
        ("13:16", "löpnummer-dubbelt"),
        "Skolskjuts har redan gett numret 2026:14 till ett annat beslut "
        "(meetings/testnamnden/2026-03-12/delegationsbeslut/2026-02-skolskjuts.md:9:16).",
        "rätta det ena numret; är det samma beslut, ta bort det ena.",
    ),
    Mistake(
        "hours as they are written on paper",
        MINUTES,
        "närvarande:\n  ordförande: Anna Ask\n",
        "tid: kl 18.00 till 20.15\nnärvarande:\n  ordförande: Anna Ask\n",
        ("2:6", "klockslag-form"),
        '"kl 18.00 till 20.15" är ingen tid av formen TT:MM-TT:MM.',
        "skriv 18:00-20:15.",
    ),
    Mistake(
        "yes with a capital",
        HELD,
        "får_paragraf: ja",
        "får_paragraf: Ja",
        ("8:19", "okänt-värde"),
        '"Ja" är varken ja eller nej.',
        "skriv ja.",
    ),
)
