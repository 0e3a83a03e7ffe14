"""The meaning model: what it is asked, what is kept of it, and what it adds to the links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import numpy as np
import pytest

from corpus import Comparison, MeaningModelError, compare, parse_article, read_article
from corpus.links.classifier import judges
from corpus.links.meaning.embeddings import (
    HOW_TO_INSTALL,
    TOGETHER,
    CachedMeaningModel,
    MemoryCache,
    _processor_fits,
    available,
    key_of,
    load_meaning_model,
    readable,
)
from corpus.links.meaning.semantic_similarity import Likeness, likeness
from corpus.model import SentenceKind
from tests.support.stated_model import SIZE, BrokenModel, StatedModel, meaning_model

ARTICLES = Path(__file__).parent.parent.parent.parent / "corpus" / "articles"
LEFT = (
    "Rain fell over the valley during the whole weekend.",
    "Her voice filled the old hall.",
    "Nobody was hurt, the mayor told reporters.",
    "A new road will open in spring.",
)
RIGHT = (
    "Farmers had waited for wet weather since June.",
    "Everyone listened to the singer.",
    "The council meets again on Tuesday.",
)
OTHER_WORDS = (LEFT[1], RIGHT[1])


def of(*sentences: str) -> str:
    return "\n\n".join(sentences)


def heard() -> Comparison:
    pair = (parse_article(of(*side), language="en") for side in (LEFT, RIGHT))
    return compare(*pair, meaning=meaning_model(OTHER_WORDS))


def test_sentences_without_a_common_word_score_higher_by_what_they_mean(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nearness of meaning alone is weak evidence, but it moves this pair and no other so far."""
    monkeypatch.setattr("corpus.links.alignment.judges", lambda: replace(judges(), link=0.0))
    found = heard()
    before = {(x.a, x.b): x.score for x in compare(found.a, found.b).links}
    after = {(x.a, x.b): x.score for x in found.links}
    moved = {cell: after[cell] - before.get(cell, 0.0) for cell in after}
    assert max(moved, key=lambda cell: moved[cell]) == (1, 1)
    assert moved[1, 1] > 0.05


def test_the_evidence_says_how_far_the_meaning_model_moved_the_score() -> None:
    pair = [read_article(ARTICLES / f"{name}.txt") for name in ("000", "003")]
    found = compare(*pair, meaning=meaning_model())
    assert found.links
    for link in found.links:
        (told,) = (reason for reason in link.evidence if reason.kind == "meaning")
        alone = float(told.label.rpartition(" ")[2])
        assert link.score - told.weight == pytest.approx(alone, abs=0.006)
        speaks_for = [reason.weight for reason in link.evidence if reason.weight >= 0]
        assert speaks_for == sorted(speaks_for, reverse=True)
        assert [*link.evidence].index(told) < len(speaks_for) or told.weight < 0


def test_no_meaning_model_no_word_of_meaning() -> None:
    found = heard()
    alone = compare(found.a, found.b, meaning=None)
    assert alone == compare(found.a, found.b)
    assert not [e for link in alone.links for e in link.evidence if e.kind == "meaning"]


@pytest.mark.parametrize(("left", "right"), [("000", "003"), ("002", "004")])
def test_articles_that_change_sides_mirror_what_was_heard(left: str, right: str) -> None:
    a, b = (read_article(ARTICLES / f"{name}.txt") for name in (left, right))
    there, back = (compare(*pair, meaning=meaning_model()) for pair in ((a, b), (b, a)))
    assert {(link.a, link.b, link.score) for link in there.links} == {
        (link.b, link.a, link.score) for link in back.links
    }


