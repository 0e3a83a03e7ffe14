"""Reading: every file a user can name becomes a clean article or one clear line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusError, ReadingError
from corpus.reading.articles import parse_article, parse_bytes, read_article
from corpus.text.decoding import LARGEST, read_bytes
from corpus.text.front_matter import LONGEST_FRONT

STORY = "Ødeleggelsene er store.\nPolitiet sier «nei»."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "holds no text; name a file with an article"),
        (b" \n\t\r\n  ", "holds no text"),
        (b"\xef\xbb\xbf", "holds no text"),
        (b"---\ntitle: A\n---\n", "holds no text"),
        (b"abc\x00def", "not text \\(it holds null bytes\\); name a text file"),
        (bytes(range(1, 32)) * 40, "not text \\(too many control characters\\); name a text file"),
        (bytes(range(128, 160)) * 40, "not text"),
        (b"\xff\xfea", "is not whole UTF-16; save it again as UTF-8"),
        (b"\xff\xfe\x00\x00a", "is not whole UTF-32; save it again as UTF-8"),
        (b"%PDF-1.7 ...", "is a PDF, not plain text; save it as a text file"),
        (b"PK\x03\x04 ...", "is a Word, OpenDocument or zip file"),
        (b"{\\rtf1 ...", "is a rich text file"),
        (b"\x1f\x8b ...", "is a packed file"),
        (b"---\n- a\n---\nText.", "line 2: the front matter is not 'name: value' lines"),
        (b"---\ntitle: A\nText.", "line 1: the front matter has no end; close it with"),
        (b"---\ntitle: '" + b"x" * LONGEST_FRONT + b"'\n---\nText.", "front matter is longer"),
        (b"---\ntitle: A\nTitle: B\n---\nText.", "line 3: key 'title' stands twice"),
        (b"---\ndate: soon\n---\nText.", "'soon' is not a date; write YYYY, YYYY-MM or"),
        (b"---\ndate: 2022-02-30\n---\nText.", "'2022-02-30' is not a date"),
        (b"date 2022-13 Text.", "'2022-13' is not a date"),
        (b"---\nlanguage: klingon\n---\nText.", "'klingon' is not a language code; known are"),
    ],
)
def test_what_is_no_article_is_told_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(CorpusError, match=said) as caught:
        read_article(path)
    assert str(path) in str(caught.value)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 250 + len(str(path))


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"none\.txt: No such file or directory; name a text"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(ReadingError, match="a folder, not a file; name a text file"):
        read_article(tmp_path)
    with pytest.raises(ReadingError, match="null byte; name a text file"):
        read_article("a\x00b")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/random"])
def test_a_device_is_no_article(device: str) -> None:
    with pytest.raises(ReadingError, match=r"/dev/\w+: .*; name a text file"):
        read_bytes(device)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_named_pipe_is_no_article_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadingError, match="a device or a pipe, not a file; name a text file"):
        read_article(tmp_path / "a.txt")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="there is no such folder")
def test_what_a_shell_has_opened_is_read() -> None:
    """`abreast inspect <(command)` names a pipe that has its writer."""
    reading, writing = os.pipe()
    os.write(writing, STORY.encode())
    os.close(writing)
    assert read_article(f"/dev/fd/{reading}").text == STORY
    os.close(reading)


def test_a_name_that_is_too_long_or_not_utf8_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="File name too long; name a text file"):
        read_article(tmp_path / ("a" * 300))
    odd = tmp_path / os.fsdecode(b"\xff.txt")
    odd.write_text(STORY)
    assert read_article(odd).text == STORY
    odd.write_text("")
    with pytest.raises(ReadingError, match="holds no text") as caught:
        read_article(odd)
    _is_one_line(caught.value)
    str(caught.value).encode()


def test_bytes_that_are_too_many_are_told() -> None:
    with pytest.raises(ReadingError, match="standard input: is larger than 128 MB"):
        parse_bytes(b"a" * (LARGEST + 1), name="standard input")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_gives_the_same_text(encoding: str, ends: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    data = marks.get(encoding, b"") + STORY.replace("\n", ends).encode(encoding)
    article = parse_bytes(data)
    assert article.text == STORY
    assert [s.span.of(article.text) for s in article.sentences] == STORY.split("\n")


def test_windows_1252_keeps_its_quotes_and_dashes() -> None:
    data = "– Vi “vet” ikke … sa han, og 50 € forsvant.".encode("cp1252")
    assert parse_bytes(data).text == "– Vi “vet” ikke … sa han, og 50 € forsvant."


def test_a_front_matter_gives_title_outlet_date_and_language() -> None:
    front = "title: 'A\n  title'\noutlet: NRK\ndate: 2022-01-07\nlanguage: no\nx: y"
    article = parse_article(f"---\n{front}\n---\nEn tekst.")
    assert (article.title, article.outlet) == ("A title", "NRK")
    assert (article.date, article.language) == ("2022-01-07", "nb")
    assert article.text == "En tekst."
    assert article.details == (("x", "y"),)


def test_an_empty_front_matter_and_one_with_odd_values_are_no_trouble() -> None:
    assert parse_article("---\n---\nEn tekst.").text == "En tekst."
    article = parse_article("---\ntitle:\ndate:\n---\nEn tekst er skrevet.")
    assert (article.title, article.date) == ("En tekst er skrevet.", None)


def test_a_name_that_stands_twice_in_a_front_matter_is_told() -> None:
    with pytest.raises(ReadingError, match="line 3: key 'date' stands twice"):
        parse_article("---\ndate: 2021\ndate: 2022\n---\nEn tekst.")


@pytest.mark.parametrize("hour", ["T12:00:00Z", " 09:30", "T23:59:59.5+01:00"])
def test_of_a_moment_in_a_front_matter_the_day_counts(hour: str) -> None:
    assert parse_article(f"---\ndate: 2022-01-07{hour}\n---\nEn tekst.").date == "2022-01-07"


def test_a_line_of_dashes_in_a_text_is_no_front_matter() -> None:
    assert parse_article("---\nEn tekst.").text == "---\nEn tekst."
    assert parse_article("En tekst.\n---\nMer.\n---\nSlutt.").text.count("---") == 2


def test_what_is_given_goes_before_the_front_matter() -> None:
    text = "---\ntitle: A\ndate: 2021\nlanguage: da\n---\nEn tekst."
    article = parse_article(text, language="nb", title="B", date="2022-01")
    assert (article.language, article.title, article.date) == ("nb", "B", "2022-01")


@pytest.mark.parametrize(
    ("text", "date", "rest"),
    [
        (" date 2022-01 I Kasakhstan er det uro.", "2022-01", "I Kasakhstan er det uro."),
        ("date 2022-01-06\nI Kasakhstan er det uro.", "2022-01-06", "I Kasakhstan er det uro."),
        ("date 2022 was a good year.", None, "date 2022 was a good year."),
        ("dated 2022-01 by hand.", None, "dated 2022-01 by hand."),
    ],
)
def test_the_header_of_a_date_is_read_and_left_out(text: str, date: str | None, rest: str) -> None:
    article = parse_article(text)
    assert (article.date, article.text) == (date, rest)


def test_markdown_headings_are_headings() -> None:
    article = parse_article("# Uro i byen\n\nPolitiet er på stedet. Flere er skadet.\n")
    assert article.title == "Uro i byen"
    assert [s.kind.value for s in article.sentences] == ["heading", "body", "body"]


def test_control_escape_and_turning_characters_are_taken_out() -> None:
    dirty = (
        "A\x1b[31mrt\x07ik\u202eel\u2066 \ufeffer\u200b her\U000e0041.\u2028Neste\x0clinje\tkom."
    )
    article = parse_article(dirty)
    assert article.text == "A[31mrtikel er her.\nNeste\nlinje kom."
    assert parse_article("Han\ud800 kom.").text == "Han\ufffd kom."


def test_escapes_in_a_front_matter_are_taken_out_too() -> None:
    article = parse_article('---\ntitle: "\\e[31mA\\u202Eb\\n c"\noutlet: "\\a\\0"\n---\nEn tekst.')
    assert article.title == "[31mAb c"
    assert article.outlet is None
    assert parse_article("En tekst.", title="\x1b[2JX\ny").title == "[2JX y"


def test_the_title_is_the_first_unit_of_the_story_and_short() -> None:
    assert parse_article("annonse\n\nKaos i byen\n\nPolitiet rykket ut.").title == "Kaos i byen"
    assert len(parse_article("Ord " * 100).title) == 90


def _is_one_line(error: CorpusError) -> None:
    assert str(error).isprintable()


@given(st.binary(max_size=400))
@example(b"---\n? \n---\nx")
@example(b"---\n!!python/object:os.system x\n---\nx")
@example(b"---\n&a [*a]\n---\nx")
@example(b"\xff\xfe\x00\xd8a\x00")
def test_no_bytes_raise_anything_but_a_clear_error(data: bytes) -> None:
    try:
        article = parse_bytes(data)
    except CorpusError as error:
        _is_one_line(error)
        return
    assert article.text.strip() == article.text
    assert all(c in "\n" or c.isprintable() or c.isspace() or ord(c) > 126 for c in article.text)


FRAGMENTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from([
        "---\n", "title: x\n", "date 2022-01 ", "\r\n", "annonse ", "1) A ", ". . . ", "– ",
        "kl. 14.30 ", "6. januar ", "U.S. ", "(NTB) ", "/ritzau/ ", "\n\n", "Foto: X", "...",
    ]),
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.lists(FRAGMENTS, max_size=25).map("".join),
    st.sampled_from([None, "nb", "nn", "da", "sv", "en", "de", "und"]),
)
def test_sentences_of_any_text_are_ordered_whole_and_give_the_text_back(
    text: str, language: str | None
) -> None:
    try:
        article = parse_article(text, language=language)
    except CorpusError as error:
        _is_one_line(error)
        return
    parts, end = [], 0
    for sentence in article.sentences:
        assert end <= sentence.start < sentence.end
        parts += [article.text[end : sentence.start], sentence.span.of(article.text)]
        assert not parts[-2].strip()
        end = sentence.end
    assert end == len(article.text)
    assert "".join(parts) == article.text


NASTY = ["word ", "a", ".", '."', "«»", "- ", "A. ", "1. ", "1) Ab ", "annonse A", "a\n", ": – A "]


@pytest.mark.parametrize("unit", NASTY)
def test_a_long_text_of_nothing_but_one_thing_is_read(unit: str) -> None:
    article = parse_article(unit * (200_000 // len(unit)) + " x", language="nb")
    assert article.sentences[-1].end == len(article.text)


def test_reading_needs_no_more_than_it_must() -> None:
    code = (
        "import sys; from corpus.reading.articles import parse_article; parse_article('Hva nå?');"
        "print([m for m in ('sentencex', 'textual', 'rich', 'numpy') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
