"""The bare command, which opens the window, and the command `tour`: the two faces that speak other languages."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from textfactor import __version__
from textfactor.cli.exits import Exit
from textfactor.cli.faces import Faces, TourOptions, WindowOptions
from textfactor.cli.options import Json, examples, flag
from textfactor.cli.output import Output
from textfactor.cli.window import open_window, run_tour, self_check, spoken
from textfactor.domain.answers import TenantPath


class Theme(StrEnum):
    """How the window is coloured; system follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class PictureTheme(StrEnum):
    """How the tour's pictures are coloured."""

    LIGHT = "light"
    DARK = "dark"


Path_ = Annotated[TenantPath, typer.Option("--path", help="The phone path of the practice tenant.")]
_ENGLISH = (
    "Commands answer in English, so that what they print can be searched for, pasted and read by scripts."
)
_OF_THE_WINDOW = ("practice", "path", "theme", "check")
"""Options that mean nothing before a command."""


def add_window(app: typer.Typer, faces: Faces) -> None:
    """Add what happens without a command."""

    @app.callback(
        invoke_without_command=True,
        epilog=examples("textfactor", "textfactor --practice --lang de", "textfactor send --help"),
    )
    def window(
        context: typer.Context,
        practice: Annotated[
            bool, flag("--practice", "Open it in the practice world: no account, no cost.")
        ] = False,
        path: Path_ = TenantPath.UNIFIED,
        theme: Annotated[
            Theme | None, typer.Option("--theme", help="Colours; without it, those of the settings.")
        ] = None,
        lang: Annotated[
            str,
            typer.Option(
                "--lang",
                metavar="XX",
                help="Language of the window and of the tour: en or de; without it, that of the system.",
            ),
        ] = "",
        version: Annotated[bool, flag("--version", "Write the version.")] = False,
        check: Annotated[
            bool, flag("--self-check", "Open the window, wait for its first paint, close it.")
        ] = False,
    ) -> None:
        """Make Vonage the SMS sender of Auth0 multi-factor authentication, and see that it works.

        Without a command the window opens, at the first start with the wizard. The options here are for it.
        """
        if version:
            typer.echo(f"textfactor {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is not None:
            _leave_to(context, lang)
            return
        if check:
            raise typer.Exit(self_check(faces))
        options = WindowOptions(practice, theme.value if theme else "", spoken(lang), path)
        raise typer.Exit(open_window(faces, options))


def _leave_to(context: typer.Context, lang: str) -> None:
    """End where an option stands before a command that it would do nothing for; the tour takes the language."""
    command, output = context.invoked_subcommand, Output(as_json=bool(context.obj))
    if lang and command != "tour":
        output.refuse(
            "usage",
            "--lang is for the window and the tour.",
            _ENGLISH,
            (f"Leave it out: {command} has none.",),
        )
        raise typer.Exit(Exit.USAGE)
    stray = next((name for name in _OF_THE_WINDOW if _given(context, name)), "")
    if stray:
        option = "--self-check" if stray == "check" else f"--{stray}"
        told = (
            f"Before a command {option} does nothing.",
            "It is for the window, which a command does not open.",
        )
        output.refuse(
            "usage", *told, (f"Write what {command} shall do behind it: textfactor {command} --help",)
        )
        raise typer.Exit(Exit.USAGE)


def _given(context: typer.Context, name: str) -> bool:
    """Say whether an option was written, and not filled in with its default."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def add_tour(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command(
        epilog=examples(
            "textfactor tour --out pictures", "textfactor tour --out pictures --theme dark --lang de"
        )
    )
    def tour(
        context: typer.Context,
        out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the pictures.")],
        path: Path_ = TenantPath.UNIFIED,
        theme: Annotated[PictureTheme, typer.Option("--theme", help="Colours.")] = PictureTheme.LIGHT,
        lang: Annotated[
            str,
            typer.Option("--lang", metavar="XX", help="Language: en or de; without it, that of the system."),
        ] = "",
        scale: Annotated[
            float, typer.Option("--scale", min=1, max=3, help="Size of a pixel: 1, 1.5 or 2.")
        ] = 1.0,
        as_json: Json = False,
    ) -> None:
        """Drive the real wizard through the practice world and save one picture a page."""
        before = context.parent.params.get("lang", "") if context.parent is not None else ""
        options = TourOptions(out, theme.value, spoken(lang or str(before)), scale, as_json, path)
        raise typer.Exit(run_tour(faces, options))
