"""The compiler's HTML in three other shapes."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from historydesk.exports.markup import clean, one_line, plain_text, simple_html, xhtml

CITED = (
    '<p>In <a href="place:gori">Gori</a>.<a class="cite" href="source:k"><sup>1</sup></a>'
    '<a class="note" href="note:c/1"><sup>a</sup></a></p>'
)


def test_words_alone() -> None:
    assert plain_text(CITED + "<ul><li>one</li><li>2 &lt; 3</li></ul>") == "In Gori.\none\n2 < 3"
    assert one_line("<p>a</p><p>b<br>c</p>") == "a b c"


def test_without_links_and_marks() -> None:
    assert simple_html(CITED) == "<p>In Gori.</p>"
    assert simple_html("<h2>A</h2><blockquote><p>b</p></blockquote>") == "<p>A</p><p>b</p>"


def test_links_become_what_they_are_told() -> None:
    def link(href: str) -> dict[str, str] | None:
        return {"href": "x#" + href, "class": "k"} if href.startswith("place") else None

    assert xhtml(CITED, link) == '<p>In <a href="x#place:gori" class="k">Gori</a>.</p>'


@pytest.mark.parametrize(
    "html",
    [
        '<p>a<br>b<img src="figure:a" alt="&quot;x&quot; &lt;"></p><hr>',
        "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>",
        '<ol start="3"><li>a<p>b</li></ol></p>',
        "<p>a & b < c \x0b</p><script>x</script>",
    ],
)
def test_xhtml_is_well_formed(html: str) -> None:
    ElementTree.fromstring(f"<body>{xhtml(html, lambda _: None)}</body>")


def test_signs_that_xml_lacks_are_left_out() -> None:
    assert clean("a\x00\x0bb\ufffec𝄞") == "abc𝄞"
