"""Entry of the command line: answers the quick questions itself and hands the rest to the commands."""

import io
import sys
from collections.abc import Sequence

from textfactor import __version__
from textfactor.cli.faces import Faces, WindowOptions


def run(argv: Sequence[str], faces: Faces) -> int:
    """Run one command line and return its exit code.

    The window and the version take the short way: they load no command and no parser.
    """
    _never_fail_on_characters()
    if list(argv) == ["--version"]:
        sys.stdout.write(f"textfactor {__version__}\n")
        return 0
    if list(argv) in ([], ["--practice"]):
        from textfactor.cli.window import open_window

        return open_window(faces, WindowOptions(practice=bool(argv)))
    if list(argv) == ["--self-check"]:
        from textfactor.cli.window import self_check

        return self_check(faces)
    return _parse(argv, faces)


def _never_fail_on_characters() -> None:
    """Let a terminal with a small alphabet show a question mark where it would raise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parse(argv: Sequence[str], faces: Faces) -> int:
    """Let Typer read the line; it ends with SystemExit, whose code is ours."""
    from textfactor.cli.commands import make_app
    from textfactor.cli.plain_help import for_help

    try:
        app = make_app(faces)
        line = for_help(app) if "--help" in argv else app
        line(args=list(argv), prog_name="textfactor", obj="--json" in argv)
    except SystemExit as end:
        if isinstance(end.code, int):
            return end.code
        return 0 if end.code is None else 1
    return 0