def test_what_two_articles_have_in_common_is_taken_off() -> None:
    """Without it every pair of sentences of one topic would look alike."""

    class OneWay(StatedModel):
        def read(self, texts: Sequence[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
            return super().read(texts) + 20

    pair = [parse_article(of(*side), language="en") for side in (LEFT, RIGHT)]
    near = likeness(pair[0], pair[1], CachedMeaningModel(OneWay([OTHER_WORDS])))
    cells = near.at(np.arange(12)).reshape(4, 3)
    assert cells.argmax() == 4
    assert np.delete(cells.ravel(), 4).max() < 0.6 < cells.max()


def test_furniture_is_not_read() -> None:
    model = StatedModel()
    pair = [read_article(ARTICLES / f"{name}.txt") for name in ("000", "003")]
    near = likeness(pair[0], pair[1], CachedMeaningModel(model))
    dull = [
        (side, index)
        for side, article in enumerate(pair)
        for index, sentence in enumerate(article.sentences)
        if sentence.kind is SentenceKind.FURNITURE
    ]
    assert dull
    for side, index in dull:
        assert pair[side].sentence_text(index) not in model.read_texts
        assert not (near.a, near.b)[side][index].any()


def test_the_nearest_are_looked_at_from_either_side() -> None:
    rng = np.random.default_rng(7)
    a, b = (rng.normal(size=(n, 8)) for n in (40, 1300))
    a, b = (x / np.linalg.norm(x, axis=1, keepdims=True) for x in (a, b))
    found = {divmod(int(key), 1300) for key in Likeness(a, b).nearest()}
    cosines = a @ b.T
    wanted = {(i, j) for i in range(40) for j in np.argsort(-cosines[i])[:3]}
    wanted |= {(i, j) for j in range(1300) for i in np.argsort(-cosines[:, j])[:3]}
    assert found == {(i, j) for i, j in wanted if cosines[i, j] >= 0.15}


def test_an_article_without_sentences_is_near_to_nothing() -> None:
    empty = parse_article("(Artikkelen fortsetter under bildet.)", language="nb")
    full = parse_article(of(*LEFT), language="en")
    assert compare(empty, full, meaning=meaning_model()).links == ()
    nothing, some = np.zeros((0, 4)), np.zeros((3, 4))
    assert not len(Likeness(nothing, some).nearest())


# Keeping


def test_a_sentence_is_read_once() -> None:
    model, cache = StatedModel(), MemoryCache()
    first = CachedMeaningModel(model, cache).vectors(["One.", "Two.", "One."])
    again = CachedMeaningModel(model, cache).vectors(["Two.", " One.\n", "Three."])
    assert sorted(model.read_texts) == ["One.", "Three.", "Two."]
    assert (first[0] == first[2]).all()
    assert (again[0] == first[1]).all()
    assert (again[1] == first[0]).all()
    assert np.linalg.norm(again, axis=1) == pytest.approx(1, abs=1e-5)


def test_another_model_does_not_take_the_vectors_of_the_first() -> None:
    assert key_of("one 1", "Text.") != key_of("one 2", "Text.")


def test_only_the_latest_are_kept() -> None:
    cache = MemoryCache(most=3)
    for n in range(5):
        cache.put({bytes([n]): b"x"})
    assert sorted(cache.get([bytes([n]) for n in range(5)])) == [b"\x02", b"\x03", b"\x04"]


@pytest.mark.parametrize("blob", [b"", b"short", b"\xff" * 2 * SIZE, b"\0" * (2 * SIZE + 1)])
def test_a_vector_that_is_broken_is_read_anew(blob: bytes) -> None:
    class Broken(MemoryCache):
        def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
            return dict.fromkeys(keys, blob)

    rows = CachedMeaningModel(StatedModel(), Broken()).vectors(["One.", "Two."])
    assert (rows == CachedMeaningModel(StatedModel()).vectors(["One.", "Two."])).all()


def test_what_was_read_before_it_was_stopped_is_kept() -> None:
    class StoppedError(Exception):
        pass

    def progress(done: int, total: int) -> None:
        assert total == 50
        if done >= 2 * TOGETHER:
            raise StoppedError

    model, cache, texts = StatedModel(), MemoryCache(), [f"Sentence {n}." for n in range(50)]
    with pytest.raises(StoppedError):
        CachedMeaningModel(model, cache, progress).vectors(texts)
    CachedMeaningModel(model, cache).vectors(texts)
    assert len(model.read_texts) == 50


@pytest.mark.parametrize("text", ["", "\0", "a\ud800b", "x" * 10_000, " a \n\t b "])
def test_any_text_is_made_readable(text: str) -> None:
    plain = readable(text)
    assert len(plain) <= 1500
    assert "\0" not in plain
    assert plain.encode() is not None
    assert plain == readable(plain)


# Who is not there


def test_a_meaning_model_that_is_missing_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("corpus.links.meaning.embeddings.version", missing)
    with pytest.raises(MeaningModelError) as caught:
        load_meaning_model()
    assert caught.value.message == HOW_TO_INSTALL
    assert "abreast[semantic]" in HOW_TO_INSTALL


@pytest.mark.parametrize(
    ("told", "fits"),
    [
        ("flags\t\t: fpu sse2 avx avx2 fma f16c\n", True),
        ("flags\t\t: fpu sse2 avx\n", False),
        ("CPU architecture: 8\n", True),
        (None, True),
    ],
)
def test_a_processor_too_old_for_the_engine_is_told_before_it_is_loaded(
    tmp_path: Path, told: str | None, fits: bool
) -> None:
    if told is not None:
        (tmp_path / "cpuinfo").write_text(told)
    assert _processor_fits(tmp_path / "cpuinfo") is fits


def test_a_meaning_model_that_cannot_answer_raises_one_clear_error() -> None:
    pair = (parse_article(of(*side), language="en") for side in (LEFT, RIGHT))
    with pytest.raises(MeaningModelError, match="no engine"):
        compare(*pair, meaning=CachedMeaningModel(BrokenModel()))


# The real one, where it is installed

real = pytest.mark.skipif(not available(), reason="the extra 'semantic' is not installed")


@real
def test_the_real_meaning_model_knows_other_words_in_other_languages() -> None:
    left = parse_article(
        of(
            "Strømmen gikk i hele bydelen etter uværet.",
            "Klubben solgte spissen til en italiensk rival.",
            "Prisen på brød steg for tredje måned på rad.",
        ),
        language="nb",
    )
    right = parse_article(
        of(
            "The striker moves to a competitor in Italy.",
            "A loaf costs more once again.",
            "The storm left the whole district without electricity.",
        ),
        language="en",
    )
    near = likeness(left, right, load_meaning_model()).at(np.arange(9)).reshape(3, 3)
    assert near.argmax(axis=1).tolist() == [2, 0, 1]


@real
def test_the_real_meaning_model_reads_any_text_and_always_the_same() -> None:
    texts = ["", "\0", "a\ud800b", "ord " * 5000, "Åtte er drept."]
    asked = load_meaning_model()
    rows = asked.vectors(texts)
    assert np.isfinite(rows).all()
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)
    assert (rows[4:] == load_meaning_model(threads=1).vectors(texts[4:])).all()


@real
@pytest.mark.parametrize(("left", "right"), [("nb", "da"), ("nb", "fi"), ("de", "sv")])
def test_one_sentence_beside_one_is_judged_by_what_all_news_have_in_common(
    left: str, right: str
) -> None:
    told = {
        "nb": "Strømmen gikk i hele bydelen etter uværet.",
        "da": "Stormen tog elektriciteten fra flere tusinde husstande.",
        "fi": "Myrsky katkaisi sähköt koko kaupunginosasta.",
        "de": "Nach dem Unwetter fiel im ganzen Viertel der Strom aus.",
        "sv": "Stadsdelen blev utan el när ovädret drog in.",
    }
    other = {
        "da": "Klubben solgte angriberen til en italiensk rival.",
        "fi": "Seura myi hyökkääjän italialaiselle kilpailijalle.",
        "sv": "Klubben sålde anfallaren till en italiensk rival.",
    }
    asked = load_meaning_model()
    one = parse_article(told[left], language=left)
    same, stranger = (
        likeness(one, parse_article(text, language=right), asked).at(np.arange(1))[0]
        for text in (told[right], other[right])
    )
    assert same > 0.1 > 0.05 > stranger
