"""One code's way: a line of chips, and below it each station with what was seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.harmless import harmless
from textfactor.domain.login import HopState
from textfactor.domain.sent_tests import masked
from textfactor.domain.timeline import JoinedBy, Light, Stage
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.troubleshoot.sayings import masked_person, say
from textfactor.ui.panels.troubleshoot.times import moment, zone
from textfactor.ui.panels.troubleshoot.watch.calls import red_evidence
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.expander import Expander
from textfactor.ui.widgets.hop_row import HopRow
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.words.timeline import how_sure, joined_by, journey_word, source_name, stage_name, step_state

if TYPE_CHECKING:
    from textfactor.domain.timeline import Journey, Step
    from textfactor.words.text import Text

_NEVER: Final = ("–", "muted")
_WAITS: Final = ("○", "muted")
_SIGNS: Final = {Light.GREEN: ("✓", "ok"), Light.RED: ("✕", "error"), Light.UNKNOWN: ("?", "warning")}
_STATES: Final = {
    Light.GREEN: HopState.PASSED,
    Light.RED: HopState.FAILED,
    Light.UNKNOWN: HopState.UNKNOWN,
}
_LONGEST: Final = 300


class JourneyCard(Card):
    """Emits `diagnose_wanted(str)` with what was seen at the station that failed."""

    diagnose_wanted = Signal(str)

    def __init__(self, journey: Journey, *, asks: bool = True) -> None:
        super().__init__(name="journey")
        self._journey = journey
        self._asks = asks
        """Whether what failed can be diagnosed from here; where its diagnosis stands below, it need not."""
        self._sign = ShortLabel("", "sign")
        self._sign.setFixedWidth(theme.GROUP + theme.SPACE)
        self._title = TextLabel("", "label")
        self._cause = TextLabel("", "hint")
        self._diagnose = QPushButton(self.tr("Diagnose this"))
        self._diagnose.setObjectName("diagnose_journey")
        self._diagnose.setProperty("role", "small")
        self._diagnose.clicked.connect(self._ask)
        self._hops = Expander("", name="journey_hops")
        self._stations: dict[Stage, HopRow] = {}
        together = QWidget()
        together.setProperty("role", "clear")
        rows = QVBoxLayout(together)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for step in journey.steps:
            row = HopRow(tr_text(stage_name(step.stage)), name=f"hop_{step.stage}")
            self._stations[step.stage] = row
            rows.addWidget(row)
        self._hops.add(together)
        self.add(self._head())
        self.add(self._cause)
        self.add(self._hops)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setProperty("role", "clear")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._sign)
        row.addWidget(self._title, 1)
        row.addWidget(self._diagnose)
        return head

    def show_journey(self, journey: Journey, titles: dict[str, Text]) -> None:
        """Show how far the code has come."""
        self._journey = journey
        sign, tone = _WAITS if self._asks and journey.waits else _SIGNS[journey.light]
        self._sign.setText(sign)
        theme.set_look(self._sign, tone=tone)
        number = masked(journey.to) if journey.to else ""
        who = " · ".join(filter(None, (masked_person(journey.user), number))) or self.tr("test message")
        words = fill(
            self.tr("{state} · {time} {zone} · {who}"),
            state=tr_text(journey_word(journey, watched=self._asks)),
            time=moment(journey.began),
            zone=zone(journey.began),
            who=who,
        )
        self._title.setText(words)
        self.setAccessibleName(words)
        title = titles.get(journey.cause)
        self._cause.setText(say(title) if title is not None else "")
        self._cause.setVisible(title is not None)
        self._diagnose.setVisible(self._asks and journey.light is Light.RED)
        self._hops.set_title("   ".join(self._chip(step) for step in journey.steps))
        for step in journey.steps:
            state = HopState.NOT_REACHED if journey.never_reached(step) else _STATES[step.light]
            self._stations[step.stage].set_state(state, self._detail(step))

    def set_open(self, *, opened: bool) -> None:
        """Show the stations one by one, or only their chips."""
        self._hops.set_open(opened=opened)

    def is_open(self) -> bool:
        """Whether the stations are shown one by one."""
        return self._hops.is_open()

    def chips(self) -> str:
        """The line of chips, as it is shown."""
        return "   ".join(self._chip(step) for step in self._journey.steps)

    def _chip(self, step: Step) -> str:
        sign = _NEVER if self._journey.never_reached(step) else _SIGNS[step.light]
        return f"{sign[0]} {tr_text(stage_name(step.stage))}"

    def _detail(self, step: Step) -> str:
        """Say how it stands, when, what was seen, and why it is taken to belong here."""
        pieces = [tr_text(step_state(step, self._journey))]
        if step.at:
            pieces.append(moment(step.at)[11:])
        for seen in step.evidence:
            named = source_name(seen.where)
            told = f"{tr_text(named)}: {seen.text}" if named is not None else seen.text
            pieces.append(harmless(" ".join(told.split()))[:_LONGEST])
        link = step.link
        if link is not None and link.by is not JoinedBy.ROW:
            words = self.tr("{by}, {sure}")
            pieces.append(fill(words, by=tr_text(joined_by(link)), sure=tr_text(how_sure(link))))
        return " · ".join(filter(None, pieces))

    def _ask(self) -> None:
        self.diagnose_wanted.emit(red_evidence(self._journey))
