"""What the doctor's panel has done beside the window."""

from dataclasses import dataclass
from pathlib import Path

from textfactor.domain.answers import Answers
from textfactor.services.bundle.contents import Bundle, make_bundle
from textfactor.services.bundle.machine import this_machine
from textfactor.services.bundle.packing import DATA, READABLE, as_json, pack
from textfactor.services.container import Services, Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.doctor.examining import examine
from textfactor.services.doctor.patient import Examination, Patient, patient_of
from textfactor.words.bundle import readable
from textfactor.words.doctor import Row, rows_of


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, in words, and of whom."""

    patient: Patient
    examination: Examination
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A bundle that was not saved yet, and its whole content as text."""

    bundle: Bundle
    readable: str
    shown: str


def checking(
    services: Services, workspace: Workspace | None, answers: Answers, *, offline: bool
) -> Call[Checked]:
    """Make a call that checks everything; without a world this computer alone."""

    def check(ctx: CallContext) -> Checked:
        patient = Patient(offline=offline)
        if workspace is not None:
            patient = patient_of(workspace, answers, offline=offline)
        examination = examine(services, patient, ctx)
        return Checked(patient, examination, rows_of(examination.findings, services.knowledge))

    return check


def previewing(checked: Checked) -> Call[Preview]:
    """Make a call that puts a bundle together of what was found; nothing is written."""

    def preview(ctx: CallContext) -> Preview:
        ctx.cancel.check()
        bundle = make_bundle(checked.patient, checked.examination, this_machine())
        text = readable(bundle)
        return Preview(bundle, text, f"{READABLE}\n\n{text}\n{DATA}\n\n{as_json(bundle)}")

    return preview


def saving(services: Services, preview: Preview, path: Path) -> Call[Path]:
    """Make a call that writes exactly what was shown; the file dialog has asked about a file that is there."""

    def save(ctx: CallContext) -> Path:
        ctx.cancel.check()
        services.save_file(path, pack(preview.bundle, preview.readable), True)
        return path

    return save
