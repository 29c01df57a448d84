"""The options of `textfactor export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.options import Json, Practice, PracticePath, Profile, SecretsStdin, examples, flag
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.domain.answers import TenantPath
from textfactor.services.setup.export.kinds import ExportKind

if TYPE_CHECKING:
    from textfactor.cli.faces import Faces

Kind = Annotated[
    ExportKind,
    typer.Argument(
        metavar="deploy-cli|terraform", help="The tool that the files are for.", show_choices=False
    ),
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder for the files; made if it is not there.")]
Force = Annotated[bool, flag("--force", "Write into a folder that has files already.")]


def add_export(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command(
        epilog=examples(
            "textfactor export terraform infra --practice",
            "textfactor export deploy-cli tenant --profile work",
        )
    )
    def export(
        kind: Kind,
        folder: Folder,
        practice: Practice = False,
        path: PracticePath = TenantPath.UNIFIED,
        profile: Profile = "",
        force: Force = False,
        secrets_stdin: SecretsStdin = False,
        as_json: Json = False,
    ) -> None:
        """Write the finished state as configuration for auth0-deploy-cli or Terraform.

        Nothing changes at Auth0. Secrets are placeholders, which README.txt in the folder names.
        """
        from textfactor.cli.export import Asked
        from textfactor.cli.export import export as write_files

        target, output = Target(practice, profile, secrets_stdin), Output(as_json)
        if not target.clear:
            output.refuse("usage", "Name one world: --practice, or --profile NAME.")
            raise typer.Exit(Exit.USAGE)
        asked = Asked(kind, folder, force=force)
        raise typer.Exit(write_files(faces.make_services(path), asked, target, output))
