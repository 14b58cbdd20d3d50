"""What may be told of somebody who is named: words of care, illness, dismissal, employment and permits."""

from __future__ import annotations

import re

from macros.words import words

_DIAGNOSES = words(
    """
    adhd aids alkoholmissbruk allergi anorexi asperger astma autism bipolär cancer celiaki demens depression diabetes dyslexi
    epilepsi funktionshinder funktionsnedsättning hiv intellektuell missbruk psykisk psykos sjukdom stroke tumör
    utvecklingsstörning ätstörning
    """
)
"""What somebody may be ill with or live with."""

_SOCIAL = words(
    r"""
    \w+boende(?:t|n)?\b adoptera adoption alkoholist anhörig(?:bidrag|stöd|vård) asyl(?!boende) avhysning avlid
    avlösar(?:e\b|service) barnavård bistånd boendestöd bostadsanpassning daglig_verksamhet dagverksamhet dödsbo egenavgift
    ensamkommande faderskap familjehem familjerätt fosterhem fostersyskon färdtjänst förmyndar försörjningsstöd
    förvaltarskap föräldraskap god_man godmanskap gravrätt grupp(?:boende|bostad) hedersförtryck hemlös hemsjukvård
    hemtjänst hemvård hjälp_(?:i_hemmet|med) hotad hotats hvb hyresgästen_stör hyresskuld
    insats(?:en|er|erna)?_(?:enligt|för|i_hemmet) jourhem kontaktfamilj kontaktperson(?!:|_(?:hos|i|på|vid)\b) kontraktsvård
    korttids(?:boende|hem|plats|vistelse) kronofogd kvinnojour ledsagar ledsagning lex_(?:maria|sarah) lss lvm lvu
    matdistribution matlåd omhänderta omsorg omvårdnad orosanmäl parkeringstillstånd personlig_assistan(?:s|t) placerad
    placeras placering riksfärdtjänst service(?:bostad|insats) skilsmässa skulder\b skuldsanering skuldsatt skyddsplacering
    socialbidrag stödboende stödinsats stödperson trygghetslarm turbund tvångsvård umgänge underhålls(?:bidrag|stöd)
    ungdomsvård uppehållstillstånd vräk vårdnad växelvård återkrav äldreboende öppenvård
    """
)
_HEALTH = words(
    r"""
    amputer behandling(?:en|shem\w*)\b blind diagnos dialys döv föll_(?:från|i|ur|vid) glasögon gravid har_fallit hjälpmedel
    hörapparat hörselskad insulin intagen läkarintyg läkarutlåtande läkemedel medicin(?:en|er|ering(?:en)?)?\b njur
    operation(?:en)? psykiatri ramla(?:de|t)\b rehabilitering rullator rullstol rörelsehind sjukersättning sjukhus sjukintyg
    sjukpenning sjukskriv sjukvård självmord skada skadad skadade synskad tandläk tandvård vård vårdas överviktig
    """
)
_SCHOOL = words(
    r"""
    (?:anpassad|anpassade)_(?:grundskola|gymnasieskola|skola|studiegång) elevassist elevhem elevhälsa extra_anpassning
    frånvaro förskoleplats hemundervisning inackordering kränk mobbning modersmål(?!slärar) ogiltig resursplats resursskola
    skoldaghem skolfrånvaro skolgång skolplacering skolplikt skolskjuts stäng(?:s|des|as)_av stöd_i_skolan stödbehov
    särskil(?:d|da|t)_(?:behov|boende|service|stöd|undervisningsgrupp) särskola tilläggsbelopp uppskjuten åtgärdsprogram
    """
)
_CRIME = words(
    r"brottsmisstänk drog(?:er|test) dömd häktad misshand misstänk(?:s|t)_för narkotika polisanmäl våld åtala"
)
_DISMISSAL = words(
    r"""
    avsked avskedad avskedande avstäng disciplin omplacer(?:ad|as|ing) sagt_upp skriftlig_(?:erinran|varning) sägas_upp
    sägs_upp uppsagd uppsäg(?!ning(?:en)?_av_\w*(?:avtal|kontrakt))
    """
)
_ONE = words(
    "brukaren dottern eleven fadern flickan hustrun klienten mamman omsorgstagaren pappan patienten pojken sonen vårdtagaren"
)
"""Whoever is spoken of so is one person, whom an authority has a file of."""

_CARE = _DIAGNOSES + _SOCIAL + _HEALTH + _SCHOOL + _CRIME + _DISMISSAL + tuple(rf"{word}\b" for word in _ONE)
"""Beginnings of words of care, school, diagnosis and dismissal."""

