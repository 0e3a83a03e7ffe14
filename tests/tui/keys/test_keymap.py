"""Keymap files: what they may say, what is wrong with them, and which keys hold in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.keys.actions import ACTIONS, BY_ID, SCOPES
from tui.keys.conflicts import Origin, clashes
from tui.keys.file import Place, Problem
from tui.keys.keymap import Loaded, check, load, presets, problem_lines, shipped_path, user_path

ALTGR = set("[]{}@|\\~$€")


def loaded(folder: Path, text: str, preset: str | None = None) -> Loaded:
    return load(written(folder, text), preset)


def written(folder: Path, text: str) -> Path:
    path = folder / "keymaps.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def said(problems: tuple[Problem, ...] | list[Problem]) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.action, problem.message) for problem in problems]


@pytest.fixture(params=presets())
def preset(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_four_presets_are_shipped() -> None:
    assert presets() == ("default", "vim", "emacs", "arrows")


def test_every_action_has_keys_in_every_preset(preset: str) -> None:
    shipped = load(None, preset, own=False)
    assert shipped.problems == ()
    assert [action.id for action in ACTIONS if not shipped.keymap.of(action.id)] == []


def test_no_key_of_a_preset_has_two_meanings(preset: str) -> None:
    keys = load(None, preset, own=False).keymap.keys
    place = Place("shipped")
    assert list(clashes({action: Origin(found, place) for action, found in keys.items()})) == []


def test_no_action_can_be_reached_only_with_altgr(preset: str) -> None:
    keys = load(None, preset, own=False).keymap.keys
    only = [
        action
        for action, sequences in keys.items()
        if all(any(key[-1] in ALTGR and len(key) == 1 for key in keys) for keys in sequences)
    ]
    assert only == []


def test_digits_are_left_for_counts(preset: str) -> None:
    keys = load(None, preset, own=False).keymap.keys
    assert not [keys for found in keys.values() for keys in found if keys[0].isdigit()]


def test_the_shipped_file_is_itself_a_keymap_without_problems() -> None:
    assert check(shipped_path()) == []


def test_one_action_can_have_several_keys_and_sequences(tmp_path: Path) -> None:
    keymap = loaded(tmp_path, "keys: {reader.explain: [y, 'z e', ø, shift+f4]}").keymap
    assert keymap.of("reader.explain") == (("y",), ("z", "e"), ("ø",), ("shift+f4",))


def test_an_empty_list_takes_the_keys_away(tmp_path: Path) -> None:
    found = loaded(tmp_path, "keys: {reader.explain: []}")
    assert found.keymap.of("reader.explain") == ()
    assert found.problems == ()


def test_an_action_can_have_words_of_ones_own(tmp_path: Path) -> None:
    text = "keys: {reader.explain: {keys: y, description: 'Hvorfor?'}}"
    keymap = loaded(tmp_path, text).keymap
    assert keymap.of("reader.explain") == (("y",),)
    assert keymap.description("reader.explain") == "Hvorfor?"


def test_actions_need_not_stand_under_keys(tmp_path: Path) -> None:
    assert loaded(tmp_path, "reader.explain: y").keymap.of("reader.explain") == (("y",),)


@pytest.mark.parametrize("word", ["no", "on", "y", "1e3", "~"])
def test_words_that_yaml_takes_for_values_are_keys_or_told(tmp_path: Path, word: str) -> None:
    found = loaded(tmp_path, f"keys:\n  reader.explain: {word}\n")
    if len(word) == 1:
        assert found.keymap.of("reader.explain") == ((word,),)
    else:
        assert f"no key is called '{word}'" in problem_lines(found.problems)


def test_a_preset_of_ones_own_begins_with_another(tmp_path: Path) -> None:
    text = "preset: mine\npresets: {mine: {extends: vim, keys: {reader.explain: y}}}"
    keymap = loaded(tmp_path, text).keymap
    assert keymap.preset == "mine"
    assert keymap.of("reader.explain") == (("y",),)
    assert keymap.of("reader.search_next") == (("n",),)


def test_a_preset_asked_for_wins_over_that_of_the_file(tmp_path: Path) -> None:
    assert loaded(tmp_path, "preset: vim", "emacs").keymap.preset == "emacs"


def test_an_edited_copy_of_the_shipped_file_works(tmp_path: Path) -> None:
    text = shipped_path().read_text(encoding="utf-8")
    text = text.replace("reader.explain: e\n", "reader.explain: y\n")
    found = loaded(tmp_path, text)
    assert found.problems == ()
    assert found.keymap.of("reader.explain") == (("y",),)


BROKEN = [
    ("keys:\n  reader.explane: y", 2, "reader.explane", "did you mean reader.explain?"),
    ("preset: vmi", 1, "", "there is no preset 'vmi'; did you mean vim?"),
    ("keys:\n  reader.explain: escpe", 2, "reader.explain", "did you mean escape?"),
    ("keys:\n  reader.explain: ctrl+banana", 2, "reader.explain", "no key is called 'ctrl+banana'"),
    ("keys:\n  reader.explain: hyper-x+y", 2, "reader.explain", "is no modifier"),
    ("keys:\n  reader.explain: y\n  reader.explain: u", 3, "reader.explain", "line 2 already"),
    ("keys:\n  reader.explain: [y, [u]]", 2, "reader.explain", "not a list or mapping"),
    ("keys:\n  reader.explain:", 2, "reader.explain", "a key is missing; write []"),
    ("keys:\n  reader.explain: {key: y}", 2, "reader.explain", "the field keys is missing"),
    ("keys:\n  reader.explain: ''", 2, "reader.explain", "names no key"),
    ("keys: [y]", 1, "", "'name: value' lines"),
    ("- y", 1, "", "'name: value' lines"),
    ("colour: red", 1, "", "none of preset, keys, presets"),
    ("keys:\n  reader.explain: [", 2, "", "need quotes"),
    ("keys:\n  reader.explain: x", 2, "reader.explain", "also that of reader.swap_sides"),
    ("keys:\n  reader.explain: q", 2, "reader.explain", "also that of app.quit"),
    ("keys:\n  reader.explain: g", 2, "reader.explain", "begins 'g b' of reader.previous_bookmark"),
    ("keys:\n  reader.explain: n n", 2, "reader.explain", "begin with 'n' of reader.next_diff"),
    ("keys:\n  reader.explain: [y, 'y u']", 2, "reader.explain", "'y u'"),
    ("keys:\n  app.quit: []", 2, "app.quit", "must keep a key"),
    ("keys:\n  reader.explain: y\n  reader.swap_sides: y", 3, "reader.swap_sides", "(line 2)"),
    ("presets: {a: {extends: vmi}}\npreset: a", 1, "", "extends 'vmi', which there is not"),
    ("presets: {a: {extends: b}, b: {extends: a}}\npreset: a", 1, "", "extend each other"),
]


@pytest.mark.parametrize(("text", "line", "action", "message"), BROKEN)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, action: str, message: str
) -> None:
    problems = said(loaded(tmp_path, text).problems)
    assert [at for at in problems if at[:2] == (line, action) and message in at[2]], problems
    assert said(check(written(tmp_path, text)))


@pytest.mark.parametrize(("text", "line", "action", "message"), BROKEN)
def test_what_is_wrong_keeps_the_shipped_keys(
    tmp_path: Path, text: str, line: int, action: str, message: str
) -> None:
    shipped = load(None, "default", own=False).keymap
    keymap = loaded(tmp_path, text).keymap
    kept = action if action in BY_ID else "reader.explain"
    if "already" not in message:
        assert keymap.of(kept) == shipped.of(kept)
    assert list(clashes({a: Origin(k, Place("")) for a, k in keymap.keys.items()})) == []


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    text = "preset: vmi\nkeys:\n  reader.explane: y\n  reader.explain: q\n  reader.search: fx\n"
    assert [problem.line for problem in loaded(tmp_path, text).problems] == [1, 3, 4, 5]


def test_two_keys_can_be_exchanged(tmp_path: Path) -> None:
    found = loaded(tmp_path, "keys: {reader.explain: x, reader.swap_sides: e}")
    assert found.problems == ()
    assert found.keymap.of("reader.swap_sides") == (("e",),)


def test_an_exchange_of_which_half_is_broken_is_undone_as_a_whole(tmp_path: Path) -> None:
    found = loaded(tmp_path, "keys:\n  reader.explain: x\n  reader.swap_sides: banana\n")
    assert [problem.line for problem in found.problems] == [2, 3]
    assert found.keymap.of("reader.explain") == (("e",),)


def test_conflicts_in_a_preset_that_is_not_chosen_are_checked(tmp_path: Path) -> None:
    text = "presets:\n  mine:\n    keys:\n      reader.explain: q\n"
    assert loaded(tmp_path, text).problems == ()
    assert said(check(written(tmp_path, text)))[0][:2] == (4, "reader.explain")


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"\xef\xbb\xbfkeys: {}\r\n", b"keys:\n"])
def test_a_file_that_says_nothing_changes_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "keymaps.yaml"
    path.write_bytes(data)
    assert load(path) == load(None, own=False)


def test_a_missing_file_is_told_only_when_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "cannot be read" in problem_lines(load(tmp_path / "none.yaml").problems)
    monkeypatch.delenv("ABREAST_KEYMAP", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert load().problems == ()
    monkeypatch.setenv("ABREAST_KEYMAP", str(tmp_path / "mine.yaml"))
    assert user_path() == tmp_path / "mine.yaml"
    assert "cannot be read" in problem_lines(load().problems)


def test_a_folder_a_huge_file_and_other_encodings_are_told(tmp_path: Path) -> None:
    assert "cannot be read" in problem_lines(load(tmp_path).problems)
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * 1_000_001)
    assert "more than a million bytes" in problem_lines(load(huge).problems)
    old = tmp_path / "old.yaml"
    old.write_bytes("keys:\n  reader.explain: ø".encode("latin-1"))
    assert load(old).problems[0].line == 2


def test_many_problems_are_told_in_few_lines(tmp_path: Path) -> None:
    text = "".join(f"reader.none{n}: y\n" for n in range(9))
    lines = problem_lines(loaded(tmp_path, text).problems).splitlines()
    assert len(lines) == 4
    assert "6 more: abreast keys --check" in lines[-1]


def test_scopes_are_those_of_the_table() -> None:
    assert {action.scope for action in ACTIONS} <= set(SCOPES)
