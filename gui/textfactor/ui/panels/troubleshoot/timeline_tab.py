"""What happened when: the incidents as a list, and the timeline that shows them; the list zooms the timeline."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.domain.bulk import BulkReport, Effect, Incident, IncidentKind
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.panels.troubleshoot.chart_loading import ChartLoader
from textfactor.ui.panels.troubleshoot.listing import Line, Listing, ListingModel
from textfactor.ui.panels.troubleshoot.sayings import number, say
from textfactor.ui.panels.troubleshoot.times import moment, short_moment, span
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.labels import TextLabel
from textfactor.words.bulk import tell_incident

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textfactor.ui.jobs import Jobs
    from textfactor.ui.panels.troubleshoot.chart import Band, Chart

_MARGIN: Final = 0.5
"""Around an incident so much of its length is shown before and after."""
_ROOM: Final = 300
"""But at least so many seconds."""
_MILD: Final = (
    IncidentKind.RATE_LIMIT,
    IncidentKind.SILENCE,
    IncidentKind.LASTING,
    IncidentKind.STEADY,
)


def seconds(at: str) -> float:
    """Turn a time of the report (ISO 8601, UTC) into seconds since 1970; 0 for none."""
    try:
        return datetime.fromisoformat(at.replace("Z", "+00:00")).timestamp() if at else 0.0
    except ValueError:
        return 0.0


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat()


class TimelineTab(QWidget):
    """The chart is loaded once there is something to show. `chart_ready` is emitted then."""

    chart_ready = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._bulk = BulkReport("")
        self._titles: Mapping[str, str] = {}
        self.chart: Chart | None = None
        self._loader = ChartLoader(jobs, self)
        self._loader.ready.connect(self._make_plot)
        headings = (self.tr("What happened"), self.tr("From"), self.tr("To"))
        self.model = ListingModel(headings)
        self.table = Listing(self.tr("Incidents"), "incidents")
        self.table.use(self.model, {1: "2026-11-24 00:00", 2: "2026-11-24 00:00"})
        self.table.chosen.connect(self._zoom_to)
        self._none = TextLabel("", "hint")
        self._legend = TextLabel(
            self.tr(
                "Line: sent. Filled bars: failed. Dashed bars: refused for their pace. Shaded: what is listed above."
            ),
            "hint",
        )
        self._summary = TextLabel(self.tr("Preparing the timeline …"), "hint")
        self._range = TextLabel("", "hint")
        self._buttons = self._make_buttons()
        self._place = QVBoxLayout()
        self._lay_out()

    def _make_buttons(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        for name, label, tip, action in (
            ("zoom_in", self.tr("Zoom in"), "+", self._in),
            ("zoom_out", self.tr("Zoom out"), "-", self._out),
            ("zoom_all", self.tr("Whole time"), "Home", self._all),
        ):
            button = QPushButton(label)
            button.setObjectName(name)
            button.setProperty("role", "small")
            button.setToolTip(fill(self.tr("Keys in the timeline: {keys}"), keys=tip))
            button.clicked.connect(action)
            row.addWidget(button)
        row.addWidget(self._range, 1)
        holder.setEnabled(False)
        return holder

    def _lay_out(self) -> None:
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(96)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self._none)
        layout.addWidget(self.table, 2)
        layout.addWidget(self._buttons)
        layout.addLayout(self._place, 4)
        layout.addWidget(self._legend)
        layout.addWidget(self._summary)

    # ------------------------------------------------------------ for its owner

    def show_bulk(self, bulk: BulkReport, titles: Mapping[str, str] | None = None) -> None:
        """Show the incidents, and the counts over time once they are known; `titles` are those of the causes."""
        self._bulk, self._titles = bulk, titles or {}
        if bulk.done:
            self._loader.start()
        self.model.show(tuple(map(self._line, bulk.incidents)))
        nothing = self.tr("No incident: failures, if any, are spread over the whole time.")
        waiting = self.tr("Incidents are looked for once the file has been read.")
        self._none.setText(nothing if bulk.done else waiting)
        self._none.setVisible(not bulk.incidents)
        self.table.setVisible(bool(bulk.incidents))
        self._show_chart()

    def _line(self, incident: Incident) -> Line:
        harmless_yet = incident.kind is IncidentKind.CHANGE and incident.effect is Effect.NONE
        sign, tone = ("!", "warning") if incident.kind in _MILD or harmless_yet else ("✕", "error")
        told = [*map(say, tell_incident(incident))]
        if incident.kind is IncidentKind.LASTING and incident.cause in self._titles:
            told.insert(0, self._titles[incident.cause])
        cells = (
            f"{sign}  {'; '.join(told)}",
            short_moment(incident.begin),
            short_moment(incident.end),
        )
        return Line(cells, tone)

    def prepare(self) -> None:
        """Begin to load the chart; the rest comes with counts to show, or when the tab is shown."""
        self._loader.load_ahead()

    def showEvent(self, event: QShowEvent) -> None:
        """Load the chart if nobody did before."""
        super().showEvent(event)
        self._loader.start()

    # ------------------------------------------------------------ the chart

    def _make_plot(self) -> None:
        from textfactor.ui.panels.troubleshoot.chart import make_plot  # loaded by now

        QTimer.singleShot(0, self, partial(self._make_chart, make_plot()))

    def _make_chart(self, plot: object) -> None:
        from textfactor.ui.panels.troubleshoot.chart import Chart

        self.chart = Chart(plot=plot)
        self.chart.setAccessibleName(self.tr("Timeline"))
        self.chart.setMinimumHeight(120)
        self.chart.range_changed.connect(self._ranged)
        self._place.addWidget(self.chart)
        self._show_chart()
        self.chart_ready.emit()

    def _show_chart(self) -> None:
        series, chart = self._bulk.series, self.chart
        known = bool(series.sent)
        self._buttons.setEnabled(known and chart is not None)
        if chart is None:
            return
        told = self._in_words() if known else self.tr("No row has a time, so there is no timeline.")
        if not self._bulk.done:
            told = self.tr("The timeline is drawn once the file has been read.")
        self._summary.setText(told)
        chart.setAccessibleDescription(told)
        chart.setVisible(known)
        self._legend.setVisible(known)
        if known:
            # What goes on all the time would shade all of it, and so nothing.
            bands = tuple(
                self._band(incident)
                for incident in self._bulk.incidents
                if incident.kind is not IncidentKind.STEADY
            )
            chart.show_series(series, bands, self._bulk.moments)

    def _band(self, incident: Incident) -> Band:
        return seconds(incident.begin), seconds(incident.end)

    def _in_words(self) -> str:
        """Say what the chart shows, for who cannot see it."""
        bulk, series = self._bulk, self._bulk.series
        lost = [failed + limited for failed, limited in zip(series.failed, series.limited, strict=True)]
        worst = max(range(len(lost)), key=lost.__getitem__)
        if not lost[worst]:
            return fill(self.tr("{span}: nothing failed."), span=span(bulk.first, bulk.last))
        at = _iso(series.start + worst * series.step)
        words = self.tr("{span}. Most failures from {at} on: {n} in {minutes} min.")
        return fill(
            words,
            span=span(bulk.first, bulk.last),
            at=moment(at),
            n=number(lost[worst]),
            minutes=number(series.step // 60),
        )

    def _zoom_to(self, row: int) -> None:
        if self.chart is None or not 0 <= row < len(self._bulk.incidents):
            return
        begin, end = self._band(self._bulk.incidents[row])
        first, last = self.chart.span()
        room = max((end - begin) * _MARGIN, _ROOM)
        self.chart.show_span(max(first, begin - room), min(last, end + room))

    def _in(self) -> None:
        if self.chart is not None:
            self.chart.zoom(0.5)

    def _out(self) -> None:
        if self.chart is not None:
            self.chart.zoom(2.0)

    def _all(self) -> None:
        if self.chart is not None:
            self.chart.show_all()

    def _ranged(self, begin: float, end: float) -> None:
        told = fill(
            self.tr("Shown: {span}; a bar is {minutes} min"),
            span=span(_iso(begin), _iso(end)),
            minutes=number((self.chart.step() if self.chart is not None else 60) // 60),
        )
        self._range.setText(told)
        announce(self, told)
