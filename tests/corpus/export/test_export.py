from __future__ import annotations

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ExportError
from corpus.export.export import FORMATS, export, read, suffix, write
from corpus.export.readable import COLUMNS
from corpus.export.records import CONTEXT, read_own
from corpus.ledger.notebook import Notebook, bookmark_of, hand_link_of
from corpus.ledger.records import JUDGEMENTS, ArticleRef, Bookmark, End, HandLink
from tests.support.findings import bookmark, comparison, place

texts = st.text(max_size=30)
named = st.text(alphabet=st.characters(categories=("L", "Nd")), min_size=1, max_size=12)
times = st.datetimes().map(lambda moment: f"{moment.isoformat(timespec='milliseconds')}Z")
refs = st.builds(ArticleRef, named, st.none() | texts, texts, st.none() | texts, st.none() | texts)
ends = st.builds(
    lambda ref, start, size, a, b, c: End(ref, start, start + size, a, b, c),
    *(refs, st.integers(0, 10**9), st.integers(0, 999), texts, texts, texts),
)
bookmarks = st.builds(
    Bookmark,
    *(st.uuids().map(str), times, times, st.none() | texts, st.none() | texts, texts),
    *(st.none() | ends, st.none() | ends, st.sampled_from(JUDGEMENTS)),
    *(st.lists(texts, max_size=3).map(tuple), texts),
)
links = st.builds(
    HandLink, *(st.uuids().map(str), times, ends, ends, st.sampled_from(["pin", "forbid"]), texts)
)


@given(st.lists(bookmarks, max_size=4), st.lists(links, max_size=3))
def test_export_import_export_is_identical(kept: list[Bookmark], by_hand: list[HandLink]) -> None:
    first = export(kept, format="json", links=by_hand)
    first.encode("utf-8")
    with Notebook.in_memory() as notebook:
        merged = notebook.merge(*read_own(first))
        assert merged.added == len(kept) + len(by_hand)
        again = export(notebook.bookmarks(), format="json", links=notebook.links())
        assert again == first
        assert notebook.merge(*read_own(again)).kept == merged.added
        if merged.added:
            assert notebook.undo()
        assert notebook.count() == 0


@given(st.lists(bookmarks, min_size=1, max_size=3))
def test_every_format_takes_any_text(kept: list[Bookmark]) -> None:
    pair = comparison()
    for name in FORMATS:
        for given_pair in (None, pair):
            text = export(kept, given_pair, name)
            assert not re.search("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]", text)
            text.encode("utf-8")
    ET.fromstring(export(kept, pair, "tei"))
    rows = list(csv.reader(io.StringIO(export(kept, pair, "csv"), newline="")))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) == len(kept) + 1


def test_an_import_keeps_the_later_form_of_a_bookmark() -> None:
    with Notebook.in_memory() as notebook:
        old = notebook.add(bookmark("old"))
        later = replace(old, note="later", changed="2999-01-01T00:00:00.000Z")
        assert notebook.merge([later]).replaced == 1
        assert notebook.merge([old]).kept == 1
        assert notebook.bookmarks() == (later,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no ledger"),
        ('{"format": "abreast-ledger", "version": 2}', "version 2"),
        ('{"format": "abreast-ledger", "version": "1"}', "version"),
        ('{"format": "abreast-ledger", "version": 1, "bookmarks": {}}', "list"),
        ('{"format": "abreast-ledger", "version": 1, "bookmarks": [7]}', "record 1"),
        ('{"format": "abreast-ledger", "version": 1, "bookmarks": [{"id": "x"}]}', "created"),
        ('{"format": "abreast-ledger", "version": 1, "links": [{"id": "x"}]}', "two ends"),
    ],
)
def test_a_broken_ledger_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(ExportError, match=said) as caught:
        read_own(text)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("time", ["yesterday", "2026-01-31", "2026-01-31T09:00:00+01:00"])
def test_times_that_could_not_be_put_in_order_are_refused(time: str) -> None:
    value = json.loads(export([bookmark("a")], format="json"))
    value["bookmarks"][0]["changed"] = time
    with pytest.raises(ExportError, match="is a time like"):
        read_own(json.dumps(value))


def test_no_import_of_half_a_broken_ledger() -> None:
    value = json.loads(export([bookmark("a"), bookmark("b")], format="json"))
    value["bookmarks"][1]["a"]["start"] = -1
    with pytest.raises(ExportError, match="record 2"):
        read_own(json.dumps(value))


@pytest.mark.parametrize(
    "start",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "﹦1", "\u200b=1", "\ufeff+1"],
)
def test_no_cell_of_the_csv_is_a_formula(start: str) -> None:
    kept = replace(bookmark(start), reason=start, tags=(start,))
    [row] = csv.DictReader(io.StringIO(export([kept], format="csv"), newline=""))
    for name in ("note", "reason", "tags"):
        assert row[name].startswith("'")
    assert row["a_quote"] == "26"
    assert (int(row["a_start"]), row["b_outlet"]) == (comparison().a.text.index("26"), "The Paper")


