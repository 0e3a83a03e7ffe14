"""Any sequence of changes can be undone to the beginning and redone to the end."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.ledger.notebook import Notebook, hand_link_of
from corpus.ledger.records import JUDGEMENTS, Bookmark, HandLink
from tests.support.findings import bookmark, comparison, place

State = tuple[tuple[Bookmark, ...], tuple[HandLink, ...], dict[str, int]]
CHANGES = ("add", "several", "judge", "note", "tags", "delete", "link", "unlink", "import")


def state(notebook: Notebook) -> State:
    return notebook.bookmarks(sort="place"), notebook.links(), notebook.tags()


def hand_link(action: str) -> HandLink:
    pair = comparison()
    return hand_link_of(pair, place(pair.a, "Gatene").span, place(pair.b, "Streets").span, action)


def changed(notebook: Notebook, what: str, rng: random.Random) -> None:
    """Do one change as a reader does; where nothing is there to be changed, add something."""
    kept, links = notebook.bookmarks(), notebook.links()
    if what == "unlink" and links:
        notebook.delete_link(rng.choice(links).id)
    elif what in ("link", "unlink"):
        notebook.add_link(hand_link(rng.choice(["pin", "forbid", "split"])))
    elif what == "several":
        notebook.add_all([bookmark("one"), bookmark("two")])
    elif what == "import":
        later = [replace(b, note="theirs", changed="2999-01-01T00:00:00.000Z") for b in kept[:1]]
        notebook.merge([*later, bookmark("new")], [hand_link("pin")])
    elif what == "add" or not kept:
        notebook.add(bookmark("added"))
    elif what == "delete":
        notebook.delete(rng.choice(kept).id)
    else:
        one = rng.choice(kept)
        judged = replace(one, judgement=rng.choice(JUDGEMENTS))
        noted = replace(one, note=f"line\n{rng.random()}")
        tagged = replace(one, tags=tuple(rng.sample(["a", "b", "æ"], 2)))
        notebook.update({"judge": judged, "note": noted, "tags": tagged}[what])


@given(st.lists(st.sampled_from(CHANGES), max_size=12), st.integers(0, 99))
def test_all_changes_undone_and_redone_give_every_state_again(whats: list[str], seed: int) -> None:
    rng = random.Random(seed)
    with Notebook.in_memory() as notebook:
        states = [state(notebook)]
        for what in whats:
            changed(notebook, what, rng)
            states.append(state(notebook))
        for before in reversed(states[:-1]):
            assert notebook.undo()
            assert state(notebook) == before
        assert not notebook.undo()
        for after in states[1:]:
            assert notebook.redo()
            assert state(notebook) == after
        assert not notebook.redo()


@given(st.lists(st.sampled_from([*CHANGES, "undo", "undo", "redo"]), max_size=20))
def test_undo_and_redo_among_changes_keep_to_one_line_of_states(whats: list[str]) -> None:
    """A slow and plain model: a list of states and where in it the notebook stands."""
    rng = random.Random(len(whats))
    with Notebook.in_memory() as notebook:
        line, at = [state(notebook)], 0
        for what in whats:
            if what == "undo":
                assert bool(notebook.undo()) == (at > 0)
                at = max(0, at - 1)
            elif what == "redo":
                assert bool(notebook.redo()) == (at + 1 < len(line))
                at = min(len(line) - 1, at + 1)
            else:
                changed(notebook, what, rng)
                at += 1
                line = [*line[:at], state(notebook)]
            assert state(notebook) == line[at]
