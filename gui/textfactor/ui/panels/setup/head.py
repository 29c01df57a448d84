"""What stands at the top of the panel: the tenant, its path, and how much depends on it."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.profile import Profile
from textfactor.domain.tenant import Observed
from textfactor.ui.environment_name import environment_name

translate = QCoreApplication.translate


def lead_of(answers: Answers, profile: Profile, observed: Observed | None) -> str:
    """Name them in one line."""
    known = observed if observed is not None and observed.domain == answers.domain else None
    name = answers.domain
    if known is not None and known.friendly_name:
        name = f"{known.friendly_name} ({name})"
    path = known.path if known is not None else answers.tenant_path
    world = environment_name(profile.environment)
    if profile.practice:
        world = translate("SetupPanel", "Practice world")
    return " · ".join(part for part in (name, _path(path), world) if part)


def _path(path: TenantPath | None) -> str:
    if path is None:
        return ""
    if path is TenantPath.UNIFIED:
        return translate("SetupPanel", "unified path")
    return translate("SetupPanel", "legacy path")
