"""The commands and their options. Each imports what does its work when it is called."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from textfactor import __version__
from textfactor.cli.bundle_command import add_bundle
from textfactor.cli.diagnose_command import add_diagnose
from textfactor.cli.doctor_command import add_doctor
from textfactor.cli.exits import Exit
from textfactor.cli.export_command import add_export
from textfactor.cli.faces import Faces, PracticeOptions, TourOptions, WindowOptions
from textfactor.cli.forget_command import add_forget
from textfactor.cli.logs_command import add_logs
from textfactor.cli.options import Json, Practice
from textfactor.cli.output import Output
from textfactor.cli.profiles_command import add_profiles
from textfactor.cli.send_command import add_send
from textfactor.cli.setup_command import add_setup
from textfactor.cli.template_command import add_template
from textfactor.cli.window import open_window, run_tour, self_check, spoken
from textfactor.domain.answers import TenantPath


class Theme(StrEnum):
    """How the window is coloured; system follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class PictureTheme(StrEnum):
    """How the tour's pictures are coloured."""

    LIGHT = "light"
    DARK = "dark"


class Auth0Plan(StrEnum):
    """The Auth0 plan whose limits the practice tenant has."""

    FREE = "free"
    PROFESSIONAL = "professional"
    ENTERPRISE = "enterprise"


Path_ = Annotated[TenantPath, typer.Option("--path", help="The phone path of the practice tenant.")]
Lang = Annotated[str, typer.Option("--lang", metavar="XX", help="Language, such as en or de.")]


def make_app(faces: Faces) -> typer.Typer:
    """Build the command line around what it can start."""
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Makes Vonage the SMS sender of Auth0 multi-factor authentication, and proves that it works.",
    )
    _add_window(app, faces)
    _add_tour(app, faces)
    _add_practice(app, faces)
    add_setup(app, faces)
    add_send(app, faces)
    _add_sms(app)
    add_template(app)
    add_export(app, faces)
    add_diagnose(app, faces)
    add_doctor(app, faces)
    add_bundle(app, faces)
    add_logs(app, faces)
    add_profiles(app, faces)
    add_forget(app, faces)
    return app


def _add_window(app: typer.Typer, faces: Faces) -> None:
    @app.callback(invoke_without_command=True)
    def window(
        context: typer.Context,
        practice: Practice = False,
        path: Path_ = TenantPath.UNIFIED,
        theme: Annotated[
            Theme | None, typer.Option("--theme", help="Colours; without it, those of the settings.")
        ] = None,
        lang: Lang = "",
        version: Annotated[bool, typer.Option("--version", help="Write the version.")] = False,
        check: Annotated[
            bool, typer.Option("--self-check", help="Open the window, wait for its first paint, close it.")
        ] = False,
    ) -> None:
        """Open the window; on the first start it begins with the wizard."""
        if version:
            typer.echo(f"textfactor {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is not None:
            return
        if check:
            raise typer.Exit(self_check(faces))
        options = WindowOptions(practice, theme.value if theme else "", spoken(lang), path)
        raise typer.Exit(open_window(faces, options))


def _add_tour(app: typer.Typer, faces: Faces) -> None:
    @app.command()
    def tour(
        out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the pictures.")],
        path: Path_ = TenantPath.UNIFIED,
        theme: Annotated[PictureTheme, typer.Option("--theme", help="Colours.")] = PictureTheme.LIGHT,
        lang: Lang = "",
        scale: Annotated[float, typer.Option("--scale", min=1, max=3, help="1, 1.5 or 2.")] = 1.0,
        as_json: Json = False,
    ) -> None:
        """Drive the real wizard through the practice world and save one picture a page."""
        raise typer.Exit(run_tour(faces, TourOptions(out, theme.value, spoken(lang), scale, as_json, path)))


def _add_practice(app: typer.Typer, faces: Faces) -> None:
    @app.command()
    def practice(
        path: Path_ = TenantPath.UNIFIED,
        fault: Annotated[
            list[str] | None, typer.Option("--fault", metavar="NAME", help="Switch a fault on.")
        ] = None,
        list_faults: Annotated[bool, typer.Option("--list-faults", help="List the faults and end.")] = False,
        plan: Annotated[Auth0Plan, typer.Option("--plan", help="Auth0 plan.")] = Auth0Plan.PROFESSIONAL,
        state: Annotated[
            str, typer.Option("--state", metavar="NAME", help="How the tenant starts, such as legacy_action.")
        ] = "fresh",
        as_json: Json = False,
        parent_pipe: Annotated[bool, typer.Option("--parent-pipe", hidden=True)] = False,
        latency: Annotated[float, typer.Option("--latency", hidden=True, min=0, max=60)] = 0.0,
    ) -> None:
        """Run the practice world, a stand-in Vonage and Auth0 on this computer, until it is stopped."""
        if list_faults:
            _show_faults(faces, Output(as_json))
            raise typer.Exit
        options = PracticeOptions(
            tuple(fault or ()), plan.value, latency, as_json, parent_pipe, path.value, state
        )
        try:
            code = faces.serve_practice(options)
        except ValueError as error:
            output = Output(as_json=False)
            output.note(str(error))
            if set(options.faults) - {name for name, _meaning in faces.list_faults()}:
                output.note("`textfactor practice --list-faults` names them all.")
            code = Exit.USAGE
        raise typer.Exit(code)


def _show_faults(faces: Faces, output: Output) -> None:
    """Write every fault: its name and what it does."""
    rows = faces.list_faults()
    output.value([{"name": name, "description": meaning} for name, meaning in rows])
    if not output.as_json:
        width = max(len(name) for name, _meaning in rows)
        for name, meaning in rows:
            output.answer(f"{name:{width}}  {meaning}")


def _add_sms(app: typer.Typer) -> None:
    @app.command()
    def sms(
        text: Annotated[str, typer.Argument(metavar="TEXT|-", help="The text, or - for stdin.")],
        as_json: Json = False,
    ) -> None:
        """Measure a text: encoding, parts, units, and a rewrite that fits GSM-7."""
        from textfactor.cli.sms import measure_text

        raise typer.Exit(measure_text(text, as_json=as_json))