def test_markdown_shows_both_quotes_in_context_and_takes_no_markup() -> None:
    kept = replace(bookmark("# not a head\n<b>*x*</b>"), tags=("toll",))
    text = export([kept], comparison(), "md")
    assert "melder at **26** personer" in text
    assert "say that **18** people" in text
    assert "26 beside 18." in text
    assert "Avisa" in text
    assert "\\# not a head\\\n> \\<b\\>\\*x\\*\\</b\\>" in text
    assert "Tags: toll" in text


def test_markdown_tells_values_and_sources_that_were_read() -> None:
    from corpus import Attribution, Facts, Number, Source, Voice

    pair = comparison()
    side = pair.discrepancies[0].a
    number = Number(side.sentence, side.start, side.end, 26, 26, counted="personer")
    credit = place(pair.a, "Reuters")
    source = Attribution(
        side.sentence, credit.start, credit.end, (Source("Reuters"),), Voice.DIRECT
    )
    pair = replace(pair, facts_a=Facts((number,), (), (source,)))
    text = export([bookmark_of(pair, pair.discrepancies[0])], pair, "md")
    assert "- Value: 26 personer" in text
    assert "- Credited to: Reuters (direct)" in text


def test_web_annotations_have_a_target_an_end_with_both_selectors() -> None:
    value = json.loads(export([bookmark("why"), bookmark(other=None)], format="jsonld"))
    two, one = value["@graph"]
    assert len(two["target"]) == 2
    assert len(one["target"]) == 1
    assert two["id"].startswith("urn:uuid:")
    for target in two["target"]:
        quote, position = target["selector"]
        assert quote["type"] == "TextQuoteSelector"
        assert position["end"] - position["start"] == len(quote["exact"])
        assert target["source"]["id"].startswith("ni:///sha-256;")


def test_every_term_of_the_annotations_is_defined_in_the_document() -> None:
    """Nothing is fetched, so what the context does not define would be lost."""

    def terms(value: object) -> set[str]:
        if isinstance(value, dict):
            kinds = {value["type"]} if "type" in value else set()
            return set(value) | kinds | {t for v in value.values() for t in terms(v)}
        return {t for v in value for t in terms(v)} if isinstance(value, list) else set()

    graph = json.loads(export([bookmark("why")], format="jsonld"))["@graph"]
    assert terms(graph) <= set(CONTEXT)
    words = {graph[0]["motivation"], *(body["purpose"] for body in graph[0]["body"])}
    assert words <= set(CONTEXT)


def test_web_annotations_expand_to_two_targets() -> None:
    jsonld = pytest.importorskip("pyld", reason="pyld is not installed").jsonld
    expanded = jsonld.expand(json.loads(export([bookmark("why")], format="jsonld")))
    oa = "http://www.w3.org/ns/oa#"
    [annotation] = expanded
    assert annotation["@type"] == [f"{oa}Annotation"]
    assert len(annotation[f"{oa}hasTarget"]) == 2
    for target in annotation[f"{oa}hasTarget"]:
        assert {s["@type"][0] for s in target[f"{oa}hasSelector"]} == {
            f"{oa}TextQuoteSelector",
            f"{oa}TextPositionSelector",
        }


def test_tei_holds_the_outlets_as_witnesses_of_every_reading() -> None:
    pair = comparison()
    kept = bookmark("why")
    root = ET.fromstring(export([kept], pair, "tei"))
    tei, xml = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}"
    witnesses = {w.get(f"{xml}id"): w for w in root.iter(f"{tei}witness")}
    assert [w.findtext(f".//{tei}publisher") for w in witnesses.values()] == ["Avisa", "The Paper"]
    [app] = root.iter(f"{tei}app")
    readings = {str(r.get("wit"))[1:]: r.text for r in app.iter(f"{tei}rdg")}
    assert readings == dict(zip(witnesses, ["26", "18"], strict=True))
    ids = {s.get(f"{xml}id") for s in root.iter(f"{tei}s")}
    assert len(ids) == len(pair.a.sentences) + len(pair.b.sentences)
    [link] = root.iter(f"{tei}link")
    assert {target[1:] for target in str(link.get("target")).split()} <= ids


def test_a_pair_of_one_text_with_itself_is_still_good_tei() -> None:
    pair = comparison()
    root = ET.fromstring(export([], replace(pair, b=pair.a), "tei"))
    ids = [s.get("{http://www.w3.org/XML/1998/namespace}id") for s in root.iter()]
    named_ids = [i for i in ids if i]
    assert len(set(named_ids)) == len(named_ids)


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(ExportError, match="md, csv, json"):
        export([], format="docx")
    assert [suffix(name) for name in FORMATS] == [
        *(".md", ".csv", ".json", ".jsonld", ".html", ".xml")
    ]