_OWN_TROUBLE = (
    r"(?<!som )(?:har(?: fått)?|lider av|fått diagnosen|behandlas för) "
    rf"(?:{'|'.join(_DIAGNOSES)})(?:en|et|er|diagnos|sjukdom|sproblem)?\b",
    *words(
        r"""
    alkoholproblem anmäl(?:s|d|ts)_(?:för|till) avstängning(?:en)?_av varning_till
    avsked_(?:av|för) avskeda(?:d|de|nde|ndet|s|ts)?\b avstäng(?:d|s|es|ts)_från disciplin
    omplacering\w*[:,]?(?:_–)?\s+N\b omplacer(?:as|ad|ats|ing_av|ingen_av) rehabilitering(?:splan|sutredning)?(?:en)?_(?:av|för)
    sjukskriv(?:en|s|its|ning_(?:av|för))\b
    skriftlig_(?:erinran|varning) sägas_upp sägs_upp uppsagd(?!a) uppsägning(?:en)?_av(?!_\w*(?:avtal|kontrakt))
    """
    ),
)
"""Whole words that tell of somebody's own health or dismissal, also where she is named with her office."""

_PERSONNEL = words(
    r"""
    anställ(?:a|d|er|s|as|des|ts|ning|ningen|ningens)\b anställnings(?:avtal|bevis)(?:et)?\b arbetsbefri arbetsbrist
    arbetsskad avgångsvederlag avgångsavtal avtalspension
    (?:avtal|överenskommelse)_om_(?:avgång|avslut) bisyssl entledig förordna(?:r|d|s|de|t|nde|ndet)?\b föräldraledig
    lön(?:en|er)?\b löne(?:avdrag|bidrag|förmån|höjning|påslag|sättning_(?:av|för)|tillägg|utmätning)
    pension(?:en|era[ds]?|eras|ering(?:en)?)?\b (?:prov|tillsvidare|tim|visstids)anställ(?:d|s|as|ning|ningen)\b
    rekryter(?:a|ar|as|ad|ats|ing|ingen)\b semester(?:n)?\b timanställda\b tjänstledig(?:t|het|heten)?\b uppdragstillägg
    vikariat vikarie(?:r|rar)?\b
    """
)
"""Whole words of decisions about one of the staff; of many together (löneöversyn, pensionsskuld, anställda) nobody is meant."""

_OWN_EMPLOYMENT = (
    r"lön(?:en|epåslag(?:et)?|esättning(?:en)?|etillägg(?:et)?)?\b[^.\n]{0,80}\d \d{3} kr",
    *words(
        r"""
    anställ(?:s|as|d)\b
    anställning(?:en)?_(?:avslutas|upphör) anställningsavtal(?:et)?_(?:för|med)\b \w*anställning(?:en)?[,:]?\s+N\b
    avgångsavtal (?:avtal|överenskommelse)_om_(?:avgång|avslut)
    (?:anställning|lön(?:en)?|pension|rekrytering|semester)_(?:av|för|till)\b avgångsvederlag avtalspension entledig
    förordna(?:s|nde_(?:av|för)) går_i_pension
    (?:avslutar|frånträder|lämnar|slutar)_sin_(?:anställning|befattning|tjänst)\b lönetillägg säger_upp_sig\b
    provanställ tidsbegränsa(?:d|t)_anställ
    tillsvidareanställ(?:d|s)\b timanställ(?:d|s)\b tjänstledig(?:t|het|heten)?\b uppdragstillägg vikariat(?:et)?\b
    visstidsanställ(?:d|s)\b
    """
    ),
)
"""Of these, what is decided about somebody who is named with her office; `N` stands where she is named."""

_PERMITS = words(
    r"""
    altan arrend(?:e|et)_(?:av|med) arrendator attefall avlopp avstyckning balkong bergvärme bilvrak borrning brygga(?:n)?\b
    buller byggherre(?:n)?\b bygglov byggsanktionsavgift båtplats carport cistern dispens djurhållning egensotning
    eldningsförbud eldstad enbostadshus fasad fastighetsreglering fastighetsägare fritidshus förhandsbesked
    grann(?:e|en|ar|arna|es|ens)\b grannfastighet hundar hundägare hästhållning inglasning komplementbyggnad
    kontrollansvarig köp_av köpare(?:n)?\b lovbefri marklov markupplåtelse miljösanktionsavgift nedskräp nybyggnad olaga
    oljetank olovlig planbesked rivning schakt serverings(?:ansvarig|tillstånd) servitut skylt slamtöm slutbesked solcell
    sotning startbesked strandskydd stängsel säljare(?:n)?\b takkup tillbyggnad tobakstillstånd tomträtt torgplats trädfäll
    uteplats uterum uteservering värmepump ägaren?_(?:av|till) överlåtelse
    """
)
"""Beginnings of words of permits, supervision and land, and of those whom they concern."""

