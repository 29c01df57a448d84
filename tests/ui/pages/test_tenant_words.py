"""What the tenant page says first of a tenant that was read."""

from tests.fakes.setup import DOMAIN, fresh, patient, with_old_action

from textfactor.services.setup.detect import detect
from textfactor.ui.wizard.pages.tenant_words import readiness, tone


def test_a_tenant_with_a_dead_hook_is_told_so_first():
    observed = detect(with_old_action(), DOMAIN, patient())
    assert tone(observed) == "warning"
    assert readiness(observed).startswith("The old Hook “")
    assert "18 Nov 2026" in readiness(observed)


def test_any_other_tenant_is_ready():
    observed = detect(fresh(), DOMAIN, patient())
    assert tone(observed) == "ok"
    assert "Hook" not in readiness(observed)
