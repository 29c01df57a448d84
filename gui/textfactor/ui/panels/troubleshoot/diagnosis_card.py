"""One diagnosis: sign, title, how sure, what it means, the evidence, what to do, and the buttons that do it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.diagnosis import Confidence, Diagnosis, Severity
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.troubleshoot.answer import Told
from textfactor.ui.panels.troubleshoot.evidence_button import EvidenceButton
from textfactor.ui.panels.troubleshoot.sayings import link_name, number, say, shares
from textfactor.ui.panels.troubleshoot.times import span
from textfactor.ui.panels.troubleshoot.turns import Turns
from textfactor.ui.widgets.callout import SIGNS
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.flow import Flow
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.link_button import LinkButton
from textfactor.ui.widgets.numbered import Numbered
from textfactor.words.diagnosis import confidence_word, severity_word
from textfactor.words.diagnosis_kinds import place_words

_MOST_EVIDENCE = 4


def tone_of(one: Diagnosis) -> str:
    """Choose the tone: what is merely possible never looks like what is certain."""
    if one.severity is Severity.FINE:
        return "ok"
    if one.severity is Severity.NOTICE:
        return "info"
    broken = one.severity is Severity.BROKEN and one.confidence is not Confidence.POSSIBLE
    return "error" if broken else "warning"


class DiagnosisCard(Card):
    """Emits `evidence_wanted(Evidence)` and `place_wanted(str)`. What is below the title is made when it is opened.

    `pages` are the addresses that may be opened: those of the knowledge base, and of these only https.
    """

    evidence_wanted = Signal(object)
    place_wanted = Signal(str)

    def __init__(self, told: Told, pages: frozenset[str], place: int, *, opened: bool) -> None:
        super().__init__(name=f"diagnosis_{place}")
        self._told, self._pages, self._place = told, pages, place
        self._tone = tone_of(told.diagnosis)
        self._details: QWidget | None = None
        self._turns = Turns(self)
        self._toggle = QPushButton()
        self._toggle.setObjectName(f"diagnosis_{place}_toggle")
        self._toggle.setProperty("role", "toggle")
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._show)
        self.title = say(told.explanation.title)
        self.setAccessibleName(self.title)
        self.add(self._head())
        if opened:
            self._toggle.setChecked(True)
        else:
            self._show(opened=False)

    def _head(self) -> QWidget:
        one = self._told.diagnosis
        sign = ShortLabel(SIGNS[self._tone], "sign")
        sign.setProperty("tone", self._tone)
        sign.setAccessibleName(tr_text(severity_word(one.severity)))
        sure = ShortLabel(tr_text(confidence_word(one.confidence)), "hint")
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        title = TextLabel(self.title, "section")
        top = Qt.AlignmentFlag.AlignTop
        for label in (sign, sure):  # on one line with the larger letters of the title
            label.setContentsMargins(0, theme.SPACE // 2, 0, 0)
        title.setAlignment(top)
        row.addWidget(sign, 0, top)
        row.addWidget(title, 1)
        row.addWidget(sure, 0, top)
        row.addWidget(self._toggle, 0, top)
        return holder

    def is_open(self) -> bool:
        """Whether its details are to be seen."""
        return self._toggle.isChecked()

    def _show(self, opened: bool) -> None:
        self._toggle.setText("▾" if opened else "▸")
        label = self.tr("Hide details: {title}") if opened else self.tr("Show details: {title}")
        self._toggle.setAccessibleName(fill(label, title=self.title))
        if self._details is not None:
            self._details.setVisible(opened)
        elif opened:
            self._details = QWidget()
            self._details.setProperty("role", "clear")
            column = QVBoxLayout(self._details)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.RELATED)
            self.add(self._details)
            parts = (
                self._add_meaning,
                self._add_evidence,
                self._add_causes,
                self._add_steps,
                self._add_buttons,
            )
            self._turns.begin([partial(_make, part, column) for part in parts])

    @property
    def complete(self) -> bool:
        """Whether all its parts are there; they are made one after the other."""
        return self._turns.over

    # ------------------------------------------------------------ the details

    def _add_meaning(self, column: QVBoxLayout) -> None:
        column.addWidget(TextLabel(say(self._told.explanation.meaning)))
        if self._told.root is not None:
            follows = fill(self.tr("This follows from: {cause}"), cause=say(self._told.root))
            column.addWidget(TextLabel(follows, "hint"))
        for line in self._numbers():
            column.addWidget(TextLabel(line, "hint"))

    def _add_causes(self, column: QVBoxLayout) -> None:
        causes = self._told.explanation.causes
        if causes:
            column.addWidget(ShortLabel(self.tr("Usual reasons"), "label"))
            column.addWidget(_listed(tuple(say(cause) for cause in causes)))

    def _add_steps(self, column: QVBoxLayout) -> None:
        fix = self._told.explanation.fix
        if fix:
            column.addWidget(ShortLabel(self.tr("What to do"), "label"))
            steps = Numbered()
            steps.set_steps(tuple(say(step) for step in fix))
            column.addWidget(steps)

    def _numbers(self) -> list[str]:
        """Say how many rows speak for it, and in an export whom it concerned."""
        one, spread = self._told.diagnosis, self._told.spread
        lines: list[str] = []
        if one.count > 1 or spread is not None:
            rows = fill(self.tr("Rows: {n}"), n=number(one.count))
            lines.append(" · ".join(part for part in (rows, span(one.first, one.last)) if part))
        if spread is None:
            return lines
        if spread.users or spread.numbers:
            people = self.tr("Different users: {users}, different numbers: {numbers}")
            lines.append(fill(people, users=number(spread.users), numbers=number(spread.numbers)))
        for label, found in (
            (self.tr("Countries: {list}"), spread.countries),
            (self.tr("Applications: {list}"), spread.clients),
            (self.tr("Senders: {list}"), spread.senders),
        ):
            if found:
                lines.append(fill(label, list=shares(found)))
        return lines

    def _add_evidence(self, column: QVBoxLayout) -> None:
        pieces = self._told.diagnosis.evidence
        if not pieces:
            return
        column.addWidget(ShortLabel(self.tr("Evidence"), "label"))
        tone = "error" if self._tone == "error" else ""
        for index, piece in enumerate(pieces[:_MOST_EVIDENCE]):
            button = EvidenceButton(piece, tone, f"diagnosis_{self._place}_evidence_{index}")
            button.wanted.connect(self.evidence_wanted)
            column.addWidget(button)
        if len(pieces) > _MOST_EVIDENCE:
            more = self.tr("{n} more, marked in the source")
            column.addWidget(ShortLabel(fill(more, n=len(pieces) - _MOST_EVIDENCE), "hint"))

    def _add_buttons(self, column: QVBoxLayout) -> None:
        words, name = self._told.explanation, self.objectName()
        label = place_words(words.opens) if words.opens else None
        if label is not None:
            button = QPushButton(tr_text(label))
            button.setObjectName(f"{name}_opens")
            button.clicked.connect(partial(self.place_wanted.emit, words.opens))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QWidget()
        row.setProperty("role", "clear")
        flow = Flow(row)
        for index, address in enumerate(words.links):
            if address in self._pages and address.startswith("https://"):
                flow.addWidget(LinkButton(link_name(address), address, name=f"{name}_link_{index}"))
        if flow.count():
            policy = row.sizePolicy()
            policy.setHeightForWidth(True)
            row.setSizePolicy(policy)
            column.addWidget(row)
        else:
            row.deleteLater()


def _make(part: Callable[[QVBoxLayout], None], column: QVBoxLayout) -> None:
    """Make a part and show it now: a layout does so a moment later, and what is below would move twice."""
    before = column.count()
    part(column)
    for place in range(before, column.count()):
        item = column.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.show()


def _listed(lines: tuple[str, ...]) -> QWidget:
    """Set sentences below each other, each behind a dash."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.RELATED)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        grid.addWidget(ShortLabel("–", "small"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TextLabel(line, "small"), row, 1)
    return holder
