"""The causes of an export with their counts, and below them the one that is selected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from textfactor.domain.harmless import harmless
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.panels.troubleshoot.diagnosis_card import DiagnosisCard, tone_of
from textfactor.ui.panels.troubleshoot.listing import Line, Listing, ListingModel
from textfactor.ui.panels.troubleshoot.sayings import masked_people, number, say, shares
from textfactor.ui.panels.troubleshoot.scan import Cause, Seen
from textfactor.ui.panels.troubleshoot.times import short_moment
from textfactor.ui.widgets.callout import SIGNS
from textfactor.ui.widgets.labels import TextLabel

_TONES = {"error": "error", "warning": "warning", "ok": "ok", "info": "accent"}


class CausesTab(QWidget):
    """Emits `place_wanted(str)`, and `row_wanted(int)` for the first row that speaks for a cause."""

    place_wanted = Signal(str)
    row_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._seen: Seen | None = None
        self._card: DiagnosisCard | None = None
        self._picked = False
        """Whether the person chose a cause, which then stays chosen."""
        self._ours = False
        headings = (self.tr("Cause"), self.tr("Rows"), self.tr("First"), self.tr("Last"))
        self.model = ListingModel(headings)
        self.table = Listing(self.tr("Causes"), "causes")
        self.table.use(self.model, {1: "000 000", 2: "2026-11-24 00:00", 3: "2026-11-24 00:00"})
        self.table.chosen.connect(self._choose)
        self._people = TextLabel("", "hint")
        self._unknown = TextLabel("")
        self._row = QPushButton(self.tr("Show its first row"))
        self._row.setObjectName("first_row")
        self._row.clicked.connect(self._show_row)
        self._inside = QVBoxLayout()
        self._lay_out()
        self._show_cause(-1)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        inside.setLayout(self._inside)
        self._inside.setContentsMargins(0, 0, theme.RELATED, 0)
        self._inside.setSpacing(theme.RELATED)
        self._inside.addWidget(self._unknown)
        self._inside.addWidget(self._row, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setProperty("role", "reading")
        area.setAccessibleName(self.tr("The selected cause"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(96)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self.table, 2)
        layout.addWidget(self._people)
        layout.addWidget(area, 3)

    def card(self) -> DiagnosisCard | None:
        """The selected cause, None while none is selected or it is not known."""
        return self._card

    def show_seen(self, seen: Seen) -> None:
        """Show what is known so far; what was selected stays selected."""
        chosen_before = self._chosen()
        chosen = chosen_before if self._picked else None
        self._seen = seen
        self._ours = True
        self.model.show(tuple(map(self._line, seen.causes)))
        self._show_people(seen)
        now = next((row for row, cause in enumerate(seen.causes) if chosen and _same(cause, chosen)), 0)
        if seen.causes:
            self.table.choose(now)
        self._ours = False
        same = chosen_before is not None and seen.causes and _same(seen.causes[now], chosen_before)
        if seen.bulk.done or not same:  # what it means does not change with each row that is read
            self._show_cause(now)

    def _line(self, cause: Cause) -> Line:
        told = cause.told
        tone = tone_of(told.diagnosis) if told is not None else "warning"
        title = say(told.explanation.title) if told is not None else harmless(" ".join(cause.text.split()))
        cells = (
            f"{SIGNS[tone]}  {title}",
            number(cause.count),
            short_moment(cause.first),
            self.tr("still going on") if cause.goes_on else short_moment(cause.last),
        )
        return Line(cells, _TONES[tone])

    def _show_people(self, seen: Seen) -> None:
        bulk, lines = seen.bulk, list[str]()
        users = tuple(share for share in bulk.users if share.count > 1)
        numbers = tuple(share for share in bulk.numbers if share.count > 1)
        if users:
            lines.append(fill(self.tr("Users with most failures: {list}"), list=masked_people(users)))
        if numbers:
            lines.append(fill(self.tr("Numbers with most failures: {list}"), list=shares(numbers)))
        self._people.setText("\n".join(lines))
        self._people.setVisible(bool(lines))

    def _chosen(self) -> Cause | None:
        row = self.table.currentIndex().row()
        return (
            self._seen.causes[row] if self._seen is not None and 0 <= row < len(self._seen.causes) else None
        )

    def forget(self) -> None:
        """Another export is about to be read."""
        self._picked, self._seen = False, None
        self.model.show(())
        self._people.hide()
        self._show_cause(-1)

    def _choose(self, row: int) -> None:
        if not self._ours:
            self._picked = row >= 0
            self._show_cause(row)

    def _show_cause(self, row: int) -> None:
        if self._card is not None:
            self._inside.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        seen = self._seen
        cause = seen.causes[row] if seen is not None and 0 <= row < len(seen.causes) else None
        self._row.setVisible(cause is not None and cause.row >= 0)
        unknown = cause is not None and cause.told is None
        self._unknown.setVisible(unknown or cause is None)
        if unknown:
            self._unknown.setText(
                self.tr("This error is not known here. Open its first row to see all of it.")
            )
        elif cause is None:
            self._unknown.setText(self.tr("Select a cause to see what it means and what to do."))
        if seen is not None and cause is not None and cause.told is not None:
            self._card = DiagnosisCard(cause.told, seen.pages, 0, opened=True)
            self._card.place_wanted.connect(self.place_wanted)
            self._inside.insertWidget(0, self._card)
            self._card.show()

    def _show_row(self) -> None:
        cause = self._chosen()
        if cause is not None:
            self.row_wanted.emit(cause.row)


def _same(one: Cause, other: Cause) -> bool:
    if one.told is None or other.told is None:
        return one.told is other.told and one.text == other.text
    return one.told.diagnosis.cause == other.told.diagnosis.cause
