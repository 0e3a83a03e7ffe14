"""The commands of `abreast` and their options, for all that is not plainly two places to read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tui.cli import streams


class CommandError(Exception):
    """What was written is no command; the message says what is."""


class _Group(click.Group):
    """Opens the reader when the first word is not the name of a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*self.commands, "--help", "-h", "--version"}
        if not args or args[0] not in known:
            args = ["read", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Do what was asked; that `| head` has read enough is no failure."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            streams.let_go()
            return 0
        return done


CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.group(cls=_Group, context_settings=CONTEXT)
@click.version_option(package_name="abreast")
def cli() -> None:
    """Read two accounts of the same event side by side.

    \b
    abreast             the shipped articles
    abreast A B         two files or addresses
    abreast FOLDER      the articles of a folder, a mailbox, a feed or a list
    """


@cli.command()
@click.argument("places", nargs=-1)
@click.option("--again", is_flag=True, help="Fetch addresses anew, beside what was kept.")
@click.option("--keymap", type=click.Path(path_type=Path), help="A keymap file of your own.")
@click.option("--notebook", type=click.Path(path_type=Path), help="Where bookmarks are kept.")
def read(places: tuple[str, ...], again: bool, keymap: Path | None, notebook: Path | None) -> None:
    """Open the reader (what `abreast` alone does)."""
    from tui.cli.opening import open_reader

    sys.exit(open_reader(places, again=again, keymap=keymap, notebook=notebook))


@cli.command()
@click.argument("file", required=False)
@click.option(
    "--language", metavar="CODE", help="nb, nn, da, sv, en; told from the text if absent."
)
@click.option("--format", "form", type=click.Choice(["summary", "json"]), default="summary")
@click.option(
    "--batch", metavar="FILE", help="JSON lines instead of one text; - is standard input."
)
def inspect(file: str | None, language: str | None, form: str, batch: str | None) -> None:
    """Show the sentences, numbers, dates and attributions of FILE (- is standard input)."""
    from tui.cli import reports

    if batch is not None and language is not None:
        raise click.UsageError("Write the language into each line of a batch, not --language.")
    if _one_of(batch, file is not None, "abreast inspect FILE, or abreast inspect --batch FILE"):
        reports.run_batch("inspect", str(batch))
    else:
        reports.inspect(str(file), language, form)


SEMANTIC = click.option(
    "--semantic", is_flag=True, help="Ask the meaning model too (needs 'abreast[semantic]')."
)


@cli.command()
@click.argument("files", nargs=-1, metavar="A B [C ...]")
@click.option("--format", "form", type=click.Choice(["summary", "json"]), default="summary")
@click.option(
    "--batch", metavar="FILE", help="JSON lines instead of two files; - is standard input."
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only number, date, ...")
@click.option("--sure", is_flag=True, help="Only what rests on sure links.")
@click.option("--weak", is_flag=True, help="Also what rests on weak links.")
@click.option("--one-sided", is_flag=True, help="Also what one side tells without a source.")
@click.option("--sort", type=click.Choice(["severity", "place"]), default="severity")
@click.option("--exit-code", is_flag=True, help="End with 1 if something shown differs.")
@click.option(
    "--candidates",
    type=click.IntRange(0, 1000),
    default=0,
    metavar="K",
    help="Add the K best partners of each sentence to the JSON, linked or not.",
)
@SEMANTIC
def compare(
    files: tuple[str, ...],
    form: str,
    batch: str | None,
    kinds: tuple[str, ...],
    exit_code: bool,
    candidates: int,
    semantic: bool,
    **how: Any,
) -> None:
    """Show what A and B both report, and where they differ; of more accounts, a table of facts."""
    from tui.cli import reports
    from tui.cli.selection import Selection

    if _one_of(batch, len(files) > 1, "abreast compare A B, or abreast compare --batch FILE"):
        reports.run_batch("compare", str(batch), semantic=semantic, candidates=candidates)
    elif len(files) > 2:
        if semantic:
            raise click.UsageError("--semantic is about two accounts; leave it out for more.")
        reports.compare_many(files, form)
    else:
        selection = Selection(frozenset(_known(kinds)), **how)
        differs = reports.compare(
            files[0], files[1], form, selection, semantic=semantic, candidates=candidates
        )
        if differs and exit_code:
            sys.exit(1)


def _known(kinds: Sequence[str]) -> Sequence[str]:
    """Return the kinds if all of them are; UsageError with those that are."""
    from corpus.model import DiscrepancyKind

    known = [kind.value for kind in DiscrepancyKind]
    for kind in kinds:
        if kind not in known:
            raise click.UsageError(f"'{kind}' is not a kind; known are {', '.join(known)}.")
    return kinds


@cli.command()
@click.argument("places", nargs=-1, required=True, metavar="PLACE...")
@click.option("-o", "--output", default=".", metavar="FOLDER", help="Where to keep them.")
@click.option("--again", is_flag=True, help="Take a newer version beside the one that is there.")
def take(places: tuple[str, ...], output: str, again: bool) -> None:
    """Keep articles as text files: pages, addresses, PDFs, mails, feeds, lists, web archives."""
    from tui.cli.taking import take_places

    if failed := take_places(places, Path(output), again=again):
        sys.exit(2 if failed == len(places) else 1)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["summary", "json"]), default="summary")
