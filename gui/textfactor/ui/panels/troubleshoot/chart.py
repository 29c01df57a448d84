"""The timeline: messages over time, what failed filled, incidents as bands. Zoomed by wheel, buttons and keys.

The only module that imports pyqtgraph; `chart_loading` loads it when it is first shown.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from textfactor.domain.bulk import STEPS, Moments, Series
from textfactor.ui import theme

pg: Any = import_module("pyqtgraph")
"""Without types of its own; this name keeps that from spreading."""

_ZOOM: Final = 0.5
_POINTS: Final = 120
"""Bars are as short as they can be with fewer of them in sight."""
_THIN: Final = 2
"""Pixels that a ground has at least: what happened in one moment is to be seen as well."""
_PAN: Final = 0.25
_ABOVE: Final = 2
_PALE: Final = 70
"""How opaque a filled area is, of 255."""
Band = tuple[float, float]
"""When something began and ended, in seconds since 1970."""


class _Grounds(pg.GraphicsObject):
    """Grounds from top to bottom for all spans of time: one item, since there may be some hundred of them."""

    def __init__(self, bands: tuple[Band, ...], colour: QColor, highest: float) -> None:
        super().__init__()  # pyright: ignore[reportUnknownMemberType]
        self._bands, self._colour = bands, colour
        begin = min((band[0] for band in bands), default=0.0)
        end = max((band[1] for band in bands), default=0.0)
        # A plot shows some room above its highest point; there is nothing below zero.
        self._rect = QRectF(begin, 0, end - begin, _ABOVE * highest)
        self.setZValue(-10)

    def boundingRect(self) -> QRectF:
        """Return where the grounds lie; see Qt."""
        return self._rect

    def paint(self, painter: QPainter, *_: object) -> None:
        """Paint them; see Qt."""
        least = _THIN * float(self.pixelWidth() or 0)
        for begin, end in self._bands:
            end = max(end, begin + least)
            painter.fillRect(QRectF(begin, 0, end - begin, self._rect.height()), self._colour)


def make_plot() -> Any:  # noqa: ANN401 - the library has no types
    """Make what a chart draws on: the longer half of making a chart, for a turn of the event loop of its own."""
    return pg.PlotItem(axisItems={"bottom": pg.DateAxisItem()}, enableMenu=False)


class Chart(QFrame):
    """Emits `range_changed(begin, end)` in seconds since 1970 when another span of time is shown."""

    range_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None, plot: object = None) -> None:
        super().__init__(parent)
        self._series = self._drawn = Series()
        self._moments = Moments()
        self._bands: tuple[Band, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("chart")
        self.setProperty("role", "chart")
        view: Any = pg.PlotWidget(plotItem=make_plot() if plot is None else plot)
        for part in (view, view.viewport()):  # the keys are the frame's
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view = view
        self._plot: Any = view.getPlotItem()
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=True, y=False)
        self._box: Any = self._plot.vb
        self._box.setDefaultPadding(0.06)
        self._box.enableAutoRange(axis="y")
        self._box.setAutoVisible(y=True)
        self._box.setLimits(yMin=0)
        self._box.sigXRangeChanged.connect(self._moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(view)

    def show_series(self, series: Series, bands: tuple[Band, ...], moments: Moments) -> None:
        """Show counts and incidents; parts that are zoomed to are counted anew from the moments."""
        if (series, bands) == (self._series, self._bands):
            return
        before = self.span()
        self._series, self._bands, self._moments = series, bands, moments
        self._drawn = series
        self._draw()
        if self.span() != before:
            self.show_all()

    def span(self) -> Band:
        """From when to when the counts reach."""
        series = self._series
        return float(series.start), float(series.start + max(1, len(series.sent)) * series.step)

    def shown(self) -> Band:
        """From when to when is shown."""
        begin, end = self._box.viewRange()[0]
        return float(begin), float(end)

    def show_all(self) -> None:
        """Show the whole time."""
        begin, end = self.span()
        self._box.setLimits(xMin=begin, xMax=end, minXRange=min(STEPS[0] * 4, end - begin))
        self.show_span(begin, end)

    def show_span(self, begin: float, end: float) -> None:
        """Show a part of the time."""
        self._box.setXRange(begin, end, padding=0)

    def zoom(self, factor: float) -> None:
        """Show so many times as much time, around the middle."""
        begin, end = self.shown()
        middle, half = (begin + end) / 2, (end - begin) / 2 * factor
        first, last = self.span()
        self.show_span(max(first, middle - half), min(last, middle + half))

    def pan(self, share: float) -> None:
        """Go on or back by a share of what is shown."""
        begin, end = self.shown()
        first, last = self.span()
        by = max(first - begin, min(last - end, (end - begin) * share))
        self.show_span(begin + by, end + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -, walk with the arrow keys, show all with Home."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Up:
                self.zoom(_ZOOM)
            case Qt.Key.Key_Minus | Qt.Key.Key_Down:
                self.zoom(1 / _ZOOM)
            case Qt.Key.Key_Left:
                self.pan(-_PAN)
            case Qt.Key.Key_Right:
                self.pan(_PAN)
            case Qt.Key.Key_Home | Qt.Key.Key_0:
                self.show_all()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._series.sent:
            self._draw()

    def _moved(self, _box: object, shown: Band) -> None:
        self._refine(float(shown[0]), float(shown[1]))
        self.range_changed.emit(float(shown[0]), float(shown[1]))

    def step(self) -> int:
        """How many seconds one bar stands for."""
        return self._drawn.step

    def _refine(self, begin: float, end: float) -> None:
        """Draw shorter bars for a shorter span of time, with as much again at both sides to walk to."""
        room, whole = end - begin, self._series
        step = next((step for step in STEPS if room / step < _POINTS), whole.step)
        first, last = self.span()
        begin, end = max(first, begin), min(last, end)
        if step >= whole.step:
            drawn = whole
        elif (
            step == self._drawn.step
            and self._drawn.start <= begin
            and end <= self._drawn.start + len(self._drawn.sent) * step
        ):
            return
        else:
            reach = int(max(first, begin - room)), int(min(last, end + room))
            drawn = self._moments.series(*reach, step)
        if drawn is not self._drawn:
            self._drawn = drawn
            self._draw()

    # ------------------------------------------------------------ drawing

    def _draw(self) -> None:
        roles = theme.current_roles()
        self._plot.clear()
        self._view.setBackground(QColor(roles.surface))
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            axis.setPen(QColor(roles.line))
            axis.setTextPen(QColor(roles.muted))
        ground = QColor(roles.warning)
        ground.setAlpha(_PALE // 2)
        self._plot.addItem(_Grounds(self._bands, ground, self._highest()), ignoreBounds=True)
        self._curve(self._drawn.sent, pg.mkPen(QColor(roles.accent), width=1.5))
        pale = QColor(roles.error)
        pale.setAlpha(_PALE)
        nothing = (0,) * len(self._drawn.failed)
        self._bars(self._drawn.failed, nothing, pg.mkPen(QColor(roles.error), width=1.5), pale)
        dashed = pg.mkPen(QColor(roles.warning), width=1.5, style=Qt.PenStyle.DashLine)
        self._bars(self._drawn.limited, self._drawn.failed, dashed, QColor("transparent"))

    def _highest(self) -> int:
        """Return the highest point of all that is drawn."""
        series = self._drawn
        lost = map(sum, zip(series.failed, series.limited, strict=True))
        return max((*series.sent, *lost, 1))

    def _curve(self, counts: tuple[int, ...], pen: object) -> None:
        start, step = self._drawn.start, self._drawn.step
        edges = [start + place * step for place in range(len(counts) + 1)]
        self._plot.plot(edges, list(counts), stepMode="center", pen=pen)

    def _bars(self, counts: tuple[int, ...], below: tuple[int, ...], pen: object, brush: QColor) -> None:
        """Draw a bar where there is anything, on top of others."""
        start, step = self._drawn.start, self._drawn.step
        some = [place for place, count in enumerate(counts) if count]
        if some:
            bars = pg.BarGraphItem(
                x0=[start + place * step for place in some],
                x1=[start + (place + 1) * step for place in some],
                y0=[below[place] for place in some],
                height=[counts[place] for place in some],
                pen=pen,
                brush=brush,
            )
            self._plot.addItem(bars)
