"""Pages from the net, by trafilatura's fetcher: what the user typed, from public hosts alone."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from corpus.errors import ReadingError
from corpus.intake.document import WEB
from corpus.intake.limits import LARGEST_DOCUMENT, MEGABYTE

SECONDS = 30
"""Seconds a host may take to answer."""
LOCAL_HOSTS = "ABREAST_TEST_LOCAL_HOSTS"
"""Set to 1 by tests alone: their own server on this machine may then be fetched from."""
_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the bytes, and where they came from after redirects."""

    data: bytes
    address: str


def fetch(address: str) -> Fetched:
    """Fetch a page; ReadingError where the address is refused or does not answer.

    Redirects are followed (two at most), each host must be public, and at most 20 MB are read.
    """
    refuse(address)
    try:
        from trafilatura.downloads import fetch_response  # late: for addresses alone
    except ImportError as error:
        raise ReadingError(f"{address}: to fetch pages: {WEB}") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # our own line says what failed
    response = fetch_response(address, config=_settings())
    if response is None:
        raise ReadingError(
            f"{address}: no answer (is it a public page, at most {LARGEST_DOCUMENT // MEGABYTE} MB,"
            " and are you online?)."
        )
    if response.status != 200 or not response.data:
        raise ReadingError(f"{address}: the host answered {response.status}; open it in a browser.")
    return Fetched(response.data, str(response.url or address))


def refuse(address: str) -> None:
    """Raise ReadingError for an address that is never fetched: odd schemes, names of users."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ReadingError(f"{address}: this is no address.") from error
    if parts.scheme not in _SCHEMES:
        raise ReadingError(f"{address}: only http and https are fetched.")
    if parts.username is not None or parts.password is not None:
        raise ReadingError(f"{host}: an address with the name of a user in it is not fetched.")
    if not host or (port is not None and port not in (80, 443) and not _local_allowed()):
        raise ReadingError(f"{address}: name a public host, without a port of its own.")


def _local_allowed() -> bool:
    return os.environ.get(LOCAL_HOSTS) == "1"


def _settings() -> Any:
    """Return the fetcher's settings: no fall-back to unverified hosts, a size and a time limit."""
    from copy import deepcopy

    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"].update(
        {
            "DOWNLOAD_TIMEOUT": str(SECONDS),
            "MAX_FILE_SIZE": str(LARGEST_DOCUMENT),
            "MAX_REDIRECTS": "2",
            "INSECURE_SSL_FALLBACK": "off",
            "SSRF_PROTECTION": "off" if _local_allowed() else "on",
        }
    )
    return settings
