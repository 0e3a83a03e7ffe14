"""Keys that are pressed: names, sequences, counts, and files of any bytes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.keys.file import parse_keyfile
from tui.keys.keymap import load
from tui.keys.names import KeyNameError, Sequence, key_of, pressed, sequence_of, shown
from tui.keys.sequences import MOST, Heard, Outcome, Resolver, hint

BINDINGS: dict[Sequence, str] = {
    ("n",): "reader.next_difference",
    ("g", "g"): "reader.go_to_start",
    ("g", "n", "x"): "reader.next_pair",
    ("escape",): "reader.clear",
}


def fed(keys: Iterable[str], bindings: dict[Sequence, str] = BINDINGS) -> list[Outcome]:
    resolver = Resolver()
    return [resolver.feed(bindings, key, key if len(key) == 1 else None) for key in keys]


def test_one_key_is_an_action() -> None:
    assert fed("n") == [Outcome(Heard.ACTION, "reader.next_difference")]


def test_a_sequence_waits_without_end_and_shows_what_can_follow() -> None:
    waiting, done = fed("gg")
    assert waiting.pending == ("g",)
    assert waiting.ways == (
        (("g",), "reader.go_to_start"),
        (("n", "x"), "reader.next_pair"),
    )
    assert hint(waiting, {"reader.go_to_start": "start"}) == "g … g start, n x reader.next_pair"
    assert done.action == "reader.go_to_start"


def test_digits_are_a_count_for_the_action_that_follows() -> None:
    assert [outcome.count for outcome in fed("10n")][-1] == 10
    assert [outcome.count for outcome in fed("3gg")][-1] == 3
    assert fed("12")[-1].pending == ("1", "2")


def test_a_nought_begins_no_count() -> None:
    assert fed("0")[-1].heard is Heard.NOTHING


def test_a_count_has_an_end() -> None:
    assert fed("9" * 5000 + "n")[-1].count == MOST


@pytest.mark.parametrize("keys", ["g", "3", "gn", "3g"])
def test_esc_cancels_what_waits_and_does_nothing_else(keys: str) -> None:
    assert fed([*keys, "escape"])[-1] == Outcome(Heard.CANCELLED)
    assert fed([*keys, "escape", "n"])[-1].action == "reader.next_difference"


def test_esc_alone_is_a_key_like_others() -> None:
    assert fed(["escape"])[-1].action == "reader.clear"


def test_a_key_that_does_not_go_on_cancels_and_is_not_taken_for_itself() -> None:
    assert [outcome.heard for outcome in fed("gzn")] == [
        Heard.PENDING, Heard.CANCELLED, Heard.ACTION,
    ]  # fmt: skip


def test_a_digit_that_is_bound_is_no_count() -> None:
    assert fed("1", {("1",): "reader.lens_all"})[0].action == "reader.lens_all"


keys_pressed = st.lists(st.sampled_from(["n", "g", "x", "3", "0", "escape", "tab", "ø"]))


@given(keys_pressed)
def test_after_esc_twice_nothing_waits(keys: list[str]) -> None:
    resolver = Resolver()
    for key in [*keys, "escape", "escape"]:
        resolver.feed(BINDINGS, key)
    assert resolver.pending == ()


@given(keys_pressed)
def test_whatever_was_pressed_before_a_binding_is_reached_after_a_cancel(keys: list[str]) -> None:
    resolver = Resolver()
    for key in keys:
        resolver.feed(BINDINGS, key)
    resolver.clear()
    assert resolver.feed(BINDINGS, "n").action == "reader.next_difference"


@given(keys_pressed)
def test_what_waits_is_exactly_what_was_pressed_since(keys: list[str]) -> None:
    resolver = Resolver()
    since: list[str] = []
    for key in keys:
        outcome = resolver.feed(BINDINGS, key)
        since = [*since, key] if outcome.heard is Heard.PENDING else []
        assert list(resolver.pending) == since[: len(resolver.pending)]
        assert bool(resolver.pending) == bool(since)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("n", "n"), ("G", "G"), ("shift+g", "G"), ("/", "/"), ("slash", "/"), ("?", "?"),
        ("question_mark", "?"), ("esc", "escape"), ("Escape", "escape"), ("ctrl+N", "ctrl+n"),
        ("Ctrl+Shift+Left", "ctrl+shift+left"), ("ctrl+i", "tab"), ("+", "+"), ("ctrl++", "ctrl++"),
        ("plus", "+"), ("minus", "-"), ("hyphen_minus", "-"), ("ø", "ø"), ("Å", "Å"),
        ("a\u030a", "å"), ("shift+ø", "Ø"), ("alt+x", "alt+x"), ("pgdn", "pagedown"),
        ("f12", "f12"), ("shift+tab", "shift+tab"), ("left_square_bracket", "["),
    ],
)  # fmt: skip
def test_a_key_can_be_written_in_several_ways(written: str, key: str) -> None:
    assert key_of(written) == key


@pytest.mark.parametrize(
    "name", ["banana", "ctrl+", "f25", "nn", "ctrl+alt", "x+y", "grinning_face"]
)
def test_what_is_no_key_is_told(name: str) -> None:
    if name == "ctrl+":
        assert key_of(name) == "ctrl++"
        return
    with pytest.raises(KeyNameError):
        key_of(name)


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("n", "n", "n"), ("slash", "/", "/"), ("question_mark", "?", "?"), ("upper_g", "G", "G"),
        ("space", " ", "space"), ("tab", "\t", "tab"), ("escape", "\x1b", "escape"),
        ("ctrl+n", "\x0e", "ctrl+n"), ("latin_small_letter_o_with_stroke", "ø", "ø"),
        ("alt+n", None, "alt+n"), ("alt+less_than_sign", None, "alt+<"), ("enter", "\r", "enter"),
        ("plus", "+", "+"), ("ctrl+at", None, "ctrl+space"), ("shift+down", None, "shift+down"),
    ],
)  # fmt: skip
def test_what_a_terminal_reports_is_what_is_written(
    key: str, character: str | None, name: str
) -> None:
    assert pressed(key, character) == name


@given(st.text(max_size=12))
def test_a_name_is_a_key_or_an_error_and_keys_are_stable(name: str) -> None:
    try:
        key = key_of(name)
    except KeyNameError:
        return
    assert key_of(key) == key


@given(st.text(max_size=12), st.text(max_size=2) | st.none())
def test_whatever_a_terminal_reports_has_a_name(key: str, character: str | None) -> None:
    assert isinstance(pressed(key, character), str)


def test_every_shipped_sequence_is_read_back_from_its_names() -> None:
    for keys in load(None, own=False).keymap.keys.values():
        for sequence in keys:
            assert sequence_of(" ".join(sequence)) == sequence
            assert shown(sequence)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_a_file(data: bytes) -> None:
    parse_keyfile(data, "any.yaml")


PARTS = ["keys", "presets", "preset", "extends", "reader.explain", "app.quit", ": ", "\n", "  ",
         "- ", "[", "]", "{", "}", ", ", "n", "g g", "&a ", "*a", "!!int ", "? ", "'", '"', "|",
         ">", "#", "~", "%YAML 1.1", "---", "\t", "\\", "<<", "\x00", "ø"]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_no_words_of_yaml_break_the_reading_of_a_file(text: str) -> None:
    found = parse_keyfile(text.encode(), "any.yaml")
    assert all(problem.line >= 0 and problem.message for problem in found.problems)


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 5000, "- " * 20_000, "a: &x {b: *x}"])
def test_depth_and_circles_are_told_not_followed(text: str) -> None:
    assert parse_keyfile(text.encode(), "deep.yaml").problems
