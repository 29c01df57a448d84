"""The commands in the order of the help. Each imports what does its work when it is called."""

import typer

from textfactor.cli.bundle_command import add_bundle
from textfactor.cli.diagnose_command import add_diagnose
from textfactor.cli.doctor_command import add_doctor
from textfactor.cli.export_command import add_export
from textfactor.cli.faces import Faces
from textfactor.cli.forget_command import add_forget
from textfactor.cli.logs_command import add_logs
from textfactor.cli.practice_command import add_practice
from textfactor.cli.profiles_command import add_profiles
from textfactor.cli.send_command import add_send
from textfactor.cli.setup_command import add_setup
from textfactor.cli.sms_command import add_sms
from textfactor.cli.template_command import add_template
from textfactor.cli.window_command import add_tour, add_window


def make_app(faces: Faces) -> typer.Typer:
    """Build the command line around what it can start."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    add_window(app, faces)
    add_tour(app, faces)
    add_practice(app, faces)
    add_setup(app, faces)
    add_send(app, faces)
    add_sms(app)
    add_template(app)
    add_export(app, faces)
    add_diagnose(app, faces)
    add_doctor(app, faces)
    add_bundle(app, faces)
    add_logs(app, faces)
    add_profiles(app, faces)
    add_forget(app, faces)
    return app
