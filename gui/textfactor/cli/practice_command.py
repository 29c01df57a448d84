"""The command `practice` and its options."""

from enum import StrEnum
from typing import Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.faces import Faces, PracticeOptions
from textfactor.cli.options import Json, examples, flag
from textfactor.cli.output import Output
from textfactor.domain.answers import TenantPath


class Auth0Plan(StrEnum):
    """The Auth0 plan whose limits the practice tenant has."""

    FREE = "free"
    PROFESSIONAL = "professional"
    ENTERPRISE = "enterprise"


def add_practice(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command(
        epilog=examples(
            "textfactor practice",
            "textfactor practice --state dead_hook --fault no_credit",
            "textfactor practice --json > world.json",
            "Commands that find TEXTFACTOR_PRACTICE=world.json in their environment join that world.",
        )
    )
    def practice(
        path: Annotated[
            TenantPath, typer.Option("--path", help="The phone path of the practice tenant.")
        ] = TenantPath.UNIFIED,
        fault: Annotated[
            list[str] | None,
            typer.Option("--fault", metavar="NAME", help="Switch a fault on. Repeatable."),
        ] = None,
        list_faults: Annotated[bool, flag("--list-faults", "List the faults and end.")] = False,
        plan: Annotated[
            Auth0Plan, typer.Option("--plan", help="The Auth0 plan whose limits hold.")
        ] = Auth0Plan.PROFESSIONAL,
        state: Annotated[
            str,
            typer.Option(
                "--state",
                metavar="NAME",
                help="How the tenant starts: fresh, legacy, legacy_action, dead_hook, twilio, foreign_action or "
                "edited_templates.",
            ),
        ] = "fresh",
        as_json: Json = False,
        parent_pipe: Annotated[bool, typer.Option("--parent-pipe", hidden=True)] = False,
        latency: Annotated[float, typer.Option("--latency", hidden=True, min=0, max=60)] = 0.0,
    ) -> None:
        """Run the practice world, a stand-in Vonage and Auth0 on this computer, until Ctrl-C."""
        if list_faults:
            _show_faults(faces, Output(as_json))
            raise typer.Exit
        options = PracticeOptions(
            tuple(fault or ()), plan.value, latency, as_json, parent_pipe, path.value, state
        )
        raise typer.Exit(_serve(faces, options))


def _serve(faces: Faces, options: PracticeOptions) -> int:
    """Run it; say which fault or state does not exist."""
    try:
        return faces.serve_practice(options)
    except ValueError as error:
        output = Output(as_json=False)
        output.note(str(error))
        if set(options.faults) - {name for name, _meaning in faces.list_faults()}:
            output.note("`textfactor practice --list-faults` names them all.")
        return Exit.USAGE


def _show_faults(faces: Faces, output: Output) -> None:
    """Write every fault: its name and what it does."""
    rows = faces.list_faults()
    output.value([{"name": name, "description": meaning} for name, meaning in rows])
    if not output.as_json:
        width = max(len(name) for name, _meaning in rows)
        for name, meaning in rows:
            output.answer(f"{name:{width}}  {meaning}")
