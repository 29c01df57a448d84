"""What the welcome page does for one's own tenant: check what was typed, describe the profile, open it."""

import os.path
import uuid

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_ca_file, clean_profile_name
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Profile
from textfactor.services.container import Services, Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.profiles.book import NAME_TAKEN, need_free_name
from textfactor.services.profiles.book import profile_of as described

_CA_FILE = "ca_file"


def wrong(answers: Answers, proxy: Fault | None) -> tuple[InputIssue, ...]:
    """Name what cannot be right about the profile; of the proxy its field knows, a wrong one is no answer."""
    found = ((Field.PROFILE_NAME, clean_profile_name(answers.profile_name)), (Field.PROXY, proxy))
    return tuple(InputIssue(field, value) for field, value in found if isinstance(value, Fault))


def profile_of(answers: Answers) -> Profile:
    """Describe the profile that the answers ask for; a new one gets a random id."""
    return described(answers, answers.profile_id or uuid.uuid4().hex)


def opening(services: Services, profile: Profile) -> Call[Workspace]:
    """Make a call that opens a profile after a look at its CA file, which may lie on a slow disk, and at its name."""

    def open_it(ctx: CallContext) -> Workspace:
        if isinstance(clean_ca_file(profile.endpoints.ca_file, os.path.isfile), Fault):
            raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, code=_CA_FILE))
        need_free_name(services.profiles, profile)
        return services.open_profile(profile, ctx)

    return open_it


def reopening(workspace: Workspace) -> Call[Workspace]:
    """Make a call that hands over a world which was left and still runs."""

    def hand_over(ctx: CallContext) -> Workspace:
        ctx.cancel.check()
        return workspace

    return hand_over


def at_a_field(problem: Problem) -> InputIssue | None:
    """Return the issue where the problem is that the CA file is not there, or that the name is taken."""
    if problem.code == _CA_FILE:
        return InputIssue(Field.CA_FILE, Fault.NO_SUCH_FILE)
    return InputIssue(Field.PROFILE_NAME, Fault.NAME_TAKEN) if problem.code == NAME_TAKEN else None
