"""What the tenant page has done beside the window: the check, and a look at what is at hand."""

from dataclasses import dataclass

from textfactor.domain.answers import Answers, TenantLogin
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, Secret, SecretRef
from textfactor.domain.tenant import Observed
from textfactor.services.container import TenantKey, Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.keys import tenant_key
from textfactor.services.setup.connect import check_tenant


def obstacle(observed: Observed, tolerated: tuple[str, ...]) -> Problem | None:
    """Name what bars the way on: missing scopes that the person did not agree to go on without."""
    missing = tuple(scope for scope in observed.missing_scopes if scope not in tolerated)
    return Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, " ".join(missing)) if missing else None


class TenantCheck:
    """A call that checks a tenant. What was found stays here also when it bars the way on."""

    def __init__(
        self, workspace: Workspace, answers: Answers, fresh: Secret | None, tolerated: tuple[str, ...]
    ) -> None:
        self._workspace = workspace
        self._answers = answers
        self._fresh = fresh
        self._tolerated = tolerated
        self.observed: Observed | None = None

    def __call__(self, ctx: CallContext) -> Observed:
        """Read the tenant; raises what it was refused with, or the obstacle."""
        observed = check_tenant(self._workspace, self._key(), ctx)
        self.observed = observed
        problem = obstacle(observed, self._tolerated)
        if problem is not None:
            raise ProblemError(problem)
        return observed

    def _key(self) -> TenantKey:
        answers, fresh = self._answers, self._fresh
        if fresh is None:
            return tenant_key(self._workspace, answers)
        if answers.login is TenantLogin.TOKEN:
            return TenantKey(answers.domain, token=fresh)
        return TenantKey(answers.domain, answers.client_id, fresh)


@dataclass(frozen=True, slots=True)
class Suggested:
    """The tenant that a workspace suggests."""

    workspace: Workspace
    key: TenantKey | None


@dataclass(frozen=True, slots=True)
class Kept:
    """Which of the two ways of login have their secret in the store of a workspace."""

    workspace: Workspace
    ways: dict[TenantLogin, bool]


def suggesting(workspace: Workspace) -> Call[Suggested]:
    """Make a call that asks which tenant is at hand."""

    def ask(ctx: CallContext) -> Suggested:
        ctx.cancel.check()
        return Suggested(workspace, workspace.suggested_tenant())

    return ask


def asking_the_store(workspace: Workspace) -> Call[Kept]:
    """Make a call that looks for kept secrets; a keyring may take its time."""

    def ask(ctx: CallContext) -> Kept:
        names = {TenantLogin.APPLICATION: AUTH0_SECRET, TenantLogin.TOKEN: AUTH0_TOKEN}
        ways: dict[TenantLogin, bool] = {}
        for login, name in names.items():
            ctx.cancel.check()
            ways[login] = bool(workspace.secrets.get(SecretRef(workspace.profile.id, name)))
        return Kept(workspace, ways)

    return ask
