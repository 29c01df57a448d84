"""What was found, the worrying first: open above, what is fine and what was not tried folded below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.domain.findings import FindingStatus
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.doctor.finding_row import FindingRow
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.expander import Expander
from textfactor.words.doctor import Row, status_word

_ORDER = (FindingStatus.FAIL, FindingStatus.WARNING, FindingStatus.UNKNOWN)


class Results(QWidget):
    """Emits `place_wanted(str)`."""

    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.rows: tuple[Row, ...] = ()
        self._worries = Card(ruled=True, name="doctor_worries")
        self._fine = Card(ruled=True, name="doctor_fine")
        self._untried = Card(ruled=True, name="doctor_untried")
        self._fine_fold = Expander("", name="doctor_fine_toggle")
        self._fine_fold.add(self._fine)
        self._untried_fold = Expander("", name="doctor_untried_toggle")
        self._untried_fold.add(self._untried)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        for part in (self._worries, self._fine_fold, self._untried_fold):
            layout.addWidget(part)
        self.show_rows(())

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these in the place of earlier ones."""
        self.rows = rows
        worries = [row for status in _ORDER for row in rows if row.finding.status is status]
        fine = [row for row in rows if row.finding.status is FindingStatus.PASS]
        untried = [row for row in rows if row.finding.status is FindingStatus.SKIPPED]
        for card, part in ((self._worries, worries), (self._fine, fine), (self._untried, untried)):
            self._fill(card, part)
        self._worries.setVisible(bool(worries))
        self._fine_fold.set_title(fill(self.tr("Fine: {n}"), n=len(fine)))
        self._fine_fold.setVisible(bool(fine))
        self._untried_fold.set_title(fill(self.tr("Not tried: {n}"), n=len(untried)))
        self._untried_fold.setVisible(bool(untried))

    def _fill(self, card: Card, rows: list[Row]) -> None:
        card.clear()
        for row in rows:
            shown = FindingRow(row)
            shown.place_wanted.connect(self.place_wanted)
            card.add(shown)

    def as_text(self) -> str:
        """Write all findings down, one below the other, for a mail or a ticket."""
        lines: list[str] = []
        for row in self.rows:
            status = tr_text(status_word(row.finding.status))
            lines.append(f"[{status}] {tr_text(row.told.title)} ({row.finding.id})")
            lines.append(f"    {tr_text(row.told.meaning)}")
            lines += [f"    - {tr_text(step)}" for step in row.told.next]
        return "\n".join(lines)
