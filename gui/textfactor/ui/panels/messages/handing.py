"""What the panel has done beside the window: the tenant's texts read, and both texts of a code looked at."""

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.templates import TemplateType, enroll_type, login_type
from textfactor.services.container import Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.keys import tenant_key
from textfactor.services.messages.looking import Look, Shown, look
from textfactor.services.messages.tenant_texts import read_texts


def reading(workspace: Workspace, answers: Answers, path: TenantPath) -> Call[dict[TemplateType, str]]:
    """Make a call that reads the tenant's texts of a path."""

    def read(ctx: CallContext) -> dict[TemplateType, str]:
        return read_texts(workspace.tenant(tenant_key(workspace, answers)), path, ctx)

    return read


def handing(path: TenantPath, enroll: str, verify: str) -> Call[tuple[Look, Look]]:
    """Make a call that looks at both texts before Setup gets them."""

    def check(ctx: CallContext) -> tuple[Look, Look]:
        ctx.cancel.check()
        return look(enroll, Shown(enroll_type(path))), look(verify, Shown(login_type(path)))

    return check
