"""What a browser fetches of the site's own styles and scripts."""

from build_scripts.mkdocs_adapter.assets import JOINED, fetched
from tests.site.projects import ROOT

WRITTEN = ROOT / "site_overrides" / "assets"


def test_sheets_are_joined_in_order_without_comments_and_indentation() -> None:
    written = {
        "assets/frame.css": "b {\n  margin: 0;\n}\n",
        "assets/base.css": '/* A note,\n   long. */\na::before {\n  content: "/* a */" / ""; /* here */\n}\n',
        "assets/print.css": "/* Paper */\nc {}\n",
    }
    assert dict(fetched(written)) == {
        "assets/klubbat.css": 'a::before {\ncontent: "/* a */" / ""; \n}\nb {\nmargin: 0;\n}\n',
        "assets/print.css": "c {}\n",
    }


def test_a_script_keeps_all_but_its_lines_of_comment() -> None:
    script = '// What it does.\n(() => {\n  // Why.\n  const at = "https://exempel.example.se/"; // beside\n})();\n'
    assert dict(fetched({"assets/egen.js": script})) == {
        "assets/egen.js": '(() => {\nconst at = "https://exempel.example.se/"; // beside\n})();\n'
    }


def test_what_is_joined_is_there() -> None:
    assert [name for names in JOINED.values() for name in names if not (WRITTEN / name).is_file()] == []
