"""The texts inside GIFT."""

from __future__ import annotations

import pytest
from tests.unit.packs.test_gift import only, read


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("[html]<p dir='ltr'>One<p>Two</p>", "<p>One</p><p>Two</p>"),
        ("[html]<div>One <span style='x'>red</span></div>", "<p>One red</p>"),
        ("[html]<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("[html]<h3>One</h3>two", "<p>One</p>two"),
        ("[html]5 &lt; 6 &amp; <i>so</i>", "5 &lt; 6 &amp; <em>so</em>"),
        ("[html]<p></p> a<br>\n b <br>", "<p></p> a<br>b"),
        ("Some <b>bold</b> word", "Some <strong>bold</strong> word"),
        ("Is 5 < 6 & 7 > 6", "Is 5 &lt; 6 &amp; 7 &gt; 6"),
        ("[plain]a <b>", "a &lt;b&gt;"),
        ("one   two", "one two"),
        ("هل كان", "هل كان"),
    ],
)
def test_simple_html_is_kept_and_the_rest_is_words(written: str, html: str) -> None:
    assert only(f"{written} {{T}}").data["prompt"] == html


@pytest.mark.parametrize("tag", ["script", "img src=x", "a href='x'", "table", "iframe"])
def test_a_tag_that_needs_more_is_refused_by_name(tag: str) -> None:
    _, messages = read(f"[html]A <{tag}> {{T}}")
    name = tag.split(maxsplit=1)[0]
    assert messages == [f"q.gift:1: the question uses the HTML tag <{name}>; use [markdown] or plain text"]
