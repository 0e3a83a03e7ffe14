"""Saved pages: the article comes out, menus and other stories stay behind."""

from __future__ import annotations

import re
import sys
from collections import Counter

import pytest

from corpus.intake.html import read_html
from tests.support.pages import SITES, Story, stories

CASES = [
    (site, story)
    for index, story in enumerate(stories())
    for site in (list(SITES)[index % 10], list(SITES)[(index + 5) % 10])
]


def f1(read: str, body: str) -> float:
    """Token overlap of what was read with the true body."""
    a, b = (Counter(re.findall(r"\w+", text.casefold())) for text in (read, body))
    both = sum((a & b).values())
    return 2 * both / max(1, sum(a.values()) + sum(b.values()))


def read(site: str, story: Story) -> tuple[float, bool]:
    document = read_html(SITES[site](story).encode())
    facts = (document.title, document.outlet, document.date) == (
        story.title,
        story.outlet,
        story.date,
    )
    return f1(document.text, story.body), facts


def test_bodies_come_out_of_the_pages_of_ten_sites() -> None:
    pytest.importorskip("trafilatura")
    figures = [read(site, story) for site, story in CASES]
    assert len(figures) >= 40
    assert sum(body for body, _ in figures) / len(figures) >= 0.95
    assert sum(facts for _, facts in figures) / len(figures) >= 0.9


def test_without_the_extra_a_page_is_read_roughly_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    story = stories()[0]
    document = read_html(SITES["national"](story).encode())
    assert document.rough
    assert document.title == story.title
    assert f1(document.text, story.body) > 0.8


@pytest.mark.parametrize("site", SITES)
def test_scripts_and_controls_of_a_page_never_come_out(site: str) -> None:
    story = stories()[1]
    page = SITES[site](story).replace("</h1>", "<script>alert(1)</script>\x1b]0;x\x07</h1>", 1)
    document = read_html(page.encode())
    article = document.article()
    assert "alert(1)" not in article.text
    assert article.title.isprintable()
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f]", article.text)
