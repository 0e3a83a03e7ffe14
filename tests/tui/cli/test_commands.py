"""The `abreast` command: the contract it prints, and one clear line for every bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.library import SHIPPED

ARTICLES = sorted(path for path in SHIPPED.iterdir() if path.suffix in {".txt", ".md"})
LEFT, RIGHT = ARTICLES[2], ARTICLES[4]


def abreast(
    *args: str | Path, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tui", *map(str, args)]
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    return subprocess.run(
        command, input=stdin, capture_output=True, check=False, cwd=cwd, env=environment
    )


def one_clear_line(result: subprocess.CompletedProcess[bytes]) -> str:
    """The error line of a command that refused its input; anything else fails the test."""
    assert result.returncode == 2, result.stderr.decode()
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("abreast: ")
    assert lines[0].isprintable()
    assert result.stdout == b""
    return lines[0]


def test_inspect_prints_the_contract() -> None:
    result = abreast("inspect", LEFT, "--format", "json")
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert {"text", "title", "language", "date", "sentences", "numbers", "dates"} <= set(told)
    assert told["language"] == "nb"
    for place in [*told["sentences"], *told["numbers"], *told["dates"], *told["attributions"]]:
        assert told["text"][place["start"] : place["end"]] == place["text"]
    for number in told["numbers"]:
        assert {"sentence", "low", "high", "unit", "counted"} <= set(number)
    for found in told["attributions"]:
        assert {"sources", "voice", "source_span", "cue_span", "content_span"} <= set(found)


def test_compare_prints_the_contract() -> None:
    result = abreast("compare", LEFT, RIGHT, "--format", "json")
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    for link in told["links"]:
        assert 0 <= link["score"] <= 1
        assert link["strength"] in {"same", "part"}
        assert link["a"] < len(told["a"]["sentences"])
        assert link["b"] < len(told["b"]["sentences"])
    for found in told["discrepancies"]:
        assert found["verdict"] in {"agree", "compatible", "differ"}
        assert found["reason"]
        for side in ("a", "b"):
            place = found[side]
            text = told[side]["text"][place["start"] : place["end"]]
            assert place["text"] in ("", text)


def test_text_may_come_by_standard_input() -> None:
    text = "Åtte mennesker er drept i byen, melder Reuters."
    result = abreast("inspect", "-", "--language", "nb", "--format", "json", stdin=text.encode())
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["text"] == text


@pytest.mark.parametrize("command", [["inspect", LEFT], ["compare", LEFT, RIGHT]])
def test_summary_is_plain_text_where_it_is_not_read_by_a_terminal(command: list[Any]) -> None:
    result = abreast(*command)
    assert result.returncode == 0, result.stderr
    assert b"\x1b" not in result.stdout
    assert result.stdout.strip()


def test_escape_characters_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text(
        "Title [red]\n\nFive \x1b[31mmen\x07 [bold]died[/bold] on Friday, \x9b police said.\n"
    )
    commands: list[list[str | Path]] = [["inspect", evil], ["compare", evil, LEFT]]
    for form in ("summary", "json"):
        for command in commands:
            result = abreast(*command, "--format", form)
            assert result.returncode == 0, result.stderr
            told = result.stdout.decode()
            assert not any(c in told for c in "\x1b\x07\x9b")


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    files = {
        "missing": tmp_path / "missing.txt",
        "empty": tmp_path / "empty.txt",
        "blank": tmp_path / "blank.txt",
        "junk": tmp_path / "junk.txt",
        "folder": tmp_path / "folder",
        "half": tmp_path / "half",
    }
    files["empty"].write_bytes(b"")
    files["blank"].write_bytes(b" \n\n \t\n")
    files["junk"].write_bytes(bytes(range(256)) * 40)
    files["folder"].mkdir()
    files["half"].mkdir()
    (files["half"] / "one.txt").write_text("Only one article lives here.")
    return files


@pytest.mark.parametrize("name", ["missing", "empty", "blank", "junk", "folder"])
def test_a_file_that_is_no_article_gives_one_clear_line(name: str, bad: dict[str, Path]) -> None:
    for command in (["inspect", bad[name]], ["compare", bad[name], LEFT], [bad[name], LEFT]):
        assert name in one_clear_line(abreast(*command))


@pytest.mark.parametrize("name", ["missing", "folder", "half"])
def test_a_folder_without_two_articles_gives_one_clear_line(
    name: str, bad: dict[str, Path]
) -> None:
    assert name in one_clear_line(abreast(bad[name]))


@pytest.mark.parametrize(
    "args",
    [
        ["inspect"],
        ["compare", "a"],
        ["compare", "a", "b", "c"],
        ["inspect", "x", "--batch", "y"],
        ["inspect", LEFT, "--format", "pdf"],
        ["inspect", LEFT, "--language", "../../etc"],
        ["--nonsense"],
        ["a", "b", "c"],
        ["compare", "-", "-"],
        ["inspect", "--batch", "nowhere.jsonl"],
    ],
)
def test_wrong_words_on_the_command_line_give_one_clear_line(args: list[Any]) -> None:
    one_clear_line(abreast(*args))


def test_reader_without_a_terminal_says_what_to_use_instead() -> None:
    assert "abreast compare" in one_clear_line(abreast(LEFT, RIGHT))


def lines_of(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_batch_answers_every_line_in_order_and_tells_of_bad_ones() -> None:
    records: list[Any] = [
        {"id": n, "text": f"Police said {n} men died.", "language": "en"} for n in range(40)
    ]
    records[7] = {"id": 7}
    lines = [json.dumps(record).encode() for record in records]
    lines[11] = b"{not json"
    lines[13] = b'["a list"]'
    lines[17] = json.dumps({"id": 17, "text": "   "}).encode()
    result = abreast("inspect", "--batch", "-", stdin=b"\n".join(lines) + b"\n\n")
    assert result.returncode == 1
    told = lines_of(result)
    assert len(told) == 40
    for n, answer in enumerate(told):
        assert answer["id"] == (None if n in {11, 13} else n)
        assert ("error" in answer) == (n in {7, 11, 13, 17})


def test_batch_compares_pairs_from_a_file(tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (LEFT, RIGHT)]
    record = {"id": "x", "a": {"text": texts[0]}, "b": {"text": texts[1]}}
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps(record) + "\n" + json.dumps({"id": "y", "a": {"text": "x"}}) + "\n")
    result = abreast("compare", "--batch", pairs)
    assert result.returncode == 1
    good, bad = lines_of(result)
    single = json.loads(abreast("compare", LEFT, RIGHT, "--format", "json").stdout)
    assert good["links"] == single["links"]
    assert bad == {"id": "y", "error": bad["error"]}


def test_batch_answers_before_the_next_line_is_sent() -> None:
    command = [sys.executable, "-m", "tui", "inspect", "--batch", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for n in range(3):
            process.stdin.write(json.dumps({"id": n, "text": "Ten men died."}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == n
        process.stdin.close()
    assert process.returncode == 0


def test_a_lone_surrogate_in_a_batch_is_answered() -> None:
    result = abreast(
        "inspect", "--batch", "-", stdin=b'{"id": 1, "text": "Ten men \\ud800 died."}\n'
    )
    (answer,) = lines_of(result)
    assert answer["id"] == 1


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999"])
def test_what_is_no_number_in_a_batch_is_never_written_as_json(number: str) -> None:
    line = f'{{"id": {number}, "text": "Ten men died."}}\n'
    result = abreast("inspect", "--batch", "-", stdin=line.encode())
    (answer,) = lines_of(result)
    assert result.returncode == 1
    assert "is not JSON" in answer["error"]


def test_a_language_beside_a_batch_is_not_silently_left_out() -> None:
    assert "each line" in one_clear_line(abreast("inspect", "--batch", "-", "--language", "nb"))


def test_the_ledger_of_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    asked: list[str | Path] = ["export", "--notebook", tmp_path / "n.sqlite3", "--folder"]
    assert "is no folder" in one_clear_line(abreast(*asked, tmp_path / "nowhere"))
    assert abreast(*asked, tmp_path).returncode == 0


def test_a_file_with_a_blank_name_is_told() -> None:
    for name in ("", " "):
        assert "a name of nothing" in one_clear_line(abreast("inspect", name))


def test_corpus_knows_no_screen() -> None:
    code = (
        "import sys, corpus, corpus.library, corpus.batch\n"
        "import corpus.ledger.notebook, corpus.export.export\n"
        "bad = {'textual', 'rich', 'click', 'tui'} & {name.split('.')[0] for name in sys.modules}\n"
        "sys.exit(', '.join(bad) or 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()


def test_keys_of_a_preset_that_is_not_there_are_refused() -> None:
    line = one_clear_line(abreast("keys", "--preset", "zz"))
    assert "'zz'" in line
    assert "vim" in line


def test_editions_of_one_article_are_told(tmp_path: Path) -> None:
    text = LEFT.read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text + "\n\nDet er nå stille i byen.", encoding="utf-8")
    result = abreast("compare", tmp_path / "a.txt", tmp_path / "b.txt")
    assert "Two editions of one article: 1 new" in result.stdout.decode()


def test_more_than_two_accounts_are_a_table_of_facts() -> None:
    result = abreast("compare", *ARTICLES[:3], "--format", "json")
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert [account["path"] for account in told["accounts"]] == list(map(str, ARTICLES[:3]))
    assert any(len(fact["cells"]) == 3 for fact in told["facts"])
    shown = abreast("compare", *ARTICLES[:3]).stdout.decode()
    assert "3 accounts, 3 origins" in shown


def test_stories_of_a_folder_are_told() -> None:
    told = json.loads(abreast("stories", SHIPPED, "--format", "json").stdout)
    assert told["version"] == 1
    assert max(len(story["articles"]) for story in told["stories"]) >= 2
    assert "told by several articles" in abreast("stories", SHIPPED).stdout.decode()


def test_a_misspelt_command_is_suggested() -> None:
    assert "did you mean compare?" in one_clear_line(abreast("compar", LEFT, RIGHT))
    assert "did you mean" not in abreast("nowhere.txt", RIGHT).stderr.decode()


def test_the_exit_code_tells_of_a_difference_where_it_is_asked_for() -> None:
    assert abreast("compare", LEFT, RIGHT, "--exit-code").returncode == 1
    assert abreast("compare", LEFT, RIGHT).returncode == 0
    assert abreast("compare", LEFT, LEFT, "--exit-code").returncode == 0


def test_kinds_are_chosen_and_unknown_ones_refused() -> None:
    shown = abreast("compare", LEFT, RIGHT, "--kind", "date").stdout.decode()
    assert "date" in shown
    assert "number " not in shown
    assert "known are number" in one_clear_line(abreast("compare", LEFT, RIGHT, "--kind", "numbr"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(shell: str) -> None:
    environment = {**os.environ, "_ABREAST_COMPLETE": f"{shell}_source"}
    command = [sys.executable, "-m", "tui"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 0
    assert b"_ABREAST_COMPLETE" in done.stdout
