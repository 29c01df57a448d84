"""What the welcome page does for one's own tenant: check what was typed, describe the profile, open it."""

import os.path
import uuid
from collections.abc import Callable

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Fault, Field, InputIssue, clean_ca_file, clean_profile_name, clean_proxy
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints, Profile
from textfactor.services.container import Workspace
from textfactor.services.context import Call, CallContext

_CA_FILE = "ca_file"


def wrong(answers: Answers, proxy: Fault | None) -> tuple[InputIssue, ...]:
    """Name what cannot be right about the profile; of the proxy its field knows, a wrong one is no answer."""
    found = ((Field.PROFILE_NAME, clean_profile_name(answers.profile_name)), (Field.PROXY, proxy))
    return tuple(InputIssue(field, value) for field, value in found if isinstance(value, Fault))


def profile_of(answers: Answers) -> Profile:
    """Describe the profile that the answers ask for; a new one gets a random id."""
    name, proxy = clean_profile_name(answers.profile_name), clean_proxy(answers.proxy)
    ca_file = clean_ca_file(answers.ca_file, bool)
    return Profile(
        id=answers.profile_id or uuid.uuid4().hex,
        name=answers.profile_name if isinstance(name, Fault) else name,
        environment=answers.environment,
        practice=False,
        endpoints=Endpoints(ca_file=str(ca_file), proxy="" if isinstance(proxy, Fault) else proxy),
    )


def opening(open_profile: Callable[[Profile, CallContext], Workspace], profile: Profile) -> Call[Workspace]:
    """Make a call that opens a profile after a look at its CA file, which may lie on a slow disk."""

    def open_it(ctx: CallContext) -> Workspace:
        if isinstance(clean_ca_file(profile.endpoints.ca_file, os.path.isfile), Fault):
            raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, code=_CA_FILE))
        return open_profile(profile, ctx)

    return open_it


def missing_file(problem: Problem) -> InputIssue | None:
    """Return the issue where the problem is that the CA file is not there."""
    return InputIssue(Field.CA_FILE, Fault.NO_SUCH_FILE) if problem.code == _CA_FILE else None
