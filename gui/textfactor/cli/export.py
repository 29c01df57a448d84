"""`textfactor export`: writes a tenant's finished state for auth0-deploy-cli or Terraform; changes nothing there."""

from dataclasses import dataclass
from pathlib import Path

from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened
from textfactor.domain.problems import Problem
from textfactor.services.container import Services, TenantKey
from textfactor.services.context import CallContext
from textfactor.services.setup.export.exporting import Export, make_export
from textfactor.services.setup.export.kinds import ExportKind
from textfactor.words.problems import explain

_READ_FIRST = "README.txt there says what to fill in and what to run."


@dataclass(frozen=True, slots=True)
class Asked:
    """For which tool, into which folder, and whether one with files in it is fine."""

    kind: ExportKind
    folder: Path
    force: bool = False


def export(services: Services, asked: Asked, target: Target, output: Output) -> Exit:
    """Read the tenant, make the files, write them. A folder with files in it is refused unless forced."""
    command = _Export(services, asked, output)
    return Frame(services, output, target, command.failed, command.cut_off).run(
        command.work, with_tenant=True
    )


@dataclass(frozen=True, slots=True)
class _Export:
    """One run of the command."""

    services: Services
    asked: Asked
    output: Output

    def failed(self, problem: Problem | None) -> None:
        """Answer for what ended the command early."""
        title = explain(problem).title.english() if problem else "stopped"
        error = {"kind": problem.kind.value if problem else "stopped", "title": title}
        self.output.value({"error": error})

    def cut_off(self) -> str:
        """Answer for an end in the middle."""
        self.failed(None)
        return "Interrupted. The tenant was not changed; some of the files may be written."

    def work(self, opened: Opened, ctx: CallContext) -> Exit:
        """Refuse a folder that is in use before anything is read."""
        folder = str(self.asked.folder)
        if not self.asked.force and not self.services.folders.is_free(folder):
            self.output.refuse(
                "folder_in_use",
                f"{folder} has files in it already.",
                steps=("Name another folder, or add --force to write into this one.",),
            )
            return Exit.USAGE
        key = opened.tenant or TenantKey("")
        wanted = Export(self.asked.kind, folder, opened.answers)
        names = make_export(self.services, opened.workspace.tenant(key), wanted, ctx)
        self.output.value({"kind": self.asked.kind.value, "folder": folder, "files": list(names)})
        for name in names:
            self.output.answer(name)
        self.output.note(f"{len(names)} files are in {folder}. {_READ_FIRST}")
        return Exit.FINE