def stories(folder: Path, form: str) -> None:
    """Show which articles of FOLDER tell one event."""
    from tui.cli.stories import print_stories

    print_stories(folder, form)


NOTEBOOK = click.option(
    "--notebook", type=click.Path(path_type=Path), help="Where bookmarks are kept."
)


@cli.command()
@click.option(
    "--format",
    "form",
    default="md",
    show_default=True,
    help="md csv json jsonld html tei; yaml is the hand-made links alone",
)
@click.option("--pair", nargs=2, type=click.Path(path_type=Path), metavar="A B")
@click.option("--folder", type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="All bookmarks (the default).")
@click.option("-o", "--output", default="-", metavar="FILE", help="- is standard output.")
@click.option("--overwrite", is_flag=True, help="Replace FILE if it is there.")
@SEMANTIC
@NOTEBOOK
def export(
    form: str,
    pair: tuple[Path, Path] | None,
    folder: Path | None,
    everything: bool,
    output: str,
    overwrite: bool,
    semantic: bool,
    notebook: Path | None,
) -> None:
    """Write the ledger: all bookmarks, those of a pair, or those of a folder."""
    from tui.cli.exporting import Scope, export_ledger

    if (pair is not None) + (folder is not None) + everything > 1:
        raise click.UsageError("Choose one of --pair A B, --folder FOLDER and --all.")
    if semantic and pair is None:
        raise click.UsageError("--semantic is about a pair; name it with --pair A B.")
    scope = Scope(pair, folder, semantic=semantic)
    export_ledger(scope, form, output, overwrite=overwrite, notebook=notebook)


@cli.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@NOTEBOOK
def import_(file: Path, notebook: Path | None) -> None:
    """Take in a ledger that `abreast export --format json` wrote, or links of `--format yaml`."""
    from tui.cli.exporting import import_ledger

    import_ledger(file, notebook=notebook)


@cli.command()
@click.option("--check", type=click.Path(path_type=Path), help="Tell what is wrong with a keymap.")
@click.option("--preset", metavar="NAME", help="default, vim, emacs, arrows, or one of your own.")
@click.option("--keymap", type=click.Path(path_type=Path), help="A keymap file of your own.")
def keys(check: Path | None, preset: str | None, keymap: Path | None) -> None:
    """Show the keys in force, or tell what is wrong with a keymap file."""
    from tui.keys import listing as keylist

    code = keylist.print_check(check) if check else keylist.print_keys(keymap, preset)
    if code:
        sys.exit(code)


def _one_of(batch: str | None, given: bool, usage: str) -> bool:
    if (batch is not None) == given:
        raise click.UsageError(f"Write {usage}.")
    return batch is not None


def run(args: Sequence[str] | None) -> Any:
    """Run a command and give its exit code; CorpusError and OSError are left to the caller.

    A usage that cannot be understood is a CommandError.
    """
    try:
        return cli.main(args=args, prog_name="abreast", standalone_mode=False)
    except click.ClickException as error:
        raise CommandError(" ".join(error.format_message().split())) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error
