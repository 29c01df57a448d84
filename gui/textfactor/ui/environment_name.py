"""The names of the environments, in the window's language."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.answers import Environment


def environment_name(environment: Environment) -> str:
    """Name what a tenant is for."""
    names = {
        Environment.DEVELOPMENT: QCoreApplication.translate("OwnTenant", "Development"),
        Environment.STAGING: QCoreApplication.translate("OwnTenant", "Staging"),
        Environment.PRODUCTION: QCoreApplication.translate("OwnTenant", "Production"),
    }
    return names[environment]
