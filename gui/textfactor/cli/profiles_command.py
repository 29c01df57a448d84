"""The options of `textfactor profiles`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from textfactor.cli.options import Json, examples
from textfactor.cli.output import Output
from textfactor.domain.answers import Environment

if TYPE_CHECKING:
    from textfactor.cli.faces import Faces

Name = Annotated[str, typer.Argument(metavar="NAME", help="The profile's name.")]


def add_profiles(app: typer.Typer, faces: Faces) -> None:
    """Add the command and what can be done with profiles."""
    profiles = typer.Typer(
        no_args_is_help=True,
        help="Profiles: each is one Vonage account and one Auth0 tenant. The window makes them.",
        epilog=examples("textfactor profiles list", "textfactor profiles show work"),
    )
    app.add_typer(profiles, name="profiles")
    _add_looking(profiles, faces)
    _add_changing(profiles, faces)
    _add_moving(profiles, faces)


def _add_looking(profiles: typer.Typer, faces: Faces) -> None:
    @profiles.command("list", epilog=examples("textfactor profiles list --json"))
    def list_all(as_json: Json = False) -> None:
        """List the profiles. Asks no keyring."""
        from textfactor.cli.profiles import list_profiles

        raise typer.Exit(list_profiles(faces.make_services(), Output(as_json)))

    @profiles.command(epilog=examples("textfactor profiles show work"))
    def show(name: Name, as_json: Json = False) -> None:
        """Show what is kept of a profile, and which of its secrets are at hand; never a secret itself."""
        from textfactor.cli.profiles import show_profile

        raise typer.Exit(show_profile(faces.make_services(), name, Output(as_json)))


def _add_changing(profiles: typer.Typer, faces: Faces) -> None:
    @profiles.command(epilog=examples("textfactor profiles rename work work-eu"))
    def rename(
        name: Name,
        new: Annotated[str, typer.Argument(metavar="NEW", help="Its new name.")],
        as_json: Json = False,
    ) -> None:
        """Give a profile another name; its secrets stay with it."""
        from textfactor.cli.profiles import rename_profile

        raise typer.Exit(rename_profile(faces.make_services(), name, new, Output(as_json)))

    @profiles.command(epilog=examples("textfactor profiles tag work production"))
    def tag(
        name: Name,
        environment: Annotated[
            Environment,
            typer.Argument(
                metavar="development|staging|production",
                help="How much depends on the tenant.",
                show_choices=False,
            ),
        ],
        as_json: Json = False,
    ) -> None:
        """Say whether it is development, staging or production."""
        from textfactor.cli.profiles import tag_profile

        raise typer.Exit(tag_profile(faces.make_services(), name, environment, Output(as_json)))

    @profiles.command(epilog=examples("textfactor profiles remove work"))
    def remove(name: Name, as_json: Json = False) -> None:
        """Remove a profile with its secrets. Nothing at Vonage or Auth0 changes."""
        from textfactor.cli.profiles import remove_profile

        raise typer.Exit(remove_profile(faces.make_services(), name, Output(as_json)))


def _add_moving(profiles: typer.Typer, faces: Faces) -> None:
    @profiles.command("export", epilog=examples("textfactor profiles export work --out work.json"))
    def export_one(
        name: Name,
        out: Annotated[
            str, typer.Option("--out", metavar="FILE", help="A new file; without it, stdout.")
        ] = "",
    ) -> None:
        """Write a profile as JSON, without its secrets."""
        from textfactor.cli.profiles import export_to

        raise typer.Exit(export_to(faces.make_services(), name, out, Output(as_json=False)))

    @profiles.command("import", epilog=examples("textfactor profiles import work.json"))
    def import_one(
        file: Annotated[str, typer.Argument(metavar="FILE|-", help="An exported profile, or - for stdin.")],
        as_json: Json = False,
    ) -> None:
        """Keep an exported profile; where its name is taken it gets a number."""
        from textfactor.cli.profiles import import_from

        raise typer.Exit(import_from(faces.make_services(), file, Output(as_json)))
