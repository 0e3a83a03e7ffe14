"""The stories of a folder as JSON, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from corpus.model import Article
from corpus.stories.grouping import Story

VERSION = 1
"""Of the form below; fields may be added without a new one."""


def stories_json(stories: Sequence[Story], articles: Sequence[Article]) -> dict[str, Any]:
    """Return the stories, each with its headline, its days and its articles."""
    return {"version": VERSION, "stories": [_story(story, articles) for story in stories]}


def headline(story: Story, articles: Sequence[Article]) -> str:
    """Return the title of the article that is most like all others of the story."""
    return articles[story.articles[0]].title


def days(story: Story, articles: Sequence[Article]) -> tuple[str, str] | None:
    """Return the first and the last date of a story's articles, None where none has one."""
    dates = sorted(date for index in story.articles if (date := articles[index].date))
    return (dates[0], dates[-1]) if dates else None


def outlets(story: Story, articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the outlets of a story's articles, each once, by name."""
    named = {outlet for index in story.articles if (outlet := articles[index].outlet)}
    return tuple(sorted(named))


def _story(story: Story, articles: Sequence[Article]) -> dict[str, Any]:
    return {
        "headline": headline(story, articles),
        "days": list(days(story, articles) or ()),
        "outlets": list(outlets(story, articles)),
        "articles": [
            {
                "path": articles[index].path,
                "title": articles[index].title,
                "outlet": articles[index].outlet,
                "date": articles[index].date,
                "language": articles[index].language,
            }
            for index in story.articles
        ],
    }
