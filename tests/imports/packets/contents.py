"""What stands in the packets: six meetings of invented municipalities, and the record that each would become."""

from __future__ import annotations

from tests.imports.packets.invented import Appendix, InventedMatter, InventedPacket, UnitList, rows

EKVIK = InventedPacket(
    "ekvik",
    "Ekviks kommun",
    "Arbetsmarknads- och vuxenutbildningsnämnden",
    "AVN/ÅÅÅÅ:N",
    "2026-09-17",
    "19:00",
    "Kommunhuset, sal 3",
    ("Justering", "Förvaltningschefen informerar"),
    (
        InventedMatter(
            "Delårsrapport 2 för 2026",
            "AVN/2026:61",
            ("Nämnden godkänner delårsrapporten.",),
            has_sheet=True,
            appendices=(Appendix("Delårsrapport 2, tabeller", 60),),
        ),
        InventedMatter(
            "Redovisning av uppdraget om möjliga effektiviseringar inför 2027",
            "AVN/2026:43",
            ("Nämnden godkänner de effektiviseringar som förvaltningen föreslår.",),
            has_sheet=True,
            sent_to=("Kommunstyrelsen",),
        ),
        InventedMatter(
            "Sammanträdesordning 2027",
            "AVN/2026:26",
            ("Nämnden antar sammanträdesordningen för 2027.",),
            has_sheet=True,
        ),
        InventedMatter(
            "Anmälningsärenden",
            "AVN/2026:1",
            ("Nämnden har tagit del av anmälningarna.",),
            kind="anmälan",
            has_sheet=True,
            has_report=False,
            appendices=(
                Appendix("Protokollsutdrag från kommunfullmäktige", 12),
                Appendix("Skrivelse från Vuxenskolan", 0),
            ),
        ),
        InventedMatter(
            "Delegationsbeslut",
            "AVN/2026:2",
            ("Nämnden godkänner redovisningen av delegationsbeslut.",),
            kind="delegation",
            has_sheet=True,
            has_report=False,
        ),
    ),
    (
        UnitList("Jobbcenter", "2026-08", rows(1, 9, 8, "{short}{month:02}{day:02}")),
        UnitList("Xenter", "2026-08", rows(2, 34, 8)),
        UnitList("Daglig verksamhet", "2026-08", rows(3, 12, 8, "{day}/{month}")),
    ),
    "tabs",
    plan="Sammanträdesplan 2027",
)

NORRSUNDA = InventedPacket(
    "norrsunda",
    "Norrsunda kommun",
    "Kommunstyrelsen",
    "KS ÅÅÅÅ/NNN",
    "2026-10-07",
    "13:00",
    "Stadshuset, plan 4",
    ("Upprop", "Val av justerare"),
    (
        InventedMatter(
            "Cykelplan 2027-2030",
            "KS 2026/118",
            (
                "Kommunstyrelsen antar cykelplanen.",
                "Kommunstyrelsen ger tekniska kontoret i uppdrag att följa upp planen varje år.",
            ),
            sent_to=("Tekniska nämnden", "Ekonomiavdelningen"),
            appendices=(Appendix("Cykelplan för Norrsunda 2027-2030", 70), Appendix("Samrådsredogörelse", 30)),
        ),
        InventedMatter(
            "Svar på motion om fri kollektivtrafik för unga",
            "KS 2026/097",
            ("Kommunfullmäktige avslår motionen.",),
            kind="motionssvar",
            movers=("Lena Björkås (V)",),
            appendices=(Appendix("Motion om fri kollektivtrafik för unga", 3),),
            route=(
                ("Kommunstyrelsens arbetsutskott", "2026-09-23"),
                ("Kommunstyrelsen", "2026-10-07"),
                ("Kommunfullmäktige", "2026-10-26"),
            ),
        ),
        InventedMatter(
            "Taxa för upplåtelse av allmän plats",
            "KS 2026/131",
            ("Kommunfullmäktige fastställer taxan från den 1 januari 2027.",),
            appendices=(Appendix("Förslag till taxa", 16),),
        ),
        InventedMatter(
            "Yttrande över regional plan för infrastruktur",
            "KS 2026/140",
            ("Kommunstyrelsen lämnar yttrandet som sitt eget.",),
            kind="remissvar",
            appendices=(Appendix("Remiss, regional plan", 40),),
        ),
        InventedMatter(
            "Månadsuppföljning augusti",
            "KS 2026/012",
            ("Kommunstyrelsen lägger uppföljningen till handlingarna.",),
            kind="uppföljning",
        ),
    ),
    (UnitList("Mark- och exploateringsenheten", "2026-09", rows(4, 22, 9)),),
    "table",
)

