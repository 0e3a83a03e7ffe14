"""The hand-made pairs are sound: cut as they are written, and every link points somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.fit.hand_made_pairs import ACCOUNTS, FOLDER, MiniPair, load_pairs, side_of

PAIRS = load_pairs()
EVERY = [(FOLDER, pair) for pair in PAIRS] + [(ACCOUNTS, pair) for pair in load_pairs(ACCOUNTS)]


@pytest.mark.parametrize(("folder", "pair"), EVERY, ids=[pair.name for _, pair in EVERY])
def test_pair_is_sound(folder: Path, pair: MiniPair) -> None:
    table = yaml.safe_load((folder / f"{pair.name}.yaml").read_text(encoding="utf-8"))
    for side, article in (("left", pair.left), ("right", pair.right)):
        cut = [article.sentence_text(index) for index in range(len(article.sentences))]
        assert cut == side_of(table[side], folder)["sentences"]
        assert cut
    assert len(table["links"]) == len(pair.links), "a link is given twice"
    assert all(
        0 <= a < len(pair.left.sentences) and 0 <= b < len(pair.right.sentences)
        for a, b in {*pair.links, *pair.unsure}
    )
    assert pair.unsure.isdisjoint(pair.links)
    assert set(pair.links.values()) <= {"same", "part"}
    assert bool(pair.links) is not pair.other


def test_pairs_cover_every_two_languages_and_other_occasions() -> None:
    same = {
        frozenset((pair.left.language, pair.right.language)) for pair in PAIRS if not pair.other
    }
    codes = ("nb", "nn", "da", "sv", "en")
    wanted = {frozenset((a, b)) for a in codes for b in codes} - {frozenset(("nn",))}
    assert wanted <= same
    assert sum(pair.other for pair in PAIRS) >= len(PAIRS) // 5
