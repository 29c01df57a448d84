"""A whole export in the panel: partial results, stopping, causes, incidents on the timeline, rows and their search."""

import gzip
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QLineEdit
from tests.ui.fitting import clipped, nameless, untranslated
from tests.ui.pseudo import settled
from tests.ui.troubleshoot_stage import ROW, Gated, export_file, stage

from textfactor.domain.bulk import IncidentKind
from textfactor.ui import theme
from textfactor.ui.panels.troubleshoot.row_model import AT, BLOCK, NUMBER, TEXT, USER
from textfactor.ui.panels.troubleshoot.sayings import tagged_person
from textfactor.ui.panels.troubleshoot.timeline_tab import seconds


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return export_file(tmp_path_factory.mktemp("export"))


@pytest.fixture
def on(qtbot, jobs, tmp_path):
    with stage(qtbot, jobs, tmp_path) as made:
        yield made


def opened(qtbot, on, path):
    on.panel.open_file(path)
    qtbot.waitUntil(
        lambda: on.panel.export.seen is not None and on.panel.export.seen.bulk.done, timeout=20_000
    )
    return on.panel.export


def cell(model, row, column):
    return model.data(model.index(row, column))


def ready(qtbot, model, row=0):
    """Ask for a row and wait until it is decoded."""
    qtbot.waitUntil(lambda: model.row(row) is not None)


# ---------------------------------------------------------------- reading


@pytest.fixture
def gated(path):
    source = Gated(path.read_bytes())
    yield source
    source.gate.set()


def test_what_is_known_is_shown_while_it_is_still_being_read(qtbot, jobs, tmp_path, path, gated):
    with stage(qtbot, jobs, tmp_path, gated) as on:
        on.panel.open_file(path)
        export: Any = on.panel.export
        qtbot.waitUntil(lambda: export.seen is not None)
        assert not export.seen.bulk.done
        assert export.causes.model.rowCount() > 0
        assert on.shown("export_cancel")
        assert not export.rows.isEnabled()
        before = export.seen.bulk.rows
        gated.gate.set()
        qtbot.waitUntil(lambda: export.seen.bulk.done)
        assert export.seen.bulk.rows > before
        assert not on.shown("export_cancel")


