"""What was found in a tenant, in rows for a card."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.tenant import Observed
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.wizard.pages.fact_list import Fact
from textfactor.words import facts
from textfactor.words.found import FoundFact

translate = QCoreApplication.translate


def found_facts(observed: Observed) -> tuple[Fact, ...]:
    """List the facts as they are worded for both faces; what most tenants do not have is told in one row."""
    found = facts.found_facts(observed)
    rows = [as_fact(one) for one in found if not one.quiet]
    absent = [tr_text(one.what) for one in found if one.quiet]
    if absent:
        rows.append(Fact(translate("FoundFacts", "Looked for, and not there"), ", ".join(absent)))
    return tuple(rows)


def as_fact(found: FoundFact) -> Fact:
    """Translate one fact."""
    how = ", ".join(tr_text(part) for part in found.how)
    origin = (
        fill(translate("FoundFacts", "Read with {request}"), request=found.origin) if found.origin else ""
    )
    return Fact(tr_text(found.what), how, tr_text(found.reason) if found.reason else "", origin)
