"""The command `sms` and its options."""

from typing import Annotated

import typer

from textfactor.cli.options import Json, examples


def add_sms(app: typer.Typer) -> None:
    """Add the command."""

    @app.command(
        epilog=examples('textfactor sms "Your code is 493027"', "echo “Zoë” | textfactor sms - --json")
    )
    def sms(
        text: Annotated[str, typer.Argument(metavar="TEXT|-", help="The text, or - for stdin.")],
        as_json: Json = False,
    ) -> None:
        """Measure a text: encoding, parts, units, and a rewrite that fits GSM-7. Needs no network."""
        from textfactor.cli.sms import measure_text

        raise typer.Exit(measure_text(text, as_json=as_json))
