"""The command `bundle` and its options."""

from pathlib import Path
from typing import Annotated

import typer

from textfactor.cli.doctor_command import Offline, one_or_none
from textfactor.cli.faces import Faces
from textfactor.cli.output import Output
from textfactor.cli.target import Target


def add_bundle(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command()
    def bundle(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the zip file goes.")],
        force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
        offline: Offline = False,
        practice: Annotated[bool, typer.Option("--practice", help="Of the practice world.")] = False,
        profile: Annotated[
            str, typer.Option("--profile", metavar="NAME", help="Of the accounts of this profile.")
        ] = "",
        secrets_stdin: Annotated[
            bool, typer.Option("--secrets-stdin", help="Take NAME=VALUE lines from stdin.")
        ] = False,
        as_json: Annotated[
            bool, typer.Option("--json", help="Write the content as JSON, and nothing else to stdout.")
        ] = False,
    ) -> None:
        """Write the support bundle: findings, kinds and counts; no secret, number, name, domain or text."""
        from textfactor.cli.bundle import Wish
        from textfactor.cli.bundle import bundle as write

        target, output = Target(practice, profile, secrets_stdin), Output(as_json)
        one_or_none(target, output)
        raise typer.Exit(write(faces.make_services(), Wish(file, force, offline), target, output))
