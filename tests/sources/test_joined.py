"""What belongs together in the published documents leads from page to page."""

from __future__ import annotations

from posixpath import join, normpath

import pytest

from tests.pages.html import Fragment
from tests.sources.pages import shipped

_LIST = "avux/delegationsbeslut/2017-09-namndordforande/"
_DECISION = f"{_LIST}breddad-kompetensforsorjning-med-stod-av-extratjanster/"
_EFFICIENCY = "avux/2017-09-14/effektiviseringar-infor-2018/"
_REPORT = "avux/2017-09-14/anmalan-av-delegationsbeslut/rapport-extratjanster/"
_HUDDINGE = "huddinge-aldreomsorgsnamnden/arenden/fler-extratjanster-for-en-tryggare-valfard/"

JOINED = [
    (_EFFICIENCY, _DECISION),
    (_LIST, _EFFICIENCY),
    (_DECISION, _REPORT),
    (_REPORT, _DECISION),
    (_HUDDINGE, _DECISION),
    (_HUDDINGE, _REPORT),
    (_HUDDINGE, "avux/2016-09-22/statliga-atgarder-for-minskad-arbetsloshet/"),
    ("avux/sammantradesordning/2017/", "avux/2017-09-14/"),
    ("avux/2017-09-14/", "avux/sammantradesordning/2017/"),
    ("avux/sammantradesordning/2018/", "avux/2017-09-14/sammantradesordning-2018/"),
    ("avux/2017-09-14/sammantradesordning-2018/", "avux/sammantradesordning/2018/"),
    ("avux/2016-09-22/sammantradesordning-2017/", "avux/sammantradesordning/2017/"),
    ("avux/2016-09-22/delarsrapport-2/", "avux/2016-09-22/delarsrapport-2/del-2-ekonomi/"),
]


@pytest.mark.parametrize(("page", "other"), JOINED)
def test_a_page_leads_to_what_belongs_with_it(page: str, other: str) -> None:
    links = Fragment(shipped()[page].make().html).links
    assert other in {normpath(join(page, link.partition("#")[0])) + "/" for link in links if "://" not in link}
