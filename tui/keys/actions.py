"""One table of everything a key can do: the keymap, help, footer, palette and README come from it.

Plain data. The last part of an id names the method that does it: `reader.next_difference` is
`action_next_difference` of the reader's screen.
"""

from __future__ import annotations

from dataclasses import dataclass

SCOPES = ("app", "reader", "picker", "ledger", "note", "help")
"""Where keys hold. Those of `app` hold on every screen, beside the keys of the screen itself."""

FINDINGS = "Differences and links"
READING = "Sentences and scrolling"
ARTICLES = "Panes and articles"
LENSES = "What is shown"
SEARCH = "Search and places"
KEEPING = "Bookmarks"
LINKING = "Links by hand"
LEDGER_LIST = "The list"
LEDGER_SHOWN = "What is listed"
LEDGER_CHANGE = "Judging and writing"
PICKING = "Choosing from a list"
NOTING = "Writing a note"
HELPING = "Help"
GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader can do.

    `name` is short, for the footer and the palette; `description` is one sentence. `footer` orders
    the footer, 1 first; 0 keeps the action out of it.
    """

    id: str
    name: str
    description: str
    group: str
    footer: int = 0

    @property
    def scope(self) -> str:
        """Which of SCOPES the action belongs to."""
        return self.id.partition(".")[0]

    @property
    def method(self) -> str:
        """The last part of the id: the name by which the screen knows the action."""
        return self.id.rpartition(".")[2]


_A = Action

READER = (
    _A("reader.next_difference", "next difference", "Go to the next difference.", FINDINGS, 1),
    _A("reader.previous_difference", "previous difference", "Go back a difference.", FINDINGS, 2),
    _A("reader.differences", "list",
       "List the differences, the graver first, and go to one.", FINDINGS, 3),
    _A("reader.next_unseen", "next not seen",
       "Go to the next difference that you have not seen yet.", FINDINGS),
    _A("reader.next_link", "next pair", "Go to the next linked pair.", FINDINGS, 3),
    _A("reader.previous_link", "previous pair", "Go back a linked pair.", FINDINGS),
    _A("reader.next_only_here", "next only here",
       "Go to the next sentence that only this article reports.", FINDINGS, 9),
    _A("reader.previous_only_here", "previous only here",
       "Go back to a sentence that only this article reports.", FINDINGS),
    _A("reader.next_partner", "other partner",
       "Show the next partner of a sentence that has several.", FINDINGS),
    _A("reader.previous_partner", "previous partner",
       "Show the previous partner of a sentence that has several.", FINDINGS),
    _A("reader.explain", "explain",
       "Unfold what linked the pair and what speaks against it.", FINDINGS, 5),
    _A("reader.detail_down", "detail down", "Scroll the detail down a line.", FINDINGS),
    _A("reader.detail_up", "detail up", "Scroll the detail up a line.", FINDINGS),
    _A("reader.meaning_model", "meaning model",
       "Ask the meaning model, who goes by meaning, or leave it out.", FINDINGS),
    _A("reader.next_sentence", "next sentence", "Go to the next sentence.", READING),
    _A("reader.previous_sentence", "previous sentence", "Go to the sentence before.", READING),
    _A("reader.go_to_start", "first sentence",
       "Go to the first sentence, or with a count to that sentence.", READING),
    _A("reader.go_to_end", "last sentence", "Go to the last sentence.", READING),
    _A("reader.go_to_sentence", "go to sentence", "Ask for a number and go there.", READING),
    _A("reader.scroll_down", "line down", "Scroll down a line.", READING),
    _A("reader.scroll_up", "line up", "Scroll up a line.", READING),
    _A("reader.half_page_down", "half page down", "Scroll down half a page.", READING),
    _A("reader.half_page_up", "half page up", "Scroll up half a page.", READING),
    _A("reader.page_down", "page down", "Scroll down a page.", READING),
    _A("reader.page_up", "page up", "Scroll up a page.", READING),
    _A("reader.switch_pane", "other pane", "Go to the other pane.", ARTICLES, 4),
    _A("reader.toggle_linked", "linked scrolling",
       "Let the panes scroll together, or each on its own.", ARTICLES),
    _A("reader.align_here", "align here",
       "Bring the partner to the line of the selected sentence.", ARTICLES),
    _A("reader.choose_article", "choose article",
       "Choose the article of this side from a list.", ARTICLES, 8),
    _A("reader.choose_left", "left article", "Choose the article on the left.", ARTICLES),
    _A("reader.choose_right", "right article", "Choose the article on the right.", ARTICLES),
    _A("reader.next_article", "next article",
       "Show the next open article on this side.", ARTICLES),
    _A("reader.swap_sides", "swap sides", "Let the articles change sides.", ARTICLES),
    _A("reader.next_pair", "next two articles", "Show the next two open articles.", ARTICLES),
    _A("reader.previous_pair", "previous two articles",
       "Show the previous two open articles.", ARTICLES),
    _A("reader.lens_all", "all kinds", "Show every kind of difference.", LENSES),
    _A("reader.lens_numbers", "numbers", "Show numbers only.", LENSES),
    _A("reader.lens_dates", "dates", "Show dates only.", LENSES),
    _A("reader.lens_attributions", "attributions", "Show attributions only.", LENSES),
    _A("reader.lens_terms", "words that judge",
       "Show only the words for people and acts.", LENSES),
    _A("reader.lens_claims", "claims", "Show only claims that exclude each other.", LENSES),
    _A("reader.lens_depth", "verdicts",
       "Walk only what differs, also what is compatible, or also what agrees.", LENSES),
    _A("reader.toggle_agreements", "agreements",
       "Mark only what differs, or also what is compatible and agrees.", LENSES),
    _A("reader.lens_only_here", "mark only here",
       "Mark the sentences that only one article reports.", LENSES),
    _A("reader.toggle_weak", "weak links",
       "Show also the weak links and their differences, or leave them out.", LENSES),
    _A("reader.toggle_one_sided", "one-sided",
       "Show also what only one account credits to a source, or fold it into one line.", LENSES),
    _A("reader.toggle_dismissed", "dismissed",
       "Show also the differences you dismissed, or hide them.", LENSES),
    _A("reader.search", "search", "Search words in both articles.", SEARCH, 7),
    _A("reader.search_here", "search here", "Search words in this article alone.", SEARCH),
    _A("reader.search_next", "next place", "Go to the next place found.", SEARCH),
    _A("reader.search_previous", "previous place", "Go back to a place found.", SEARCH),
    _A("reader.set_mark", "mark", "Mark the selected sentence with a letter.", SEARCH),
    _A("reader.go_to_mark", "go to mark", "Go to the sentence with a letter's mark.", SEARCH),
    _A("reader.clear", "clear",
       "Put away what is open: the question, the search, the explanation.", SEARCH),
    _A("reader.bookmark", "bookmark", "Bookmark what is selected, with a note.", KEEPING, 6),
    _A("reader.bookmark_passage", "bookmark passage",
       "Bookmark the selected sentences, without what differs in them.", KEEPING),
    _A("reader.bookmark_here", "bookmark this side",
       "Bookmark the selected sentence of this article alone.", KEEPING),
    _A("reader.note", "note", "Write a note of several lines about what is selected.", KEEPING),
    _A("reader.dismiss_difference", "dismiss",
       "Dismiss the difference, or bring a dismissed one back.", KEEPING),
    _A("reader.confirm", "confirm", "Confirm what is selected.", KEEPING),
    _A("reader.undo", "undo", "Take back the last change of the notebook.", KEEPING),
    _A("reader.redo", "redo", "Do again what was taken back.", KEEPING),
    _A("reader.link_by_hand", "link by hand",
       "Hold this sentence; at its partner in the other article, link the two.", LINKING),
    _A("reader.unlink", "take apart", "Say that the two sentences do not belong together.",
       LINKING),
    _A("reader.split", "split",
       "Choose a part of the sentence that has a partner of its own.", LINKING),
    _A("reader.next_bookmark", "next bookmark",
       "Go to the next bookmark of these articles.", KEEPING),
    _A("reader.previous_bookmark", "previous bookmark",
       "Go back to a bookmark of these articles.", KEEPING),
    _A("reader.ledger", "ledger", "List all bookmarks: the ledger.", KEEPING, 10),
    _A("reader.export", "export", "Write the bookmarks of these articles to a file.", KEEPING),
    _A("reader.import_ledger", "import", "Take in a ledger or links from a file.", KEEPING),
    _A("reader.toggle_dark", "dark or light",
       "Change between the dark and the light theme.", GENERAL),
)  # fmt: skip

PICKER = (
    _A("picker.choose", "choose", "Take the article at the cursor.", PICKING, 1),
    _A("picker.close", "back", "Go back; nothing changes.", PICKING, 2),
    _A("picker.next", "down", "Go down in the list.", PICKING, 3),
    _A("picker.previous", "up", "Go up in the list.", PICKING, 4),
    _A("picker.page_down", "page down", "Go down a page of the list.", PICKING),
    _A("picker.page_up", "page up", "Go up a page of the list.", PICKING),
)  # fmt: skip

LEDGER = (
    _A("ledger.open", "go there", "Go to both passages.", LEDGER_LIST, 1),
    _A("ledger.close", "back", "Go back to the articles.", LEDGER_LIST, 2),
    _A("ledger.next", "down", "Go to the next bookmark.", LEDGER_LIST),
    _A("ledger.previous", "up", "Go to the bookmark before.", LEDGER_LIST),
    _A("ledger.page_down", "page down", "Go down a page.", LEDGER_LIST),
    _A("ledger.page_up", "page up", "Go up a page.", LEDGER_LIST),
    _A("ledger.first", "first", "Go to the first bookmark, or with a count to that one.",
       LEDGER_LIST),
    _A("ledger.last", "last", "Go to the last bookmark.", LEDGER_LIST),
    _A("ledger.judge", "judge", "Give the next judgement.", LEDGER_CHANGE, 3),
    _A("ledger.judge_confirmed", "confirm", "Judge: confirmed.", LEDGER_CHANGE),
    _A("ledger.judge_explained", "explained", "Judge: the difference is explained.",
       LEDGER_CHANGE),
    _A("ledger.judge_dismissed", "dismiss", "Judge: dismissed.", LEDGER_CHANGE, 8),
    _A("ledger.judge_open", "leave open", "Judge: still open.", LEDGER_CHANGE),
    _A("ledger.note", "note", "Write the note here.", LEDGER_CHANGE, 4),
    _A("ledger.note_outside", "note in editor", "Write the note in your own editor.",
       LEDGER_CHANGE),
    _A("ledger.tags", "tags", "Write the tags.", LEDGER_CHANGE, 5),
    _A("ledger.delete", "take away", "Take the bookmark away.", LEDGER_CHANGE, 12),
    _A("ledger.undo", "undo", "Take back the last change.", LEDGER_CHANGE, 9),
    _A("ledger.redo", "redo", "Do again what was taken back.", LEDGER_CHANGE),
    _A("ledger.whose", "whose",
       "List those of these two articles, of the folder, or all.", LEDGER_SHOWN, 6),
    _A("ledger.sort", "order",
       "Order by place, time, last change, kind or judgement.", LEDGER_SHOWN, 10),
    _A("ledger.filter_text", "filter", "List what holds the words you type.", LEDGER_SHOWN, 7),
    _A("ledger.filter_kind", "kind", "List one kind, or all.", LEDGER_SHOWN),
    _A("ledger.filter_judgement", "judgement", "List one judgement, or all.", LEDGER_SHOWN),
    _A("ledger.filter_tag", "tag", "List what bears a tag.", LEDGER_SHOWN),
    _A("ledger.toggle_dismissed", "dismissed", "List also what was dismissed, or hide it.",
       LEDGER_SHOWN),
    _A("ledger.toggle_lost", "lost", "List only what is no longer found in its article.",
       LEDGER_SHOWN),
    _A("ledger.show_all", "no filter", "List all of these articles again.", LEDGER_SHOWN),
    _A("ledger.export", "export", "Write what is listed to a file.", LEDGER_CHANGE, 11),
    _A("ledger.import_ledger", "import", "Take in a ledger or links from a file.",
       LEDGER_CHANGE),
)  # fmt: skip

NOTE = (
    _A("note.save", "keep", "Keep the note.", NOTING, 1),
    _A("note.cancel", "leave as it was", "Leave the note as it was.", NOTING, 2),
    _A("note.open_editor", "your editor", "Go on in your own editor.", NOTING, 3),
)  # fmt: skip

HELP = (
    _A("help.close", "close", "Go back.", HELPING, 1),
    _A("help.down", "down", "Scroll down a line.", HELPING, 2),
    _A("help.up", "up", "Scroll up a line.", HELPING, 3),
    _A("help.page_down", "page down", "Scroll down a page.", HELPING),
    _A("help.page_up", "page up", "Scroll up a page.", HELPING),
)  # fmt: skip

APP = (
    _A("app.palette", "commands", "Find an action by name and do it.", GENERAL, 12),
    _A("app.change_theme", "theme", "Choose another theme.", GENERAL),
    _A("app.change_keys", "keys", "Choose another preset of keys.", GENERAL),
    _A("app.help", "help", "Show the keys that hold here.", GENERAL, 13),
    _A("app.quit", "quit", "Leave this screen, or Abreast.", GENERAL, 14),
)  # fmt: skip

ACTIONS: tuple[Action, ...] = (*READER, *PICKER, *LEDGER, *NOTE, *HELP, *APP)
"""Every action, in the order in which help shows them."""

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}


def together(a: str, b: str) -> bool:
    """Return whether keys of the scopes `a` and `b` hold at the same time."""
    return a == b or "app" in (a, b)
