"""The command `doctor` and its options."""

from typing import Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.faces import Faces
from textfactor.cli.options import Json, Practice, Profile, SecretsStdin, examples, flag
from textfactor.cli.output import Output
from textfactor.cli.target import Target

Offline = Annotated[bool, flag("--offline", "Leave out whatever needs a network; it is skipped, not failed.")]


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

    @app.command(
        epilog=examples(
            "textfactor doctor", "textfactor doctor --practice", "textfactor doctor --profile work --json"
        )
    )
    def doctor(
        offline: Offline = False,
        practice: Practice = False,
        profile: Profile = "",
        secrets_stdin: SecretsStdin = False,
        as_json: Json = False,
    ) -> None:
        """Check tenant, account, keyring and this computer; without a world, only the last two.

        It only reads. It ends with 1 where something fails.
        """
        from textfactor.cli.doctor import doctor as check

        target, output = Target(practice, profile, secrets_stdin), Output(as_json)
        one_or_none(target, output)
        raise typer.Exit(check(faces.make_services(), target, output, offline=offline))
