"""The tenant page's check: reach the tenant, read it, keep what opened it."""

from textfactor.domain.tenant import Observed
from textfactor.services.container import TenantKey, Workspace
from textfactor.services.context import CallContext
from textfactor.services.keys import keep_tenant
from textfactor.services.setup.detect import detect


def check_tenant(workspace: Workspace, key: TenantKey, ctx: CallContext) -> Observed:
    """Read the tenant, then keep the secret or token; a key that does not open the tenant is not kept."""
    observed = detect(workspace.tenant(key), key.domain, ctx)
    ctx.cancel.check()
    keep_tenant(workspace, key)
    return observed
