"""Texts that need no cleaning are written as the cleaner writes them, whatever stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.texts import prose

_PIECES = st.sampled_from(
    [
        *(
            "# A\n",
            "## B\n\n",
            "- c\n",
            "  - d\n",
            "5. e\n",
            "> f\n",
            "\n",
            "\n\n",
            "---\n",
            "```\ng < h\n```\n",
            "    kod\n",
        ),
        *(
            "| a | b |\n|---|--:|\n| 1 | 2 |\n",
            "| a |\n|:-:|\n| \u00a0 |\n",
            "*i*",
            "**j**",
            "~~k~~",
            "***l***",
            "_*m*_",
            "`n`",
        ),
        *(
            "o\\\np",
            "q  \nr",
            "&amp;",
            "&lt;b&gt;",
            '"',
            "'",
            "<",
            ">",
            "&",
            "\u00a0",
            "å",
            "\u2028",
            "~",
            "|",
            "<b>",
            "</p>",
        ),
        *(
            "[länk](https://a.example.se)",
            "![bild](b.png)",
            "<script>x</script>",
            "[x](javascript:y)",
            "<!-- z -->",
            "&copy;",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=20).map("".join))
def test_what_is_not_cleaned_is_as_if_it_were(text: str) -> None:
    html = prose.uncleaned(text)
    assert prose.cleaned(html) == prose.CLEANER.clean(html)


@given(st.text())
def test_any_text_is_as_if_it_were_cleaned(text: str) -> None:
    html = prose.uncleaned(text)
    assert prose.cleaned(html) == prose.CLEANER.clean(html)


@pytest.mark.parametrize(
    "html",
    ["<p onclick=x>", '<td align="right" onclick="x">', "<P>", "<p\n>", "<svg>", "< p>", "<p", "<!--x-->"],
)
def test_anything_but_the_known_tags_is_cleaned(html: str) -> None:
    assert prose.cleaned(html) == prose.CLEANER.clean(html)
    assert html not in prose.cleaned(html)