def test_a_file_is_written_whole_and_not_over_another_unasked(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    write(path, "one")
    with pytest.raises(ExportError, match="already"):
        write(path, "two")
    assert path.read_text() == "one"
    write(path, "two", overwrite=True)
    assert path.read_text() == "two"
    assert [p.name for p in tmp_path.iterdir()] == ["ledger.json"]


def test_a_pipe_is_written_to_and_a_link_leads_to_what_is_replaced(tmp_path: Path) -> None:
    """The device itself must never be replaced by a file, asked or not."""
    for overwrite in (False, True):
        assert write(os.devnull, "gone", overwrite=overwrite) == Path(os.devnull)
        assert not Path(os.devnull).is_file()
    target = write(tmp_path / "target.md", "old")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    with pytest.raises(ExportError, match="already"):
        write(link, "new")
    write(link, "new", overwrite=True)
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "ledger.md", "old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("corpus.text.files.os.fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        write(path, "new", overwrite=True)
    assert [p.name for p in tmp_path.iterdir()] == ["ledger.md"]
    assert path.read_text() == "old"


@pytest.mark.parametrize("where", ["", "missing/ledger.md"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, where: str) -> None:
    with pytest.raises(ExportError) as caught:
        write(tmp_path / where, "x")
    assert "\n" not in str(caught.value)


def test_a_ledger_file_is_read_back(tmp_path: Path) -> None:
    pair = comparison()
    by_hand = hand_link_of(pair, place(pair.a, "26").span, place(pair.b, "18").span)
    kept = bookmark("æøå \ud800")
    path = write(tmp_path / "l.json", export([kept], format="json", links=[by_hand]))
    assert read(path) == ((kept,), (by_hand,))
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ExportError, match="UTF-8"):
        read(path)
    with pytest.raises(ExportError, match=r"gone\.json"):
        read(tmp_path / "gone.json")


RUN = ["=1", "+1", "-1", "@x", "|cmd|", "%0a=1", "−1"]  # signs of formulas, DDE and macros
WIDE = ["＝1", "＋1", "－1", "＠x", "｜cmd｜", "﹦1", "﹢1", "﹣1", "﹫x", "⁼1", "₊1"]
BEFORE = [
    "",
    " ",
    "\t",
    "\r\n",
    "\n",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\x0b",
    "\u3164",
    "\ufe0f",
]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("start", [*RUN, *WIDE])
def test_no_form_of_a_formula_stays_one_in_the_csv(before: str, start: str) -> None:
    kept = replace(bookmark(before + start), tags=(before + start,))
    [row] = csv.DictReader(io.StringIO(export([kept], format="csv"), newline=""))
    assert row["note"].startswith("'")
    assert row["tags"].startswith("'")


def test_a_cell_that_is_none_stays_as_it_is() -> None:
    for note in ("26 personer", "«Nei», sa han", "(1 av 2)", "'sitat'"):
        [row] = csv.DictReader(io.StringIO(export([bookmark(note)], format="csv"), newline=""))
        assert row["note"] == note


@pytest.mark.parametrize("form", ["csv", "tei", "jsonld", "json", "md", "html"])
def test_no_export_holds_separators_that_end_a_line_in_some_programs(form: str) -> None:
    kept = replace(bookmark("a\u2028b\u2029c"), reason="d\u2028e", tags=("f\u2029g",))
    assert not {"\u2028", "\u2029"} & {*export([kept], comparison(), form)}


def test_what_a_ledger_is_made_from_is_never_written_over(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text("Text.")
    (tmp_path / "link.md").symlink_to(article)
    (tmp_path / "hard.md").hardlink_to(article)
    for name in ("article.md", "link.md", "hard.md", "../" + tmp_path.name + "/article.md"):
        with pytest.raises(ExportError, match="made from"):
            write(tmp_path / name, "ledger", overwrite=True, protected=[article])
    assert article.read_text() == "Text."


@pytest.mark.parametrize("sign", ["\x1b", "\n", "\t", "\x07", "\x9b", "\u202e", "\u200b", "\x7f"])
def test_no_file_is_written_under_a_name_with_signs_that_act(tmp_path: Path, sign: str) -> None:
    with pytest.raises(ExportError, match="another file"):
        write(tmp_path / f"a{sign}b.md", "ledger", overwrite=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_ledger(name: str) -> None:
    with pytest.raises(ExportError):
        read(name)


def test_a_pipe_without_a_writer_is_no_ledger(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(ExportError):
        read(tmp_path / "pipe.json")