BJORKEBRO = InventedPacket(
    "bjorkebro",
    "Björkebro kommun",
    "Barn- och utbildningsnämnden",
    "BUN/ÅÅÅÅ:N",
    "2026-11-12",
    "08:30",
    "Björksalen",
    ("Mötets öppnande", "Fastställande av dagordning"),
    (
        InventedMatter(
            "Internbudget 2027",
            "BUN/2026:88",
            ("Nämnden antar internbudgeten för 2027.",),
            appendices=(Appendix("Internbudget 2027 per skola", 50),),
        ),
        InventedMatter(
            "Ny skolskjutsreglering",
            "BUN/2026:71",
            ("Nämnden antar reglerna för skolskjuts.", "Reglerna gäller från den 1 augusti 2027."),
            appendices=(Appendix("Regler för skolskjuts", 25), Appendix("Barnkonsekvensanalys", 10)),
        ),
        InventedMatter("Läsårstider 2027/28", "BUN/2026:90", ("Nämnden fastställer läsårstiderna.",)),
        InventedMatter(
            "Information om förskolekön", "", ("Nämnden har tagit del av informationen.",), kind="information", length=4
        ),
        InventedMatter(
            "Delegationsbeslut", "BUN/2026:2", ("Nämnden godkänner redovisningen.",), kind="delegation", length=2
        ),
    ),
    (UnitList("Skolskjuts", "2026-10", rows(5, 18, 10)), UnitList("Måltider", "2026-10", rows(6, 7, 10))),
    "large",
    plan="Sammanträdestider 2027",
)

STRANDNAS = InventedPacket(
    "strandnas",
    "Strandnäs kommun",
    "Kultur- och fritidsnämnden",
    "KFN-ÅÅÅÅ-N",
    "2026-10-20",
    "17:30",
    "Gamla rådhuset",
    ("Upprop", "Justering"),
    (
        InventedMatter(
            "Nytt bidragssystem för föreningar",
            "KFN-2026-33",
            ("Nämnden inför bidragssystemet från 2027.",),
            appendices=(Appendix("Bidragsregler", 35), Appendix("Synpunkter från föreningsrådet", 0)),
        ),
        InventedMatter(
            "Öppettider på simhallen",
            "KFN-2026-41",
            ("Nämnden förlänger öppettiderna på prov under 2027.",),
            appendices=(Appendix("Besöksstatistik", 20),),
        ),
        InventedMatter(
            "Konst i nya biblioteket",
            "KFN-2026-29",
            ("Nämnden godkänner förslaget.", "Konsten får kosta högst 400 000 kronor."),
            appendices=(Appendix("Gestaltningsprogram", 45),),
        ),
        InventedMatter(
            "Anmälningsärenden",
            "KFN-2026-1",
            ("Nämnden har tagit del av anmälningarna.",),
            kind="anmälan",
            length=2,
            appendices=(Appendix("Beslut från länsstyrelsen", 8),),
        ),
    ),
    (UnitList("Föreningsenheten", "2026-09", rows(7, 26, 9)),),
    "bookmarks",
)