_CASE = words(
    r"""
    ansök(?:an|er|t)\b avslag_på avslår avslås avtal_med begär(?:an)?\b bestrider beviljar beviljas bifalls
    efterskänk(?:er|s) erinran_(?:av|från|har) ersättningskrav förbud_mot föreläg(?:g|ger|gs|gande|ganden|gandet)
    hyr(?:es|s)?_(?:av|ut) klagan klagomål kontrakt_med medge(?:r|s)\b medsökande motpart nedsätt nekas rätt(?:en)?_till
    skadestånd skrivelse_från synpunkter_(?:av|från) sätts_ned sökande tillstånd_(?:att|för|till) utredning_(?:av|om|kring)
    vite(?:t)?\b yttrande_(?:av|från) överenskommelse_(?:med|om) överklag
    """
)
"""Words of what is asked for and decided in one person's case, whatever it is about."""

LABELS = words("anhörig barn brukare elev flicka huvudman klient patient pojke")
"""Words for a single person that are labels before a colon."""

CLIENTS = (
    *_ONE,
    *words(
        """
        barnen barnet bröderna familjehemmet familjen familjerna huvudmannen jourhemmet kvinnan makarna mannen modern paret
        syskonen systrarna tvillingarna vårdnadshavaren
        """
    ),
)
"""Words for a single person whom an authority cares for, and for hers: with a name after it no other word is needed."""


def _pattern(stems: tuple[str, ...]) -> str:
    return rf"\b(?i:{'|'.join(stems)})"


SUBJECTS = {
    "namn-vid-omsorg": re.compile(rf"{_pattern(_CARE)}|{_pattern(LABELS)}:|{_pattern(CLIENTS)}[:,]?[ \u00a0]+[A-ZÅÄÖ]"),
    "personalbeslut": re.compile(_pattern(_PERSONNEL)),
    "namn-i-lov": re.compile(_pattern(_PERMITS + _CASE)),
}
SUBJECTS_OF_OFFICERS = {
    "namn-vid-omsorg": re.compile(_pattern(_OWN_TROUBLE)),
    "personalbeslut": re.compile(_pattern(_OWN_EMPLOYMENT)),
}
"""What somebody who is named with her office may be told of: her own matters, never what she answers for."""

_CARED = re.compile(_pattern(_CARE))
_TO_HER = re.compile(r" (?:angående|avseende|för|gällande|hos|rörande|till|åt)\s\Z")
_IS_HERS = re.compile(
    r"(?: \([A-ZÅÄÖ]\w{0,2}\))? (?:(?:har |är )?(?:ansök(?:er|t) om|behöver|beviljas|beviljats|får|fått|har|"
    rf"lider av|nekas|nekats) (?:[\w-]+ )?{_pattern(_CARE)}|"
    r"(?:är|blev|har blivit|har varit) (?:omhändertagen|placerad|sjukskriven|uppsagd)\b|(?:omhändertas|placeras|vårdas)\b)|"
    rf" (?:barn|dotter|far|fru|maka|make|mamma|man|mor|pappa|sambo|son)\b[^.!?\n]{{0,60}}{_pattern(_CARE)}"
)
"""What is given to, asked for or suffered by whoever is named before it, or hers."""

_ASKED = re.compile(r"\b(?:fråg|interpell|motion|svar|uppdrag)", re.IGNORECASE)
_SAME_THOUGHT = 60

_WORKS = words(
    r"""
    anbud(?:en|et)?\b artikel beskr[ei]v bok\b boken böcker dikt film fotograf föreläs hedra grundade\b konsert konst
    minne(?:[nt]|s(?:fond|märke|plakett|sten))?\b musik nominera pjäs pris(?:et)?\b represent(?:ant|erar) ritade\b roman skrev
    skriven skriver skulptur staty stipendi sånger tavla teater tidning utredning_\d utse(?:r|s|tt|dd)\b utställning vald
    valdes visor\b välj
    """
)
PUBLIC = re.compile(_pattern(_WORKS))
"""Words of works, of tenders and of elections: whoever is named there is named in public."""


def is_own(text: str, start: int, end: int) -> bool:
    """Whether the care or the illness that is written about beside one of the elected is her own or her family's."""
    before = re.split(r"[.!?\n]", text[max(0, start - _SAME_THOUGHT) : start])[-1]
    is_hers = _IS_HERS.match(text, end) or (_TO_HER.search(before) and _CARED.search(before))
    return bool(is_hers) and not _ASKED.search(before)
