"""The texts that a tenant has now, read when somebody asks for them."""

from textfactor.domain.answers import TenantPath
from textfactor.domain.templates import TemplateType
from textfactor.services.context import CallContext, Doing
from textfactor.services.tenant_ports import TenantApi

_KNOWN = {kind.value: kind for kind in TemplateType}


def read_texts(api: TenantApi, path: TenantPath, ctx: CallContext) -> dict[TemplateType, str]:
    """Read the texts of a path; a type that the tenant does not list is left out.

    Raises what the tenant refuses with: LEGACY_CALL_ON_UNIFIED where the path is the other one.
    """
    ctx.doing(Doing.READING_TENANT)
    if path is TenantPath.UNIFIED:
        found = api.templates()
        return {_KNOWN[one.type]: one.text for one in found if one.type in _KNOWN}
    legacy = api.legacy_templates()
    if legacy is None:
        return {}
    texts = {TemplateType.VERIFICATION: legacy.verification, TemplateType.ENROLLMENT: legacy.enrollment}
    return {kind: text for kind, text in texts.items() if text}
