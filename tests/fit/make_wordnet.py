"""Write corpus/lexicon/wordnet.npz: the concepts that words of two languages or more share.

`python -m tests.fit.make_wordnet ENGLISH`; ENGLISH is the folder of WordNet 3.0 (`index.noun`,
`noun.exc`, ...; Debian's package wordnet-base has it), the others are in ../shared/data/omw.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.lexicon.hashed_words import FOLDER, hash_of
from corpus.lexicon.wordnet import FILE
from corpus.text.words import WORD, fold
from tests.fit.word_counts import WORDNET

LISTS = {
    "nb": "nor/wn-data-nob.tab",
    "nn": "nor/wn-data-nno.tab",
    "da": "dan/wn-data-dan.tab",
    "sv": "swe/wn-data-swe.tab",
}
SENSES = 4
"""Senses of an English word, the most frequent first: later ones are rare in news."""
MOST = 8
"""Words of more senses than this say too little."""
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

Senses = dict[str, list[str]]


def listed(path: Path) -> Senses:
    """Return the concepts of each word of a list of the Open Multilingual Wordnet."""
    found: Senses = defaultdict(list)
    for line in path.read_text("utf-8").splitlines()[1:]:
        synset, kind, lemma = line.split("\t")[:3]
        if kind.endswith("lemma") and WORD.fullmatch(lemma):
            found[fold(lemma)].append(synset)
    return found


def english(folder: Path) -> Senses:
    """Return the concepts of English words, irregular forms among them ("ran" beside "run")."""
    found: Senses = defaultdict(list)
    for name, letter in PARTS.items():
        for lemma, senses in _index(folder / f"index.{name}"):
            found[lemma].extend(f"{offset}-{letter}" for offset in senses)
    for name in PARTS:
        for line in (folder / f"{name}.exc").read_text("utf-8").splitlines():
            form, base = map(fold, line.split()[:2])
            found[form].extend(found.get(base, ()))
    return found


def _index(path: Path) -> Iterator[tuple[str, list[str]]]:
    for line in path.read_text("utf-8").splitlines():
        fields = line.split()
        if line.startswith(" ") or not WORD.fullmatch(fields[0]):
            continue
        count = int(fields[2])
        yield fold(fields[0]), fields[-count:][:SENSES]


def arrays(code: str, senses: Senses, numbers: dict[str, int]) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of one language, by their names in the file."""
    table = {
        hash_of(form): sorted({numbers[synset] for synset in met if synset in numbers})
        for form, met in senses.items()
    }
    kept = sorted((key, met) for key, met in table.items() if 0 < len(met) <= MOST)
    keys = np.array([key for key, _ in kept], np.uint32)
    return {
        f"{code}.gaps": np.diff(keys, prepend=np.uint32(0)),
        f"{code}.counts": np.array([len(met) for _, met in kept], np.uint8),
        f"{code}.ids": np.array([number for _, met in kept for number in met], np.uint16),
    }


def main() -> None:
    """Write the table of all languages."""
    parser = argparse.ArgumentParser()
    parser.add_argument("english", type=Path)
    folder = parser.parse_args().english
    words = {code: listed(WORDNET / path) for code, path in LISTS.items()} | {"en": english(folder)}
    having: dict[str, set[str]] = defaultdict(set)
    for code, senses in words.items():
        for met in senses.values():
            for synset in met:
                having[synset].add(code)
    shared = sorted(synset for synset, codes in having.items() if len(codes) > 1)
    numbers = {synset: number for number, synset in enumerate(shared)}
    tables = [arrays(code, senses, numbers) for code, senses in words.items()]
    every = {name: array for table in tables for name, array in table.items()}
    np.savez_compressed(FOLDER / FILE, allow_pickle=False, **every)
    print(f"{len(shared)} concepts")


if __name__ == "__main__":
    main()
