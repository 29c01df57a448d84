"""`textfactor bundle FILE`: the redacted support bundle, written where the person says and nowhere else."""

from dataclasses import dataclass
from pathlib import Path

from textfactor.cli.doctor import in_world
from textfactor.cli.exits import Exit
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.domain.problems import ProblemError
from textfactor.services.bundle.contents import make_bundle
from textfactor.services.bundle.machine import this_machine
from textfactor.services.bundle.packing import pack
from textfactor.services.container import Services
from textfactor.services.doctor.patient import Examination, Patient
from textfactor.words.bundle import readable, summary
from textfactor.words.problems import explain


@dataclass(frozen=True, slots=True)
class Wish:
    """Where the bundle goes, whether a file there may be replaced, and whether nobody is to be asked."""

    file: Path
    force: bool
    offline: bool
    listed: bool = False
    """Write all that went in, line by line."""


def bundle(services: Services, wish: Wish, target: Target, output: Output) -> Exit:
    """Examine, show what goes in, and write it; a file that is there stays unless `force` says otherwise."""
    if wish.file.exists() and not wish.force:
        output.refuse("file_exists", f"{wish.file} is there already; --force replaces it.")
        return Exit.USAGE

    def told(patient: Patient, examination: Examination) -> Exit:
        made = make_bundle(patient, examination, this_machine())
        text = readable(made)
        packed = pack(made, text)
        try:
            services.save_file(wish.file, packed, wish.force)
        except ProblemError as error:
            output.tell(explain(error.problem))
            output.value({"file": None, "content": None})
            return Exit.WRONG
        output.value({"file": str(wish.file), "content": dict(made.content)})
        if not output.as_json:
            output.answer(text.rstrip("\n") if wish.listed else summary(made, len(packed)))
        output.note(f"Written to {wish.file}. Nothing was uploaded.")
        return Exit.FINE

    return in_world(services, target, output, told, offline=wish.offline)
