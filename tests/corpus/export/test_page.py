from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from corpus.export.export import export, write
from corpus.ledger.notebook import bookmark_of
from tests.support import chromium
from tests.support.findings import bookmark, comparison, place

needs_chromium = pytest.mark.skipif(chromium.found() is None, reason="no Chromium on this machine")
ON = "[...document.querySelectorAll('.article')].map(p => [...p.querySelectorAll('.on')]"


class Page(HTMLParser):
    """The tags, addresses and texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [
            value or "" for name, value in attrs if name in ("src", "href", "action")
        ]


def pair_page() -> str:
    kept = replace(bookmark("A note\n<img src=x onerror=alert(1)>"), tags=("<i>",))
    alone = bookmark_of(comparison(), b=place(comparison().b, "Streets").span)
    return export([kept, alone], comparison(), "html")


def test_the_page_names_no_address_and_holds_no_tag_of_an_article() -> None:
    text = pair_page()
    page = Page(text)
    assert page.addresses == []
    assert page.tags.count("script") == 1
    assert not {"img", "i", "iframe", "link", "a"} & set(page.tags)
    assert "http" not in re.sub(r'http-equiv="', "", text)
    assert "default-src 'none'" in text
    assert "unsafe" not in text


def test_the_page_holds_every_character_of_both_articles() -> None:
    pair = comparison()
    texts = re.findall(r'<div class="text">(.*?)</div></article>', pair_page(), re.DOTALL)
    for text, article in zip(texts, (pair.a, pair.b), strict=True):
        plain = re.sub(r'<span class="g".*?</span>|<[^>]*>', "", text)
        import html

        assert html.unescape(plain) == article.text


def test_a_ledger_without_a_pair_has_a_page_too() -> None:
    text = export([bookmark("why")], None, "html")
    assert "melder at <b>26</b> personer" in text
    assert 'class="pair"' not in text


@pytest.fixture(scope="module")
def browser() -> Iterator[chromium.Browser]:
    with chromium.Browser() as opened:
        yield opened


@needs_chromium
@pytest.mark.parametrize("width", [1400, 390])
def test_a_click_on_a_difference_shows_both_ends(
    browser: chromium.Browser, tmp_path: Path, width: int
) -> None:
    path = write(tmp_path / "pair.html", pair_page())
    browser.open(path, width)
    browser.run("document.querySelector('.m.number').click()")
    assert browser.run(ON + ".map(m => m.firstChild.textContent).join(''))") == ["26", "18"]
    seen = browser.run(
        "[...document.querySelectorAll('.on')].every(m => { const r = m.getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= innerHeight && r.right <= innerWidth })"
    )
    assert seen
    assert "26 beside 18." in browser.run("document.querySelector('.panel').innerText")
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")


@needs_chromium
def test_the_page_asks_for_nothing_and_runs_nothing_of_an_article(
    browser: chromium.Browser, tmp_path: Path
) -> None:
    path = write(tmp_path / "pair.html", pair_page())
    browser.open(path)
    browser.run("fetch('https://example.org/').catch(() => 0)")
    assert browser.run("document.title") != "taken"
    assert [url for url in browser.requests if url != path.as_uri()] == []


@needs_chromium
def test_keys_pass_over_what_was_dismissed_and_meet_the_rest_once(
    browser: chromium.Browser, tmp_path: Path
) -> None:
    pair = comparison()
    kept = [bookmark_of(pair, found) for found in pair.discrepancies]
    away = replace(kept[0], judgement="dismissed")
    reasons = [found.reason for found in pair.discrepancies]
    shown: list[list[str]] = []
    for number, known in enumerate((kept, [away, *kept[1:]])):
        browser.open(write(tmp_path / f"{number}.html", export(known, pair, "html")))
        shown.append([])
        for _ in range(3):
            browser.run("document.querySelector('[data-step=\"1\"]').click()")
            shown[-1].append(browser.run("document.querySelector('.panel p').textContent"))
    assert shown == [[reasons[0], reasons[1], reasons[0]], [reasons[1]] * 3]


@needs_chromium
def test_keys_go_from_difference_to_difference(browser: chromium.Browser, tmp_path: Path) -> None:
    path = write(tmp_path / "pair.html", pair_page())
    browser.open(path)
    seen = []
    for key in ("n", "n", "p", "Escape"):
        browser.run(f"document.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}'}}))")
        seen.append(browser.run(ON + ".length)"))
    assert seen == [[1, 1], [1, 1], [1, 1], [0, 0]]


@needs_chromium
def test_the_page_is_readable_on_paper(browser: chromium.Browser, tmp_path: Path) -> None:
    path = write(tmp_path / "pair.html", pair_page())
    browser.open(path)
    browser.send("Emulation.setEmulatedMedia", media="print")
    shown = browser.run(
        "[...document.querySelectorAll('.article')].map(p => p.scrollHeight <= p.clientHeight + 1)"
    )
    buttons = browser.run("getComputedStyle(document.querySelector('.top button')).display")
    browser.send("Emulation.setEmulatedMedia", media="")
    assert shown == [True, True]
    assert buttons == "none"
