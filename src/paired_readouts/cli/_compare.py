"""`paired-readouts compare`: an article, or several releases, to a report."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import attrs

import paired_readouts as pr
from paired_readouts.cli._files import (
    BadInputError,
    Found,
    add_input,
    add_lexicon,
    add_output,
    named,
    read_all,
    read_lexicon,
    write_output,
)

__all__ = ["add_command"]

#: What writes a report, by the name of its format; JSON has the comparison itself instead.
WRITERS: Mapping[str, str] = {
    "text": "render_text",
    "markdown": "render_markdown",
    "html": "render_html",
    "tei": "render_tei",
    "csv": "render_csv",
    "annotations": "render_annotations",
}


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `compare` to the commands."""
    parser = commands.add_parser(
        "compare",
        help="compare the accounts in an article or in several releases",
        description="Compare the accounts of one conversation, and report how they differ.",
        allow_abbrev=False,
    )
    add_input(parser)
    parser.add_argument(
        "--party",
        action="append",
        default=[],
        type=_party,
        metavar="CODE",
        help="whose account it is, where a file does not say; once for each, in their order",
    )
    parser.add_argument(
        "--format",
        choices=["json", *WRITERS],
        help="of the report; text by default, html with --open",
    )
    add_output(parser)
    add_lexicon(parser)
    parser.add_argument("--open", action="store_true", help="show the HTML report in a browser")
    parser.set_defaults(run=lambda options: _run(parser, options))


def _party(code: str) -> str:
    try:
        return pr.Version(text="-", party=code).party
    except pr.ModelError as error:
        raise argparse.ArgumentTypeError(f"{error.what} ({error.hint})") from None


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    kind = options.format or ("html" if options.open else "text")
    if options.open and kind != "html":
        parser.error("--open shows HTML; leave --format away, or make it html")
    lexicon = read_lexicon(options.lexicon)
    found = _name_parties(parser, read_all(options.files, lexicon), options.party)
    _check_accounts(found)
    with named(", ".join(dict.fromkeys(row.file for row in found))):
        compared = _compare([row.version for row in found], lexicon)
    if kind == "text" and options.output is None and sys.stdout.isatty():
        _print(pr.build_report(compared, lexicon=lexicon))
        return
    text = _write(compared, kind, lexicon)
    if not options.open:
        write_output(text, options.output)
        return
    path = options.output or str(Path(tempfile.mkdtemp(prefix="paired-readouts-")) / "report.html")
    write_output(text, path)
    _show(path)


def _compare(
    versions: Sequence[pr.Version], lexicon: pr.Lexicon | None
) -> pr.Comparison | pr.ConversationComparison:
    if len(versions) == 2:
        return pr.compare_versions(versions[0], versions[1], lexicon=lexicon)
    return pr.compare_conversation(pr.Conversation(versions=tuple(versions)), lexicon=lexicon)


def _write(
    compared: pr.Comparison | pr.ConversationComparison, kind: str, lexicon: pr.Lexicon | None
) -> str:
    if kind == "json":
        return pr.to_json(compared, indent=1) + "\n"
    render: Callable[[pr.Report], str] = getattr(pr, WRITERS[kind])
    return render(pr.build_report(compared, lexicon=lexicon))


def _print(report: pr.Report) -> None:
    """Shows the report in the terminal: in boxes where `rich` is installed, else as it is wide."""
    try:
        pr.print_report(report)
    except pr.MissingExtraError:
        write_output(pr.render_text(report, width=shutil.get_terminal_size().columns), None)


def _show(path: str) -> None:
    import webbrowser

    webbrowser.open(Path(path).resolve().as_uri())


def _name_parties(
    parser: argparse.ArgumentParser, found: Sequence[Found], parties: Sequence[str]
) -> list[Found]:
    """The versions with parties from the command line: for all of them, or for those without."""
    nameless = [place for place, row in enumerate(found) if not row.version.party]
    if not parties:
        return list(found)
    if len(parties) == len(found):
        places = list(range(len(found)))
    elif len(parties) == len(nameless):
        places = nameless
    else:
        parser.error(
            f"--party is given {len(parties)} times for {len(found)} accounts, "
            f"{len(nameless)} of them without a party; give it once for each"
        )
    named_rows = list(found)
    for place, party in zip(places, parties, strict=True):
        row = found[place]
        if row.version.party not in {"", party}:
            raise BadInputError(
                f"{row.file}: is an account of {row.version.party}, --party says {party} "
                "(leave --party away, or give it in the order of the files)"
            )
        named_rows[place] = attrs.evolve(row, version=attrs.evolve(row.version, party=party))
    return named_rows


def _check_accounts(found: Sequence[Found]) -> None:
    """Refuse what cannot be two accounts of one conversation."""
    if len(found) == 1:
        raise BadInputError(
            f"{found[0].file}: holds one account only "
            "(give a second release, or an article that quotes two)"
        )
    seen: dict[str, Found] = {}
    for row in found:
        twin = seen.setdefault(" ".join(row.version.text.split()), row)
        if twin is not row:
            other = "twice" if twin.file == row.file else f"as in {twin.file}"
            raise BadInputError(f"{row.file}: the same text {other} (give two different accounts)")
    parties = {row.version.party for row in found}
    if len(parties) == 1 and parties != {""}:
        raise BadInputError(
            f"{found[-1].file}: a second account of {parties.pop()} "
            "(give accounts of different parties; --party says whose they are)"
        )
