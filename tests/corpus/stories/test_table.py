"""The table of facts: a row a fact, in whatever order the accounts are; no row of two events."""

from __future__ import annotations

from itertools import permutations

import pytest

from corpus.errors import LibraryError
from corpus.model import Article, DiscrepancyKind, Verdict
from corpus.reading.articles import parse_article
from corpus.stories.contract_table import table_json
from corpus.stories.rows import Row
from corpus.stories.table import Table, fact_table

FIRE = (
    "A fire destroyed a warehouse in Malmö on Monday. {killed} people were killed and {hurt} were "
    "injured, according to {source}. The mayor of Malmö visited the harbour in the evening."
)


def account(killed: str, hurt: str, source: str, date: str) -> Article:
    text = FIRE.format(killed=killed, hurt=hurt, source=source)
    return parse_article(text, language="en", title=f"Fire in Malmö, {source}", date=date)


ACCOUNTS = (
    account("Four", "31", "the police", "2024-03-04"),
    account("Four", "at least 40", "the hospital", "2024-03-05"),
    account("Six", "40", "the fire brigade", "2024-03-06"),
)


def values(table: Table) -> list[dict[str, str]]:
    """What each account tells of each number, by the accounts' titles."""
    return [
        {
            table.articles[cell.account].title: cell.span.of(table.articles[cell.account].text)
            for cell in row.cells
        }
        for row in table.rows
        if row.kind is DiscrepancyKind.NUMBER
    ]


def killed_row(table: Table) -> Row:
    [row] = [
        row
        for row in table.rows
        if row.kind is DiscrepancyKind.NUMBER
        and "Six" in {c.span.of(table.articles[c.account].text) for c in row.cells}
    ]
    return row


def test_a_fact_is_a_row_over_all_accounts() -> None:
    table = fact_table(ACCOUNTS)
    row = killed_row(table)
    told = [cell.span.of(table.articles[cell.account].text) for cell in row.cells]
    assert told == ["Four", "Four", "Six"]
    assert row.verdict is Verdict.DIFFER


def test_the_newest_value_is_marked_where_all_days_are_known() -> None:
    assert killed_row(fact_table(ACCOUNTS)).newest == 2
    undated = (*ACCOUNTS[:2], account("Six", "40", "the fire brigade", "2024-03"))
    assert killed_row(fact_table(undated)).newest is None


def test_killed_and_injured_are_two_rows() -> None:
    for row in values(fact_table(ACCOUNTS)):
        assert not {"Four", "Six"} & set(row.values()) or not {"31", "40"} & set(row.values())


def test_the_order_of_the_accounts_changes_nothing() -> None:
    tables = [values(fact_table(order)) for order in permutations(ACCOUNTS)]
    expected = sorted(sorted(row.items()) for row in tables[0])
    for table in tables[1:]:
        assert sorted(sorted(row.items()) for row in table) == expected


def test_without_an_account_only_its_column_goes() -> None:
    title = ACCOUNTS[1].title
    whole = [{k: v for k, v in row.items() if k != title} for row in values(fact_table(ACCOUNTS))]
    less = values(fact_table((ACCOUNTS[0], ACCOUNTS[2])))
    assert [row for row in whole if len(row) > 1 and row not in less] == []


@pytest.mark.parametrize("count", [0, 1, 13])
def test_a_table_holds_two_to_twelve_accounts(count: int) -> None:
    with pytest.raises(LibraryError, match=f"{count} accounts"):
        fact_table(ACCOUNTS[:1] * count)


def test_the_json_points_into_the_accounts() -> None:
    told = table_json(fact_table(ACCOUNTS))
    assert told["version"] == 1
    for fact in told["facts"]:
        assert len(fact["cells"]) > 1
        for cell in fact["cells"]:
            text = ACCOUNTS[cell["account"]].text
            assert text[cell["start"] : cell["end"]] == cell["text"]
