"""The help of the commands without the value that Typer shows behind `--help`, which nobody can give."""

from typing import Any

import typer
from typer.main import get_command


def for_help(app: typer.Typer) -> Any:  # noqa: ANN401 - Typer names no public type for what it builds
    """Build the command line of an app; `--help` stands alone in it."""
    command = get_command(app)
    _bare(command)
    return command


def _bare(command: Any) -> None:  # noqa: ANN401
    shown = command.get_help_option(typer.Context(command))
    if shown is not None:
        shown.metavar = ""
    for one in getattr(command, "commands", {}).values():
        _bare(one)
