"""The options of `textfactor send`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.options import Json, Practice, Profile, SecretsStdin
from textfactor.cli.output import Output
from textfactor.cli.target import Target

if TYPE_CHECKING:
    from textfactor.cli.faces import Faces

To = Annotated[str, typer.Option("--to", metavar="NUMBER", help="With country code: +49 151 23456789")]
Text = Annotated[str, typer.Option("--text", help="The text, or - for stdin.")]
Check = Annotated[
    bool, typer.Option("--check", help="Look at credit, price, sender and number; send nothing.")
]
History = Annotated[
    bool, typer.Option("--history", help="List the test messages sent from here; send nothing.")
]


def add_send(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command()
    def send(
        to: To = "",
        text: Text = "",
        check: Check = False,
        history: History = False,
        practice: Practice = False,
        profile: Profile = "",
        secrets_stdin: SecretsStdin = False,
        as_json: Json = False,
    ) -> None:
        """Send one SMS and say what Vonage answered, part by part."""
        from textfactor.cli.send import Message
        from textfactor.cli.send import send as send_one

        target, output = Target(practice, profile, secrets_stdin), Output(as_json)
        if history:
            from textfactor.cli.sent_history import show_history

            _refuse(output, "--history lists, and sends or checks nothing." if to or text or check else "")
            raise typer.Exit(show_history(faces.make_services(), target, output))
        _refuse(output, "" if target.clear else "Name one world: --practice, or --profile NAME.")
        both = secrets_stdin and text == "-"
        _refuse(output, "Standard input holds the text or the secrets, not both." if both else "")
        message = Message(to, text, check)
        raise typer.Exit(send_one(faces.make_services(), message, target, output))


def _refuse(output: Output, why: str) -> None:
    """End where the options do not go together."""
    if why:
        output.refuse("usage", why)
        raise typer.Exit(Exit.USAGE)