def test_stopping_keeps_what_is_known_and_lets_the_file_go(qtbot, jobs, tmp_path, path, gated):
    with stage(qtbot, jobs, tmp_path, gated) as on:
        on.panel.open_file(path)
        export: Any = on.panel.export
        qtbot.waitUntil(lambda: export.seen is not None)
        qtbot.mouseClick(on.find("export_cancel"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: export.callout.title() == "Stopped before the end")
        assert export.causes.model.rowCount()
        qtbot.waitUntil(lambda: gated.closed)


def test_leaving_while_it_is_read_forgets_it(qtbot, jobs, tmp_path, path, gated):
    with stage(qtbot, jobs, tmp_path, gated) as on:
        on.panel.open_file(path)
        qtbot.waitUntil(lambda: on.panel.export.seen is not None)
        qtbot.keyClick(on.find("export_cancel"), Qt.Key.Key_Escape)
        assert on.panel.paste.isVisible()
        assert on.panel.export.seen is None
        qtbot.waitUntil(lambda: gated.closed)


def test_a_packed_export_is_read_as_well(qtbot, on, path, tmp_path):
    packed = tmp_path / "export.ndjson.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    export = opened(qtbot, on, packed)
    assert export.seen.bulk.rows > 2000
    assert "Packed files" in f"{export.callout.title()} {export.callout.body()}"
    on.panel.export.tabs.setCurrentIndex(2)
    ready(qtbot, export.rows.model)


def test_a_file_that_cannot_be_unpacked_is_told(qtbot, on, tmp_path):
    broken = tmp_path / "export.ndjson.gz"
    broken.write_bytes(b"\x1f\x8bno gzip at all")
    on.panel.open_file(broken)
    qtbot.waitUntil(lambda: on.panel.export.callout.tone() == "error")
    assert "was not read" in on.panel.export.callout.title()
    on.find("export_close").click()
    assert on.panel.paste.isVisible()


# ---------------------------------------------------------------- causes


def test_causes_have_their_counts_and_the_selected_one_says_what_to_do(qtbot, on, path):
    export = opened(qtbot, on, path)
    causes = export.causes
    titles = [line.cells[0] for line in causes.model.lines]
    assert any("Vonage does not accept the API key and secret" in title for title in titles)
    assert causes.table.currentIndex().row() == 0
    place = next(row for row, title in enumerate(titles) if "API key and secret" in title)
    causes.table.choose(place)
    assert causes.card().title == "Vonage does not accept the API key and secret"
    qtbot.waitUntil(lambda: causes.card().complete)
    said = " ".join(label.text() for label in causes.card().findChildren(type(causes._people)))
    assert "Rows: " in said
    assert "Countries: " in said
    assert "Applications: " in said
    qtbot.mouseClick(on.find("diagnosis_0_opens"), Qt.MouseButton.LeftButton)
    assert on.places == ["setup.rotate"]


def test_the_first_row_of_a_cause_is_shown_among_the_rows_and_can_be_diagnosed(qtbot, on, path):
    export = opened(qtbot, on, path)
    titles = [line.cells[0] for line in export.causes.model.lines]
    export.causes.table.choose(next(row for row, title in enumerate(titles) if "API key and secret" in title))
    qtbot.mouseClick(on.find("first_row"), Qt.MouseButton.LeftButton)
    assert export.tabs.currentIndex() == 2
    qtbot.waitUntil(lambda: on.find("diagnose_row").isEnabled())
    assert "vonage status=4" in on.find("raw_row").toPlainText()
    qtbot.mouseClick(on.find("diagnose_row"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: on.titles()[:1] == ["Vonage does not accept the API key and secret"])
    assert on.panel.paste.isVisible()


def test_the_answer_of_an_export_can_be_copied(qtbot, on, path):
    opened(qtbot, on, path)
    on.find("export_copy").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("export.ndjson: ")
    assert "vonage.status.4" in copied


def test_one_comes_back_to_the_export_from_a_diagnosed_row(qtbot, on, path):
    export = opened(qtbot, on, path)
    assert not on.shown("back_to_export")
    export.tabs.setCurrentIndex(2)
    field = on.find("search_rows")
    qtbot.keyClicks(field, "bad credentials")
    qtbot.waitUntil(lambda: export.rows.search.hint().startswith("Rows that match"))
    ready(qtbot, export.rows.model)
    export.rows.table.choose(1)
    row, count = export.rows.model.row(1), export.rows.model.rowCount()
    qtbot.mouseClick(on.find("diagnose_row"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: on.titles() != [])
    qtbot.mouseClick(on.find("back_to_export"), Qt.MouseButton.LeftButton)
    assert not on.shown("back_to_export")
    assert (export.tabs.currentIndex(), field.text(), export.rows.model.rowCount()) == (
        2,
        "bad credentials",
        count,
    )
    assert export.rows.table.currentIndex().row() == 1
    assert export.rows.model.row(1) == row
    assert export.rows.table.hasFocus()
    export.tabs.setCurrentIndex(0)
    on.panel.show_text("vonage status=4")
    qtbot.mouseClick(on.find("back_to_export"), Qt.MouseButton.LeftButton)
    assert export.tabs.hasFocus()
    on.find("export_close").click()
    assert not on.shown("back_to_export")


def test_the_source_has_the_whole_width_and_is_broken_between_words(qtbot, on):
    on.panel.show_text(ROW)
    qtbot.waitUntil(lambda: on.shown("source"))
    source = on.panel.paste.source
    qtbot.waitUntil(lambda: source.width() == on.panel.paste.width())
    assert source.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_users_who_look_alike_are_told_apart():
    first, second = tagged_person("0alice@shop.example"), tagged_person("0bob@shop.example")
    assert first != second
    assert first == tagged_person("0Alice@shop.example")
    assert {first[:4], second[:4]} == {"0•••"}
    assert first.endswith("@shop.example")
    assert "alice" not in first
    assert tagged_person("") == ""


# ---------------------------------------------------------------- the timeline


@pytest.fixture
def timeline(qtbot, on, path):
    export = opened(qtbot, on, path)
    export.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: export.timeline.chart is not None, timeout=30_000)
    return export.timeline


def test_the_timeline_is_ready_before_it_is_looked_at(qtbot, on, path):
    export = opened(qtbot, on, path)
    qtbot.waitUntil(lambda: export.timeline.chart is not None, timeout=30_000)
    assert not export.timeline.isVisible()
    assert export.timeline.chart.accessibleDescription()


def test_an_incident_zooms_the_timeline_to_itself(qtbot, on, timeline):
    incidents = on.panel.export.seen.bulk.incidents
    assert IncidentKind.OUTAGE in {incident.kind for incident in incidents}
    whole = timeline.chart.shown()
    place = next(row for row, one in enumerate(incidents) if one.kind is IncidentKind.OUTAGE)
    timeline.table.choose(place)
    begin, end = timeline.chart.shown()
    assert end - begin < whole[1] - whole[0]
    assert begin <= seconds(incidents[place].begin) < seconds(incidents[place].end) <= end


def test_bands_are_exact_and_bars_follow_the_zoom(qtbot, on, timeline):
    bulk, chart = on.panel.export.seen.bulk, timeline.chart
    whole = chart.step()
    place, outage = next((n, one) for n, one in enumerate(bulk.incidents) if one.kind is IncidentKind.OUTAGE)
    assert timeline._band(outage) == (seconds(outage.begin), seconds(outage.end))
    timeline.table.choose(place)
    begin, _ = chart.shown()
    while chart.step() == whole:
        chart.zoom(0.5)
    assert timeline._range.text().endswith(f"a bar is {chart.step() // 60} min")
    drawn = chart._drawn
    shown = chart.shown()
    assert drawn.start <= shown[0] < shown[1] <= drawn.start + len(drawn.sent) * drawn.step
    chart.pan(-4)
    assert chart._drawn.start <= chart.shown()[0] < begin
    assert chart._drawn.step < whole
    chart.show_all()
    assert chart.step() == whole
    assert sum(chart._drawn.failed) == bulk.failed


def test_the_timeline_is_zoomed_and_walked_with_keys(qtbot, timeline):
    chart = timeline.chart
    chart.setFocus()
    whole = chart.shown()
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    zoomed = chart.shown()
    assert zoomed[1] - zoomed[0] == pytest.approx((whole[1] - whole[0]) / 2)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.shown()[0] > zoomed[0]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.shown() == pytest.approx(zoomed)
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.shown() == pytest.approx(whole)
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.shown() == pytest.approx(whole)


def test_buttons_zoom_as_well_and_what_is_shown_is_said(qtbot, on, timeline):
    whole = timeline.chart.shown()
    on.find("zoom_in").click()
    assert timeline.chart.shown()[1] - timeline.chart.shown()[0] < whole[1] - whole[0]
    assert timeline._range.text().startswith("Shown: 2026-11-22")
    on.find("zoom_out").click()
    on.find("zoom_in").click()
    on.find("zoom_all").click()
    assert timeline.chart.shown() == pytest.approx(whole)


def test_who_cannot_see_the_timeline_is_told_what_it_shows(on, timeline):
    told = timeline.chart.accessibleDescription()
    assert "Most failures from 2026-11-22" in told
    assert nameless(on.panel) == []


def test_the_timeline_takes_the_colours_of_the_theme(qapp, timeline):
    theme.apply(qapp, theme.ThemeMode.DARK)
    ground = timeline.chart._view.backgroundBrush().color().name().upper()
    assert ground == theme.DARK.surface


def test_a_time_that_is_none_is_nowhere():
    assert seconds("") == 0.0
    assert seconds("yesterday") == 0.0


# ---------------------------------------------------------------- rows


@pytest.fixture
def rows(qtbot, on, path):
    export = opened(qtbot, on, path)
    export.tabs.setCurrentIndex(2)
    ready(qtbot, export.rows.model)
    return export.rows


def test_rows_are_decoded_when_they_are_asked_for_and_masked(qtbot, rows):
    model = rows.model
    far = model.rowCount() - 1
    assert far > BLOCK
    assert model.row(far) is None
    ready(qtbot, model, far)
    assert cell(model, far, AT).startswith("2026-11-22 ")
    raw = model.row(far)
    assert raw.number not in cell(model, far, NUMBER)
    assert raw.user.split("@")[0] not in cell(model, far, USER)
    assert "•••" in cell(model, far, USER)
    assert model.data(model.index(far, AT), Qt.ItemDataRole.AccessibleTextRole).startswith("2026-11-22 ")


def test_the_user_is_in_view_in_a_window_of_the_usual_width(on, rows):
    table = rows.table
    assert table.columnViewportPosition(USER) + table.columnWidth(USER) <= table.viewport().width()


def test_searching_narrows_the_rows_as_one_types(qtbot, on, rows):
    field = on.find("search_rows")
    assert isinstance(field, QLineEdit)
    assert field.toolTip() == "Keys: Ctrl+F"
    whole = rows.model.rowCount()
    on.panel.export.tabs.setCurrentIndex(0)
    qtbot.keyClick(on.find("export_close"), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
    qtbot.keyClicks(field, "bad credentials")
    qtbot.waitUntil(
        lambda: 0 < rows.model.rowCount() < whole and rows.search.hint().startswith("Rows that match")
    )
    ready(qtbot, rows.model)
    assert "Bad Credentials" in cell(rows.model, 0, TEXT)
    qtbot.keyClicks(field, " nobody has this")
    qtbot.waitUntil(lambda: rows.model.rowCount() == 0)
    field.clear()
    field.textEdited.emit("")
    assert rows.model.rowCount() == whole


def test_a_selected_row_is_shown_in_full(qtbot, on, rows):
    rows.table.setFocus()
    rows.table.choose(0)
    qtbot.keyClick(rows.table, Qt.Key.Key_Down)
    raw = on.find("raw_row").toPlainText()
    assert rows.model.row(1).number in raw
    assert '\n  "date"' in raw


def test_a_file_that_went_away_is_told(qtbot, on, rows):
    on.panel.export._scan._source.close()
    rows.model.row(rows.model.rowCount() - 1)
    qtbot.waitUntil(lambda: on.panel.export.callout.tone() == "error")


def test_another_file_takes_the_place_of_the_first(qtbot, on, rows, tmp_path):
    other = export_file(tmp_path, 15_000)
    before = rows.model.rowCount()
    on.find("export_close").click()
    assert rows.model.rowCount() == 0
    opened(qtbot, on, other)
    assert 0 < rows.model.rowCount() < before


@pytest.mark.parametrize("tab", range(3))
def test_an_export_has_room_in_a_longer_language_and_is_translated(
    qtbot, jobs, tmp_path, path, pseudo_language, tab
):
    with stage(qtbot, jobs, tmp_path) as on:
        on.panel.resize(theme.WINDOW_MINIMUM[0] - theme.SIDE_WIDTH, theme.WINDOW_MINIMUM[1])
        export: Any = opened(qtbot, on, path)
        export.tabs.setCurrentIndex(tab)
        if tab == 1:
            qtbot.waitUntil(lambda: export.timeline.chart is not None, timeout=30_000)
        qtbot.waitUntil(lambda: export.causes.card().complete)
        settled(qtbot, on.panel)
        assert not (found := clipped(on.panel)), "\n".join(found)
        assert not (found := untranslated(on.panel, ("export.ndjson",))), "\n".join(found)
