"""The command line of `textfactor template`."""

from typing import Annotated

import typer

from textfactor.cli.options import Json
from textfactor.domain.answers import TenantPath
from textfactor.domain.templates import TemplateType


def add_template(app: typer.Typer) -> None:
    """Add the command to an app."""

    @app.command()
    def template(
        file: Annotated[str, typer.Argument(metavar="FILE|-", help="The template, or - for stdin.")],
        path: Annotated[TenantPath, typer.Option("--path", help="The path whose variables hold.")],
        kind: Annotated[
            TemplateType | None,
            typer.Option("--type", help="The message it is for; without it the one of a login."),
        ] = None,
        locale: Annotated[
            str, typer.Option("--locale", metavar="XX", help="Render for this locale, such as de or pt-BR.")
        ] = "",
        as_json: Json = False,
    ) -> None:
        """Render and lint a message template; ends with 1 when it has an error."""
        from textfactor.cli.template import Asked, check_template

        raise typer.Exit(check_template(file, Asked(path, kind, locale), as_json=as_json))
