"""How long a look at a template takes, and how long it takes from a key to the new preview on the screen."""

import os
import statistics
import time
from typing import Any

TEXTS = {
    "default": "{{ code | escape }} is your verification code for {{ friendly_name | escape }}",
    "locales": (
        "{% if locale == 'de' %}{{ code }} ist Ihr Code für {{ friendly_name }}.{% elsif locale == 'fr' %}"
        "{{ code }} est votre code pour {{ friendly_name }}.{% else %}{{ code }} is your code for "
        "{{ friendly_name }}. {% if user.given_name %}Hello {{ user.given_name }}{% endif %}{% endif %}"
    ),
    "faulty": "“{{ code }}” for {{ tenant.friendly_name }} 🎉 {{ usr.name }}, see acme.com",
}
_LOOKS = 400
_KEYS = 120


def measure() -> dict[str, Any]:
    """Measure both, in milliseconds: the median, what 99 of 100 stay below, and the median of the processor's time.

    The last one holds also on a machine that does other things meanwhile.
    """
    return {"look_ms": _looks(), "key_ms": _keys()}


class _Clock:
    """Takes the time of what is done within `with`."""

    def __init__(self) -> None:
        self._taken: list[tuple[float, float]] = []

    def __enter__(self) -> None:
        self._begin = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        self._taken.append((time.perf_counter() - self._begin[0], time.process_time() - self._begin[1]))

    def figures(self) -> dict[str, float]:
        """What was taken, in milliseconds."""
        walls, works = (sorted(column) for column in zip(*self._taken, strict=True))
        found = {
            "median": statistics.median(walls),
            "p99": walls[int(len(walls) * 0.99) - 1],
            "cpu": statistics.median(works),
        }
        return {name: round(seconds * 1000, 3) for name, seconds in found.items()}


def _looks() -> dict[str, dict[str, float]]:
    """Render, count and lint a text that was never seen before, as after each key."""
    from textfactor.services.messages.looking import Shown, look

    look(TEXTS["default"], Shown())
    found: dict[str, dict[str, float]] = {}
    for name, text in TEXTS.items():
        clock = _Clock()
        for number in range(_LOOKS):
            with clock:
                look(f"{text} {number}", Shown())
        found[name] = clock.figures()
    return found


def _keys() -> dict[str, float]:
    """Type into the panel's editor; a key is done when its letter stands on the phone and is painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtWidgets import QApplication
    from tests.ui import demo

    from textfactor.ui import theme
    from textfactor.ui.main_window import MainWindow
    from textfactor.ui.panels.panel_table import PANELS

    application = QApplication.instance() or QApplication([])
    theme.apply(application, theme.ThemeMode.LIGHT)  # pyright: ignore[reportArgumentType]
    window = MainWindow(demo.services(), demo.look_pages(), PANELS, QSettings())
    window.world.open(demo.any_world())
    window.show()
    window.show_panel("messages")
    panel: Any = window.panel("messages")
    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)  # the engine is loaded meanwhile
    loop.exec()
    clock = _Clock()
    for number in range(_KEYS):
        before = panel._preview.phone.bubbles()
        with clock:
            panel._editor.field.insertPlainText("abcdefghij"[number % 10])
            window.repaint()
        if panel._preview.phone.bubbles() == before:
            raise RuntimeError("the preview did not follow the key")
    window.close()
    return clock.figures()