TALLHED = InventedPacket(
    "tallhed",
    "Tallheds kommun",
    "Samhällsbyggnadsnämnden",
    "SBN ÅÅÅÅ-NNNN",
    "2026-12-03",
    "09:00",
    "Sessionssalen",
    ("Närvaro", "Val av justerare"),
    (
        InventedMatter(
            "Detaljplan för Tallheds centrum",
            "SBN 2026-0211",
            ("Nämnden godkänner planen för granskning.",),
            appendices=(Appendix("Planbeskrivning", 120), Appendix("Miljökonsekvensbeskrivning", 90)),
        ),
        InventedMatter(
            "Svar på motion om trädplantering",
            "SBN 2026-0187",
            ("Nämnden föreslår att motionen bifalls.",),
            kind="motionssvar",
            movers=("Arne Fjällgård (MP)",),
            appendices=(Appendix("Motion om trädplantering", 3),),
        ),
        InventedMatter(
            "Lokalförsörjningsplan 2027-2036",
            "SBN 2026-0199",
            ("Nämnden antar planen.",),
            appendices=(Appendix("Lokalförsörjningsplan", 80),),
        ),
        InventedMatter(
            "Trafiksäkerhet vid Ekskolan",
            "SBN 2026-0203",
            ("Nämnden ger kontoret i uppdrag att sänka hastigheten till 30 km/tim.",),
            sent_to=("Trafikenheten",),
        ),
        InventedMatter(
            "Medborgarförslag om belysning i Ekparken",
            "SBN 2026-0144",
            ("Medborgarförslaget är besvarat.",),
            kind="medborgarförslag",
        ),
        InventedMatter(
            "Verksamhetsplan 2027",
            "SBN 2026-0220",
            ("Nämnden antar verksamhetsplanen.",),
            appendices=(Appendix("Verksamhetsplan 2027", 60),),
        ),
        InventedMatter(
            "Redovisning av delegationsbeslut",
            "SBN 2026-0002",
            ("Redovisningen läggs till handlingarna.",),
            kind="delegation",
            length=2,
        ),
    ),
    (
        UnitList("Bygglovsenheten", "2026-11", rows(8, 60, 11)),
        UnitList("Trafikenheten", "2026-11", rows(9, 14, 11)),
        UnitList("Parkenheten", "2026-11", rows(10, 5, 11)),
    ),
    "lines",
    plan="Sammanträdesplan 2027",
)

SOLBERGA = InventedPacket(
    "solberga",
    "Solberga kommun",
    "Socialnämnden",
    "SN ÅÅÅÅ/N",
    "2026-11-25",
    "15:00",
    "Solsalen",
    ("Upprop", "Val av justerare"),
    (
        InventedMatter(
            "Riktlinjer för föreningsbidrag",
            "SN 2026/77",
            ("Nämnden antar riktlinjerna.",),
            appendices=(Appendix("Riktlinjer för föreningsbidrag", 40),),
        ),
        InventedMatter(
            "Patientsäkerhetsberättelse",
            "SN 2026/81",
            ("Nämnden godkänner berättelsen.",),
            appendices=(Appendix("Patientsäkerhetsberättelse, underlag", 40),),
        ),
        InventedMatter(
            "Avgifter i hemtjänsten 2027",
            "SN 2026/84",
            ("Kommunfullmäktige fastställer avgifterna.", "Avgifterna gäller från den 1 februari 2027."),
            sent_to=("Kommunfullmäktige",),
        ),
        InventedMatter(
            "Informationsärenden", "", ("Nämnden har tagit del av informationen.",), kind="information", length=3
        ),
    ),
    (UnitList("Hemtjänsten", "2026-10", rows(11, 16, 10)), UnitList("Äldreboenden", "2026-10", rows(12, 11, 10))),
    "word",
)

PACKETS = (EKVIK, NORRSUNDA, BJORKEBRO, STRANDNAS, TALLHED, SOLBERGA)
