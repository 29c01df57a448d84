"""The Troubleshoot panel as its tests meet it: shown, with real rules and real files."""

import json
import threading
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from tests.bench.log_export import rows
from tests.fakes.export import MemoryExport
from tests.ui import demo

from textfactor.adapters.export_file import ExportFile
from textfactor.domain.answers import Answers
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.panels.troubleshoot.panel import TroubleshootPanel
from textfactor.ui.world import CurrentWorld

REFUSED = "vonage status=15 part=1/1 : Illegal Sender Address - rejected"
ROW = json.dumps(
    {
        "date": "2026-11-24T07:12:01.123Z",
        "type": "gd_send_sms_failure",
        "description": f"Guardian - Error on custom-phone-provider: {REFUSED}",
        "client_name": "Shop",
        "details": {
            "failure_details": {"errorCode": 15, "message": REFUSED},
            "authenticator": {"phone_number": "+12025550147"},
        },
    },
    indent=2,
)
FORBIDDEN_SENDER = "This sender may not be used for this country"


class Gated(MemoryExport):
    """An export whose second half comes when the test says so."""

    name = "gated.ndjson"

    def __init__(self, data):
        super().__init__(data, part=len(data) // 2 + 1)
        self.gate = threading.Event()
        self.closed = False

    def stretches(self, cancel):
        for stretch in super().stretches(cancel):
            yield stretch
            while not self.gate.wait(0.01):
                cancel.check()

    def close(self):
        self.closed = True


class Stage:
    """A shown panel and what it asked the window for."""

    def __init__(self, panel, world, places):
        self.panel, self.world, self.places = panel, world, places

    def find(self, name) -> QWidget:
        found = [one for one in self.panel.findChildren(QWidget, name) if one.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)}"
        return found[0]

    def shown(self, name):
        return any(one.isVisible() for one in self.panel.findChildren(QWidget, name))

    def titles(self):
        """The diagnoses shown, once all of them are there."""
        answer = self.panel.paste.answer
        return [card.title for card in answer.cards()] if answer.complete else []


@contextmanager
def stage(qtbot, jobs, tmp_path, source=None):
    """Show the panel; `source` stands in for any file that is opened as an export."""
    world = CurrentWorld(jobs)
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    services = replace(
        demo.services(), open_export=(lambda path: source) if source is not None else ExportFile
    )
    places = []
    tools = PanelTools(services, jobs, world, lambda key: None, Answers, settings, open_place=places.append)
    panel = TroubleshootPanel(tools)
    qtbot.addWidget(panel)
    panel.resize(868, 740)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    yield Stage(panel, world, places)
    panel.export.drop()


def export_file(tmp_path, count=60_000):
    """Write a small export with the incidents of the benchmark in it: few of the rows about something else."""
    path = tmp_path / "export.ndjson"
    kept = [row for place, row in enumerate(rows(count)) if '"gd_' in row or place % 50 == 0]
    path.write_text("".join(f"{row}\n" for row in kept), encoding="ascii")
    return path
