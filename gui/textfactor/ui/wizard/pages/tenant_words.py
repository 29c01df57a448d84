"""What the tenant page says of a tenant that can be set up."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.answers import TenantPath
from textfactor.domain.tenant import Observed
from textfactor.ui.messages import fill

translate = QCoreApplication.translate


def readiness(observed: Observed) -> str:
    """Say what sent before and does not any more, which path it is on, and how the token stands."""
    return " ".join(part for part in (_old_hook(observed), _path(observed), _scopes(observed)) if part)


def tone(observed: Observed) -> str:
    """Choose the tone: somebody with a dead Hook sends no codes, and should see that."""
    return "warning" if _dead(observed) else "ok"


def _dead(observed: Observed) -> str:
    return next((hook.name for hook in observed.hooks if hook.enabled), "")


def _old_hook(observed: Observed) -> str:
    name = _dead(observed)
    if not name:
        return ""
    told = translate(
        "TenantPage",
        "The old Hook “{name}” is still here, and sent the codes until Auth0 stopped all Hooks on 18 Nov 2026. This "
        "set-up replaces it; the page on the sender shows what its code did.",
    )
    return fill(told, name=name)


def _path(observed: Observed) -> str:
    if observed.path is TenantPath.UNIFIED:
        return translate("TenantPage", "It is on the unified path.")
    return translate("TenantPage", "It is on the legacy path, and is set up as that path wants it.")


def _scopes(observed: Observed) -> str:
    if observed.scopes is None:
        return translate("TenantPage", "The token does not tell its scopes; a missing one shows later.")
    if observed.missing_scopes:
        return translate("TenantPage", "Some scopes are missing, and you chose to go on without them.")
    return translate("TenantPage", "The token has every scope that is needed.")
