"""Addresses: only what was typed is fetched, from public hosts; tests run their own server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from corpus.errors import ReadingError
from corpus.intake import fetching
from corpus.intake.places import read_article
from corpus.intake.taking import SOURCE, take
from tests.support.pages import SITES, stories

STORY = stories()[2]


class _Site(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:9/inside")
            self.end_headers()
            return
        found = self.path.startswith("/story")
        page = SITES["national"](STORY).encode() if found else b"gone"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    _Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    monkeypatch.setenv(fetching.LOCAL_HOSTS, "1")


@pytest.mark.usefixtures("local")
def test_an_address_is_read_as_an_article(site: str) -> None:
    article = read_article(f"{site}/story")
    assert (article.title, article.outlet, article.date) == (
        STORY.title,
        STORY.outlet,
        STORY.date,
    )
    assert _Site.asked == ["/story"]


@pytest.mark.usefixtures("local")
def test_a_page_is_kept_with_its_text_and_not_fetched_twice(site: str, tmp_path: Path) -> None:
    [first] = take(f"{site}/story", tmp_path)
    [second] = take(f"{site}/story", tmp_path)
    assert (first.known, second.known) == (False, True)
    assert _Site.asked == ["/story"]
    page = first.path.with_name(f"{first.path.stem}{SOURCE}.html")
    assert page.read_bytes() == SITES["national"](STORY).encode()
    head = first.path.read_text(encoding="utf-8")
    assert f'address: "{site}/story"' in head
    assert "source_sha256: " in head
    assert read_article(first.path).title == STORY.title


@pytest.mark.usefixtures("local")
def test_again_fetches_anew_and_keeps_only_what_has_changed(site: str, tmp_path: Path) -> None:
    list(take(f"{site}/story", tmp_path))
    [same] = take(f"{site}/story", tmp_path, again=True)
    assert same.known
    assert _Site.asked == ["/story", "/story"]


@pytest.mark.usefixtures("local")
def test_a_page_that_is_not_there_says_so(site: str) -> None:
    with pytest.raises(ReadingError, match="answered 404"):
        read_article(f"{site}/nowhere")


def test_a_private_host_is_refused(site: str) -> None:
    pytest.importorskip("trafilatura")
    with pytest.raises(ReadingError):
        read_article(f"{site}/story")
    with pytest.raises(ReadingError):
        fetching.fetch("http://127.0.0.1/story")
    assert _Site.asked == []


def test_a_redirect_to_a_private_host_is_refused(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first hop is let through by name; the second is checked where it connects to."""
    downloads = pytest.importorskip("trafilatura.downloads")
    monkeypatch.setattr(fetching, "refuse", lambda address: None)
    port = site.rpartition(":")[2]
    real = downloads._vet_peer
    hops: list[str] = []

    def vet(host: str) -> None:
        hops.append(host)
        if len(hops) > 1:
            real(host)

    monkeypatch.setattr(downloads, "_vet_peer", vet)
    with pytest.raises(ReadingError, match="no answer"):
        fetching.fetch(f"http://localhost:{port}/away")
    assert _Site.asked == ["/away"]


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/a", "file:///etc/passwd", "http://user:secret@example.org/a",
        "http://example.org:8080/a", "http://[::1/a", "https://", "javascript://x",
    ],
)  # fmt: skip
def test_odd_addresses_are_refused_unasked(address: str) -> None:
    with pytest.raises(ReadingError) as raised:
        fetching.fetch(address)
    assert "secret" not in str(raised.value)
