"""What the tenant page says of a tenant that can be set up."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.answers import TenantPath
from textfactor.domain.tenant import Observed

translate = QCoreApplication.translate


def readiness(observed: Observed) -> str:
    """Say which path it is on, and how the token stands."""
    return f"{_path(observed)} {_scopes(observed)}"


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
