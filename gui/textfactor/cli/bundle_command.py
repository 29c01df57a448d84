"""The command `bundle` and its options."""

from pathlib import Path
from typing import Annotated

import typer

from textfactor.cli.doctor_command import Offline, one_or_none
from textfactor.cli.faces import Faces
from textfactor.cli.options import Practice, Profile, SecretsStdin, examples, flag
from textfactor.cli.output import Output
from textfactor.cli.target import Target


def add_bundle(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command(
        epilog=examples(
            "textfactor bundle support.zip --practice", "textfactor bundle support.zip --profile work"
        )
    )
    def bundle(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the zip file goes.")],
        force: Annotated[bool, flag("--force", "Replace a file that is there.")] = False,
        offline: Offline = False,
        listed: Annotated[bool, flag("--list", "Write all that goes in, line by line.")] = False,
        practice: Practice = False,
        profile: Profile = "",
        secrets_stdin: SecretsStdin = False,
        as_json: Annotated[
            bool, flag("--json", "Write the content as JSON, and nothing else to stdout.")
        ] = False,
    ) -> None:
        """Write the bundle for support: findings, kinds and counts; no secret, number, name, domain or text.

        Without a world it holds this computer alone. Nothing is uploaded.
        """
        from textfactor.cli.bundle import Wish
        from textfactor.cli.bundle import bundle as write

        target, output = Target(practice, profile, secrets_stdin), Output(as_json)
        one_or_none(target, output)
        raise typer.Exit(write(faces.make_services(), Wish(file, force, offline, listed), target, output))
