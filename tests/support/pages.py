# ruff: noqa: E501  (markup is not wrapped)
"""Articles as ten invented news sites would print them: menus, other stories, cookies, captions.

Each site has its own way of saying title, outlet and date (JSON-LD, OpenGraph, microdata, a time
element, a plain line), and its own furniture around the body.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ACCOUNTS = Path(__file__).parent.parent / "data" / "real" / "accounts"
LANGUAGES = ("nb", "nn", "da", "sv")


@dataclass(frozen=True)
class Story:
    """One account: what a page is made of, and what must come out of it again."""

    title: str
    outlet: str
    date: str
    language: str
    event: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)


def stories() -> list[Story]:
    """All accounts of tests/data/real in their order."""
    return [_story(path) for path in sorted(ACCOUNTS.glob("*.txt"))]


def _story(path: Path) -> Story:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    title, date, outlet = head.split("\n")[:3]
    paragraphs = tuple(" ".join(p.split("\n")) for p in body.strip().split("\n\n") if p.strip())
    return Story(
        title,
        outlet.removeprefix("OUTLET: "),
        date.removeprefix("DATE: "),
        path.stem.rpartition("-")[2],
        path.stem.rpartition("-")[0],
        paragraphs,
    )


def _e(text: str) -> str:
    return html.escape(text, quote=True)


def _paragraphs(story: Story, css: str = "") -> str:
    mark = f' class="{css}"' if css else ""
    return "\n".join(f"<p{mark}>{_e(p)}</p>" for p in story.paragraphs)


def _document(story: Story, head: str, body: str, title: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{_e(title or story.title)}</title>{head}</head><body>{body}</body></html>"
    )


def _ld(kind: str, **facts: object) -> str:
    record = {"@context": "https://schema.org", "@type": kind, **facts}
    return f'<script type="application/ld+json">{json.dumps(record, ensure_ascii=False)}</script>'


def _og(story: Story) -> str:
    return (
        f'<meta property="og:title" content="{_e(story.title)}">'
        f'<meta property="og:site_name" content="{_e(story.outlet)}">'
    )


MENU = (
    "<nav><ul>" + "".join(f'<li><a href="/{n}">{n}</a></li>' for n in
    ("Nyheter", "Sport", "Kultur", "Meninger", "Kundesenter")) + "</ul></nav>"
)  # fmt: skip
COOKIES = (
    '<div id="cookie-consent" class="cookie-banner" role="dialog"><p>We and our 834 partners store '
    "and read information on your device to show ads and measure them.</p><button>OK</button></div>"
)
OTHERS = (
    '<section class="related"><h2>Les også</h2><ul>'
    '<li><a href="/1">Strømprisene faller for tredje uke på rad i hele landet</a></li>'
    '<li><a href="/2">Ordføreren om budsjettet: – Vi har ikke noe valg</a></li>'
    '<li><a href="/3">Slik blir været i ferien, ifølge meteorologen</a></li></ul></section>'
)
FOOT = (
    "<footer><p>Ansvarlig redaktør: Per Persen. Vi arbeider etter Vær Varsom-plakatens regler for "
    'god presseskikk. Kopiering er ikke tillatt.</p><a href="/tips">Tips oss</a></footer>'
)
PAYWALL = '<div class="paywall">Allerede abonnent? <a href="/login">Logg inn</a></div>'
SHARE = (
    '<div class="share-buttons"><a href="#">Del på Facebook</a><a href="#">Kopier lenke</a></div>'
)


def _national(s: Story) -> str:
    head = _og(s) + _ld("NewsArticle", headline=s.title, datePublished=f"{s.date}T18:20:00+01:00",
                        publisher={"@type": "Organization", "name": s.outlet})  # fmt: skip
    main = (
        f"<main><article><header><h1>{_e(s.title)}</h1></header>{_paragraphs(s)}</article></main>"
    )
    return _document(s, head, COOKIES + MENU + main + OTHERS + FOOT, f"{s.title} – {s.outlet}")


def _tabloid(s: Story) -> str:
    head = _og(s) + f'<meta property="article:published_time" content="{s.date}T05:12:00Z">'
    half = len(s.paragraphs) // 2
    ad = '<div class="ad-container"><span>ANNONSE</span></div>'
    body = "".join(f"<p>{_e(p)}</p>{ad if i == half else ''}" for i, p in enumerate(s.paragraphs))
    main = f'<article class="story"><h1>{_e(s.title)}</h1>{SHARE}<div class="body">{body}</div></article>'
    return _document(s, head, MENU + main + OTHERS + FOOT)


def _local(s: Story) -> str:
    stamp = f'<time datetime="{s.date}T12:00">{s.date}</time>'
    body = f'<div class="article-body">{_paragraphs(s, "text")}</div>'
    main = f'<div class="content"><h1>{_e(s.title)}</h1>{stamp}{body}{PAYWALL}</div>'
    return _document(s, _og(s), f"<header>{MENU}</header>{main}<aside>{OTHERS}</aside>{FOOT}")


def _agency(s: Story) -> str:
    graph = {"@graph": [{"@type": "WebSite", "name": s.outlet},
                        {"@type": "ReportageNewsArticle", "headline": s.title, "datePublished": s.date,
                         "publisher": {"name": s.outlet}}]}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    main = f"<article><h1>{_e(s.title)}</h1>{_paragraphs(s)}</article>"
    return _document(s, head, MENU + main + FOOT, f"{s.title} | {s.outlet}")


def _blog(s: Story) -> str:
    head = (
        f'<meta property="og:site_name" content="{_e(s.outlet)}">'
        f'<meta name="date" content="{s.date}">'
    )
    comments = '<section id="comments"><h3>3 comments</h3><p>Well written, thank you for this!</p></section>'
    main = f'<div class="post"><h1 class="entry-title">{_e(s.title)}</h1><div class="entry-content">{_paragraphs(s)}</div></div>'
    return _document(s, head, MENU + main + comments + FOOT)


def _broadcaster(s: Story) -> str:
    head = _og(s) + _ld("NewsArticle", headline=s.title, datePublished=f"{s.date}T21:00:00.000Z",
                        publisher=[{"name": s.outlet}], author=[{"name": "Redaksjonen"}])  # fmt: skip
    figure = "<figure><img alt='' src='/x.jpg'><figcaption>Foto: Arkiv</figcaption></figure>"
    main = (
        f'<main id="main"><article>{figure}<h1>{_e(s.title)}</h1>{_paragraphs(s)}</article></main>'
    )
    return _document(s, head, COOKIES + MENU + main + OTHERS + FOOT)


def _live(s: Story) -> str:
    head = _og(s) + _ld("LiveBlogPosting", headline=s.title, datePublished=s.date)
    sections = "".join(f"<section><p>{_e(p)}</p></section>" for p in s.paragraphs)
    main = f'<article itemscope itemtype="https://schema.org/NewsArticle"><h1>{_e(s.title)}</h1>{sections}</article>'
    return _document(s, head, MENU + main + OTHERS)


def _old(s: Story) -> str:
    head = f'<meta name="DC.date.issued" content="{s.date}"><meta name="application-name" content="{_e(s.outlet)}">'
    rows = f"<tr><td><h1>{_e(s.title)}</h1>{_paragraphs(s)}</td></tr>"
    return _document(s, head, f"{MENU}<table><tbody>{rows}</tbody></table>{FOOT}")


def _magazine(s: Story) -> str:
    head = _og(s) + f'<meta itemprop="datePublished" content="{s.date}">'
    lead, *rest = s.paragraphs
    text = "".join(f"<p>{_e(p)}</p>" for p in rest)
    main = f'<article><h1>{_e(s.title)}</h1><p class="lead">{_e(lead)}</p><div class="body-copy">{text}</div>{SHARE}</article>'
    newsletter = '<div class="newsletter"><h3>Få nyhetsbrevet vårt</h3><form><input type="email"></form></div>'
    return _document(s, head, MENU + main + newsletter + OTHERS + FOOT)


def _wire(s: Story) -> str:
    head = _og(s) + f'<meta property="article:published_time" content="{s.date}">'
    return _document(
        s,
        head,
        f'<div id="page">{MENU}<div id="story"><h1>{_e(s.title)}</h1>{_paragraphs(s)}</div>{FOOT}</div>',
    )


SITES: dict[str, Callable[[Story], str]] = {
    "national": _national, "tabloid": _tabloid, "local": _local, "agency": _agency, "blog": _blog,
    "broadcaster": _broadcaster, "live": _live, "old": _old, "magazine": _magazine, "wire": _wire,
}  # fmt: skip
