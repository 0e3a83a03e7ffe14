"""Fit how far the meaning model moves the score of a link, and tell how it does on unseen pairs.

`python -m tests.fit.fit_meaning [--shared FOLDER] [--vectors NOTEBOOK] [--centres] [--write]`;
needs the extra "semantic". Annotated news alone is read, for the model is slow and five weights
are few; the words' scores are those of trees that saw these pairs, so the figures tell what meaning
adds and not how good the sum is. `--centres` writes the mean vector of the news of each language.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from itertools import chain
from pathlib import Path

import numpy as np

from corpus.facts.facts import read_facts
from corpus.ledger.embedding_cache import VectorStore
from corpus.ledger.notebook import Notebook
from corpus.links.classifier import MEANING_FEATURES, MEANING_FILE, judges, meaning_rows
from corpus.links.features import NAMES, Candidates, candidates
from corpus.links.meaning.embeddings import MeaningModel, load_meaning_model
from corpus.links.meaning.semantic_similarity import CENTRES, likeness
from corpus.links.terms import sentences_of
from tests.fit.figures import measures
from tests.fit.fit_links import LINK
from tests.fit.hand_made_pairs import load_pairs
from tests.fit.public_pairs import SHARED, RealPair, nordic, real, seeds
from tests.fit.samples import Floats, Sample, folds, sample

CALM = 1.0
"""Weight of the squared weights, as if of so many cells."""
ROUNDS = 30


def fitted(rows: Floats, right: Floats) -> Floats:
    """Return the weights of a logistic regression, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    calm = CALM * np.eye(rows.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + calm @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + calm
        weights -= np.linalg.solve(bend, slope)
    return weights


def read(pair: RealPair, meaning_model: MeaningModel) -> tuple[Sample, Floats]:
    """Return a pair and the rows of what moves its scores."""
    near = likeness(pair.left, pair.right, meaning_model)
    terms = sentences_of(pair.left), sentences_of(pair.right)
    facts = read_facts(pair.left), read_facts(pair.right)
    found = candidates(*terms, *facts, meaning=near)
    words = Candidates(found.keys, found.features[:, : len(NAMES)], found.sizes)
    return sample(pair, meaning_model), meaning_rows(found, judges().scores(words))


def write_centres(meaning_model: MeaningModel) -> None:
    """Write the mean vector of the sentences of each language of the short pairs."""
    texts: dict[str, set[str]] = defaultdict(set)
    for pair in load_pairs():
        for side in (pair.left, pair.right):
            texts[side.language].update(map(side.sentence_text, range(len(side.sentences))))
    means = {
        code: meaning_model.vectors(sorted(every)).mean(axis=0) for code, every in texts.items()
    }
    rows = (
        f'"{code}": [{", ".join(f"{x:.5f}" for x in mean)}]' for code, mean in sorted(means.items())
    )
    CENTRES.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def regression(pairs: list[tuple[Sample, Floats]]) -> Floats:
    """Return the weights fitted on the counted cells of some pairs."""
    rows = np.concatenate([rows[s.counted] for s, rows in pairs])
    return fitted(rows, np.concatenate([s.linked[s.counted] for s, _ in pairs]).astype(np.float64))


def main() -> None:
    """Fit, tell the figures with and without the meaning model, and write where asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--vectors", type=Path, help="a notebook in which the vectors are kept")
    parser.add_argument("--centres", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.vectors:
        Notebook.open(options.vectors).close()
    model = load_meaning_model(VectorStore(options.vectors) if options.vectors else None)
    if options.centres:
        write_centres(model)
    every = chain(real(options.shared), seeds(options.shared), nordic())
    pairs = [read(pair, model) for pair in every]
    part = folds([s for s, _ in pairs], 5)
    words, moved = {}, {}
    for number in range(5):
        weights = regression([one for one in pairs if part[one[0].fold] != number])
        for s, rows in pairs:
            if part[s.fold] == number:
                words[s.name] = 1 / (1 + np.exp(-rows[:, 1]))
                moved[s.name] = 1 / (1 + np.exp(-rows @ weights))
    for name, scores in (("by words", words), ("with meaning", moved)):
        print(name, [round(x, 3) for x in measures([s for s, _ in pairs], scores, LINK)])
    if options.write:
        weights = regression(pairs).round(4).tolist()
        table = dict(zip(MEANING_FEATURES, weights, strict=True))
        MEANING_FILE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
