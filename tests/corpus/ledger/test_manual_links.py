from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ExportError
from corpus.export.export import write
from corpus.ledger.manual_links import apply, links_yaml, read_links
from corpus.ledger.notebook import HandLink, Notebook, hand_link_of
from tests.support.findings import comparison, place


def made(action: str = "pin", note: str = "") -> HandLink:
    pair = comparison()
    a, b = place(pair.a, "Gatene er tomme."), place(pair.b, "Streets are empty.")
    return hand_link_of(pair, a.span, b.span, action, note=note)


def test_a_hand_made_link_names_the_sentences_of_both_sides() -> None:
    pair = comparison()
    link = made("forbid")
    [applied], orphans = apply([link], pair.a, pair.b)
    assert orphans == ()
    assert applied.link == link
    [left], [right] = applied.a, applied.b
    assert "Gatene er tomme." in pair.a.sentence_text(left)
    assert "Streets are empty." in pair.b.sentence_text(right)


def test_it_is_applied_when_the_articles_change_sides_and_text() -> None:
    pair = comparison()
    text = pair.b.text.replace("18", "dozens of")
    shift = len(text) - len(pair.b.text)
    moved = tuple(
        replace(s, end=s.end + shift, start=s.start + (shift if n > 1 else 0)) if n else s
        for n, s in enumerate(pair.b.sentences)
    )
    [applied], _ = apply([made()], replace(pair.b, text=text, sentences=moved, path=None), pair.a)
    assert applied.span_a.of(text) == "Streets are empty."


def test_what_cannot_be_found_is_an_orphan_and_what_is_of_other_articles_is_not() -> None:
    pair = comparison()
    link = made()
    assert apply([link], replace(pair.a, text="Helt ny tekst."), pair.b) == ((), (link,))
    other = replace(pair.a, text="Noe annet.", title="Noe annet")
    assert apply([link], other, pair.b) == ((), ())


def test_links_are_kept_for_a_pair_in_either_order(tmp_path: Path) -> None:
    pair = comparison()
    with Notebook.open(tmp_path / "n.sqlite3") as notebook:
        link = notebook.add_link(made("split"))
        assert notebook.links(pair.a, pair.b) == notebook.links(pair.b, pair.a) == (link,)
        assert notebook.links(pair.a, "elsewhere") == ()
        notebook.delete_link(link.id)
        assert notebook.links() == ()
        assert notebook.undo()
        assert notebook.links() == (link,)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_links_come_back_from_yaml_as_they_were(note: str) -> None:
    import tempfile

    links = (made(note=note), made("forbid", note=note[::-1]))
    ordered = tuple(sorted(links, key=lambda link: (link.created, link.id)))
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "links.yaml", links_yaml(links))
        assert read_links(path) == ordered


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "list under links"),
        ("links: [", "links.yaml:"),
        ("links:\n  - id: x\n", "link 1"),
        ("links: []\nlinks: []\n", "twice"),
        ("? [a]\n: b\nlinks: []\n", "not text"),
    ],
)
def test_a_broken_file_of_links_is_told(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "links.yaml"
    path.write_text(text)
    with pytest.raises(ExportError, match=said):
        read_links(path)


def test_a_lone_surrogate_does_not_spoil_a_file_of_links(tmp_path: Path) -> None:
    """The name of an article's file may hold one."""
    path = write(tmp_path / "links.yaml", links_yaml((made(note="a\ud800b"),)))
    assert read_links(path)[0].note == "a\ufffdb"


def test_no_links_are_a_good_file(tmp_path: Path) -> None:
    assert read_links(write(tmp_path / "links.yaml", links_yaml(()))) == ()
