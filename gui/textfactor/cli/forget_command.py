"""The options of `textfactor forget`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.options import Json, examples, flag
from textfactor.cli.output import Output

if TYPE_CHECKING:
    from textfactor.cli.faces import Faces


def add_forget(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command(epilog=examples("textfactor forget --profile work", "textfactor forget --all"))
    def forget(
        everything: Annotated[bool, flag("--all", "The secrets of all profiles.")] = False,
        profile: Annotated[
            str, typer.Option("--profile", metavar="NAME", help="Those of this profile.")
        ] = "",
        as_json: Json = False,
    ) -> None:
        """Remove secrets from the keyring: the entries that Textfactor made, and no others. Profiles stay."""
        from textfactor.cli.profiles import forget_secrets

        output = Output(as_json)
        if everything == bool(profile):
            output.refuse("usage", "Name what to forget: --all, or --profile NAME.")
            raise typer.Exit(Exit.USAGE)
        raise typer.Exit(forget_secrets(faces.make_services(), profile, output))
