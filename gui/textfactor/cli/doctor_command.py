"""The command `doctor` and its options."""

from typing import Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.faces import Faces
from textfactor.cli.options import Json
from textfactor.cli.output import Output
from textfactor.cli.target import Target

Offline = Annotated[
    bool, typer.Option("--offline", help="Leave out whatever needs a network; it is skipped, not failed.")
]


def one_or_none(target: Target, output: Output) -> None:
    """End where two worlds are named, or secrets are given for none."""
    if target.practice and target.profile:
        output.refuse("usage", "Name one world, --practice or --profile NAME, or none.")
        raise typer.Exit(Exit.USAGE)
    if target.secrets_from_stdin and not target.profile:
        output.refuse("usage", "--secrets-stdin goes with --profile NAME.")
        raise typer.Exit(Exit.USAGE)


def add_doctor(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command()
    def doctor(
        offline: Offline = False,
        practice: Annotated[bool, typer.Option("--practice", help="Check the practice world.")] = False,
        profile: Annotated[
            str, typer.Option("--profile", metavar="NAME", help="Check the accounts of this profile.")
        ] = "",
        secrets_stdin: Annotated[
            bool, typer.Option("--secrets-stdin", help="Take NAME=VALUE lines from stdin.")
        ] = False,
        as_json: Json = False,
    ) -> None:
        """Check tenant, account, keyring and this computer; reads only. Exit 1 where something fails."""
        from textfactor.cli.doctor import doctor as check

        target, output = Target(practice, profile, secrets_stdin), Output(as_json)
        one_or_none(target, output)
        raise typer.Exit(check(faces.make_services(), target, output, offline=offline))
