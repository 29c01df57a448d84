"""Keys put together from the answers and the secret store, and kept there again."""

from textfactor.domain.answers import Answers, TenantLogin
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, VONAGE_SECRET, Secret, SecretRef
from textfactor.services.container import TenantKey, VonageKey, Workspace


def vonage_key(workspace: Workspace, answers: Answers) -> VonageKey:
    """Put the Vonage key together; raises SECRET_MISSING when its secret is not kept."""
    return VonageKey(answers.api_key, _secret(workspace, VONAGE_SECRET))


def tenant_key(workspace: Workspace, answers: Answers) -> TenantKey:
    """Put the tenant's key together by the chosen way of login; raises SECRET_MISSING."""
    if answers.login is TenantLogin.TOKEN:
        return TenantKey(answers.domain, token=_secret(workspace, AUTH0_TOKEN))
    return TenantKey(answers.domain, answers.client_id, _secret(workspace, AUTH0_SECRET))


def keep_vonage(workspace: Workspace, key: VonageKey) -> None:
    """Keep the account's secret; raises a keyring problem."""
    workspace.secrets.put(SecretRef(workspace.profile.id, VONAGE_SECRET), key.secret)


def keep_tenant(workspace: Workspace, key: TenantKey) -> None:
    """Keep the application's secret or the token, whichever the key has; raises a keyring problem."""
    for name, value in ((AUTH0_SECRET, key.secret), (AUTH0_TOKEN, key.token)):
        if value is not None:
            workspace.secrets.put(SecretRef(workspace.profile.id, name), value)


def _secret(workspace: Workspace, name: str) -> Secret:
    """Fetch a secret of the workspace's profile."""
    found = workspace.secrets.get(SecretRef(workspace.profile.id, name))
    if not found:
        raise ProblemError(Problem(ProblemKind.SECRET_MISSING, Service.KEYRING, name))
    return found
