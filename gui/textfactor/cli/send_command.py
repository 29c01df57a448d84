"""The options of `textfactor send`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.options import Json, Practice, Profile, SecretsStdin, examples, flag
from textfactor.cli.output import Output
from textfactor.cli.target import Target

if TYPE_CHECKING:
    from textfactor.cli.faces import Faces

_MESSAGE, _INSTEAD = "What to send", "Instead of sending"
To = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="NUMBER",
        help="The phone, with its country code: +49 1512 3456789.",
        rich_help_panel=_MESSAGE,
    ),
]
Text = Annotated[
    str,
    typer.Option(
        "--text",
        metavar="TEXT|-",
        help="What to send, or - for stdin; without it, a sentence that says it is a test.",
        rich_help_panel=_MESSAGE,
    ),
]
Check = Annotated[bool, flag("--check", "Look at credit, price, sender and number; send nothing.", _INSTEAD)]
Anyway = Annotated[
    bool, flag("--anyway", "Send to a landline, toll-free or premium number as well.", _MESSAGE)
]
History = Annotated[
    bool, flag("--history", "List the test messages sent from this computer; send nothing.", _INSTEAD)
]


def add_send(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command(
        epilog=examples(
            'textfactor send --practice --to "+49 1512 3456789"',
            'textfactor send --profile work --to "+49 1512 3456789" --check',
            "textfactor send --profile work --history",
        )
    )
    def send(
        to: To = "",
        text: Text = "",
        anyway: Anyway = False,
        check: Check = False,
        history: History = False,
        practice: Practice = False,
        profile: Profile = "",
        secrets_stdin: SecretsStdin = False,
        as_json: Json = False,
    ) -> None:
        """Send one SMS, once, and say what Vonage answered, part by part."""
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
        message = Message(to, text, check, anyway)
        raise typer.Exit(send_one(faces.make_services(), message, target, output))


def _refuse(output: Output, why: str) -> None:
    """End where the options do not go together."""
    if why:
        output.refuse("usage", why)
        raise typer.Exit(Exit.USAGE)
