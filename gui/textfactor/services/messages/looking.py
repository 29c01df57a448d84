"""One look at a text: what the editor, the wizard and the command line show of it."""

from dataclasses import dataclass

from textfactor.domain.sms_text import Measured, measure
from textfactor.domain.templates import TRIAL_REMARK, LintNote, TemplateType
from textfactor.services.messages.lint import lint
from textfactor.services.messages.preview import ADA, Person, Rendered, render, values_for

_PLAIN = 1_000
EXAMPLE_NAME = "Acme"
"""Stands for the tenant's name while nobody knows it: everywhere the same, since it counts."""


@dataclass(frozen=True, slots=True)
class Shown:
    """For whom a text is looked at: `locale` in place of the person's own, `tenant` its name, `domain` of the login."""

    kind: TemplateType = TemplateType.OTP_VERIFY
    who: Person = ADA
    locale: str = ""
    tenant: str = ""
    domain: str = ""
    trial: bool = False
    """Whether the account is on trial, so that Vonage appends its remark."""


@dataclass(frozen=True, slots=True)
class Look:
    """A source with what becomes of it. `measured` counts the remark of a trial account if there is one."""

    source: str
    shown: Shown
    rendered: Rendered
    text: str
    """What arrives on the phone."""
    measured: Measured
    notes: tuple[LintNote, ...]


def look(source: str, shown: Shown) -> Look:
    """Render, count and lint; the first time, loading the engine takes a moment."""
    values = values_for(shown.kind.path, shown.who, locale=shown.locale, tenant=shown.tenant)
    rendered = render(source, values)
    text = rendered.text + TRIAL_REMARK if shown.trial and rendered.text else rendered.text
    return Look(source, shown, rendered, text, measure(text), lint(source, shown.kind, domain=shown.domain))


def is_quick(source: str) -> bool:
    """Say whether a look takes a millisecond or two at most: short, and nothing in it goes round."""
    loops = ("for", "tablerow", "capture", "assign", "render", "include", "liquid")
    return len(source) <= _PLAIN and not any(word in source for word in loops if "{%" in source)
