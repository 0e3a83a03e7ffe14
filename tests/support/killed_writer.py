"""A child for the kill test: writes bookmarks as fast as it can and says which ones are kept.

Each line it prints is the id of a bookmark whose change the notebook has acknowledged.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from corpus.ledger.notebook import Notebook
from corpus.ledger.records import Bookmark, new_id, now


def main(path: str) -> None:
    with Notebook.open(Path(path)) as notebook:
        print("open", flush=True)
        while True:
            moment = now()
            made = notebook.add(Bookmark(new_id(), moment, moment, note="n" * 500))
            print("added", made.id, flush=True)
            notebook.update(replace(made, judgement="confirmed"))
            print("confirmed", made.id, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
