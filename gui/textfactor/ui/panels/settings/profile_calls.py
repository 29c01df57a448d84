"""What the settings have done with profiles beside the window."""

import os.path
from dataclasses import dataclass, replace
from pathlib import Path

from textfactor.domain.inputs import Fault, Field, InputIssue, clean_ca_file
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import KeptProfile, Profile, ProfileBook, answers_of
from textfactor.services.container import Services, Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.profiles.book import change, remove
from textfactor.services.profiles.transfer import LARGEST, export_profile, import_profile
from textfactor.ui.wizard.pages.welcome_calls import opening, profile_of


@dataclass(frozen=True, slots=True)
class Changed:
    """A profile as it is now; `workspace` is its world opened anew, None where it was not open."""

    kept: KeptProfile
    workspace: Workspace | None


def reading(services: Services) -> Call[ProfileBook]:
    """Make a call that reads all profiles."""

    def read(ctx: CallContext) -> ProfileBook:
        ctx.cancel.check()
        return services.profiles.load()

    return read


def opening_kept(services: Services, kept: KeptProfile) -> Call[Workspace]:
    """Make a call that opens a profile."""
    return opening(services, profile_of(answers_of(kept)))


def changing(
    services: Services, kept: KeptProfile, profile: Profile, *, is_open: bool
) -> Call[Changed | InputIssue]:
    """Make a call that changes a profile and, where it is open, opens it anew under its new name."""

    def change_it(ctx: CallContext) -> Changed | InputIssue:
        ctx.cancel.check()
        ca_file = clean_ca_file(profile.endpoints.ca_file, os.path.isfile)
        if isinstance(ca_file, Fault):
            return InputIssue(Field.CA_FILE, ca_file)
        wanted = replace(profile, endpoints=replace(profile.endpoints, ca_file=ca_file))
        changed = change(services.profiles, kept, wanted)
        if isinstance(changed, InputIssue):
            return changed
        workspace = services.open_profile(profile_of(answers_of(changed)), ctx) if is_open else None
        return Changed(changed, workspace)

    return change_it


def removing(services: Services, kept: KeptProfile) -> Call[KeptProfile]:
    """Make a call that removes a profile with its secrets."""

    def remove_it(ctx: CallContext) -> KeptProfile:
        ctx.cancel.check()
        remove(services.profiles, services.secrets, kept)
        return kept

    return remove_it


def exporting(kept: KeptProfile, path: str) -> Call[str]:
    """Make a call that writes a profile without its secrets and returns the file's name."""

    def export(ctx: CallContext) -> str:
        ctx.cancel.check()
        try:
            Path(path).write_text(export_profile(kept), encoding="utf-8")
        except OSError as error:
            raise _file_failed(path, error) from None
        return Path(path).name

    return export


def importing(services: Services, path: str) -> Call[KeptProfile]:
    """Make a call that keeps an exported profile."""

    def import_it(ctx: CallContext) -> KeptProfile:
        ctx.cancel.check()
        try:
            with Path(path).open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            raise _file_failed(path, error) from None
        return import_profile(services.profiles, data)

    return import_it


def _file_failed(path: str, error: OSError) -> ProblemError:
    said = f"{Path(path).name}: {error.strerror or type(error).__name__}"
    return ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, said))
