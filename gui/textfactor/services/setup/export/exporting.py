"""Reads a tenant and writes its finished state into a folder."""

from dataclasses import dataclass

from textfactor.domain.answers import Answers
from textfactor.services.container import Services
from textfactor.services.context import CallContext, Doing
from textfactor.services.setup.detect import detect
from textfactor.services.setup.export.deploy_cli import deploy_cli_files
from textfactor.services.setup.export.finished import Finished, finished
from textfactor.services.setup.export.kinds import ExportKind
from textfactor.services.setup.export.terraform import terraform_files
from textfactor.services.setup.sender_source import sender_source
from textfactor.services.setup.wishes import wishes
from textfactor.services.tenant_ports import TenantApi


@dataclass(frozen=True, slots=True)
class Export:
    """For which tool, into which folder, with which answers."""

    kind: ExportKind
    folder: str
    answers: Answers


def export_files(kind: ExportKind, state: Finished) -> dict[str, str]:
    """Make the files, by their path within a folder (with `/`), each ending in a line feed; no secret is in them."""
    return deploy_cli_files(state) if kind is ExportKind.DEPLOY_CLI else terraform_files(state)


def make_export(services: Services, tenant: TenantApi, wanted: Export, ctx: CallContext) -> tuple[str, ...]:
    """Read the tenant (nothing is changed in it), write the files and name them.

    Raises what the tenant or the disk refused.
    """
    observed = detect(tenant, wanted.answers.domain, ctx)
    code = sender_source(services.sender_code(observed.path), wanted.answers)
    files = export_files(wanted.kind, finished(observed, wishes(wanted.answers, code)))
    ctx.doing(Doing.WRITING_FILES)
    ctx.cancel.check()
    services.folders.write(wanted.folder, files)
    return tuple(sorted(files))
