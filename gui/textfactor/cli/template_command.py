"""The command line of `textfactor template`."""

from typing import Annotated

import typer

from textfactor.cli.options import Json, examples
from textfactor.domain.answers import TenantPath
from textfactor.domain.templates import TemplateType

_TYPES = (
    "The message it is for: otp_verify, otp_enroll, change_password, blocked_account or password_breach (unified), "
    "verification or enrollment (legacy); without it, that of a login."
)


def add_template(app: typer.Typer) -> None:
    """Add the command to an app."""

    @app.command(
        epilog=examples(
            "textfactor template login.txt --path unified",
            "textfactor template - --path legacy --type enrollment --locale de < enrol.txt",
        )
    )
    def template(
        file: Annotated[str, typer.Argument(metavar="FILE|-", help="The template, or - for stdin.")],
        path: Annotated[TenantPath, typer.Option("--path", help="The phone path whose variables hold.")],
        kind: Annotated[
            TemplateType | None,
            typer.Option("--type", metavar="TYPE", help=_TYPES),
        ] = None,
        locale: Annotated[
            str,
            typer.Option(
                "--locale",
                metavar="XX",
                help="Render for this locale, such as de or pt-BR; without it, for each sample person's own.",
            ),
        ] = "",
        as_json: Json = False,
    ) -> None:
        """Render and lint a message template; ends with 1 when it has an error."""
        from textfactor.cli.template import Asked, check_template

        raise typer.Exit(check_template(file, Asked(path, kind, locale), as_json=as_json))
