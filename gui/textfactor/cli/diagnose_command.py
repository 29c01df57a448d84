"""The command `diagnose` and its options."""

from typing import Annotated

import typer

from textfactor.cli.faces import Faces
from textfactor.cli.options import Json, examples
from textfactor.cli.output import Output


def add_diagnose(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command(
        epilog=examples("textfactor diagnose row.json", "textfactor diagnose export.ndjson.gz --json")
    )
    def diagnose(
        file: Annotated[
            str,
            typer.Argument(metavar="[FILE|-]", help="A file, or - for stdin, which is read without it, too."),
        ] = "-",
        as_json: Json = False,
    ) -> None:
        """Say what a log row, an answer, a receipt, an error or an export means. Needs no network."""
        from textfactor.cli.diagnose import diagnose_given
        from textfactor.cli.diagnose_export import diagnose_export, is_export

        services, output = faces.make_services(), Output(as_json)
        try:
            whole = file != "-" and is_export(file)
        except OSError:
            whole = False  # the other way says so
        if whole:
            raise typer.Exit(diagnose_export(services, file, output))
        raise typer.Exit(diagnose_given(services.knowledge(), file, output))
