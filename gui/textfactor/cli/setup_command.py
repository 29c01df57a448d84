"""The options of `textfactor setup`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.options import Json, Practice, PracticePath, Profile, SecretsStdin, examples, flag
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Purpose

if TYPE_CHECKING:
    from textfactor.cli.faces import Faces

For = Annotated[Purpose, typer.Option("--purpose", help="What shall be done.")]
Replaces = Annotated[
    list[str] | None,
    typer.Option(
        "--replace",
        metavar="ACTION",
        help="This Action of somebody else may go: it is unbound or, where the trigger takes one only, written over. "
        "Repeatable.",
    ),
]
PlanOnly = Annotated[bool, flag("--plan-only", "Show the plan, change nothing.")]
Yes = Annotated[bool, flag("--yes", "Apply the plan without asking.")]
Resume = Annotated[bool, flag("--resume", "Finish a run that was stopped.")]
Undo = Annotated[bool, flag("--undo", "Take back what the last run made.")]
RunSender = Annotated[bool, flag("--run-sender", "Run the sender here first, against the practice Vonage.")]


def was_typed(ctx: typer.Context, name: str) -> bool:
    """Say whether an option was given, be it with the value that it has by default."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def add_setup(app: typer.Typer, faces: Faces) -> None:
    """Add the command."""

    @app.command(
        epilog=examples(
            "textfactor setup --practice --yes",
            "textfactor setup --profile work --plan-only",
            "textfactor setup --profile work --purpose rotate",
        )
    )
    def setup(
        ctx: typer.Context,
        practice: Practice = False,
        path: PracticePath = TenantPath.UNIFIED,
        profile: Profile = "",
        purpose: For = Purpose.SET_UP,
        replace: Replaces = None,
        plan_only: PlanOnly = False,
        yes: Yes = False,
        resume: Resume = False,
        undo: Undo = False,
        run_sender: RunSender = False,
        secrets_stdin: SecretsStdin = False,
        as_json: Json = False,
    ) -> None:
        """Make Vonage the SMS sender of a tenant: read, plan, show, ask, apply."""
        from textfactor.cli import setup_words
        from textfactor.cli.setup import set_up
        from textfactor.cli.setup_wanted import Wanted, unheard

        target, output = Target(practice, profile, secrets_stdin), Output(as_json)
        if not target.clear:
            output.refuse("usage", "Name one world: --practice, or --profile NAME.")
            raise typer.Exit(Exit.USAGE)
        wanted = Wanted(plan_only, yes, resume, undo, run_sender, purpose, tuple(replace or ()))
        if ignored := unheard(wanted.way, lambda name: was_typed(ctx, name)):
            output.refuse("usage", setup_words.unheard(wanted.way, ignored))
            raise typer.Exit(Exit.USAGE)
        raise typer.Exit(set_up(faces.make_services(path), wanted, target, output))
