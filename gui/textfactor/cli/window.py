"""The bare command: the window, or the tour where there is no display to show a window on."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from textfactor import assets
from textfactor.cli.faces import Faces, TourOptions, WindowOptions

HEADLESS_TOUR = Path("tour")


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Say whether a window can be shown; Linux takes a display or a Qt platform chosen on purpose."""
    if not platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def spoken(lang: str) -> str:
    """Return the asked language, or English, and say so, where the window does not speak it."""
    known = {file.stem.partition("_")[2] for file in assets.path("i18n").glob("textfactor_*.qm")}
    if not lang or lang.replace("-", "_").partition("_")[0].lower() in known:
        return lang
    from textfactor.cli.output import Output

    languages = ", ".join(sorted(known))
    Output(as_json=False).note(f"There is no language “{lang}” here, so it is English; there is {languages}.")
    return "en"


def open_window(faces: Faces, options: WindowOptions) -> int:
    """Open the window; without a display, say so and run the tour into ./tour."""
    if has_display(sys.platform, os.environ):
        return faces.run_window(options)
    from textfactor.cli.output import Output  # the window says nothing here

    output = Output(as_json=False)
    output.note(
        "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window can be shown. "
        f"Running the tour instead; its pictures go to {HEADLESS_TOUR}/."
    )
    theme = "dark" if options.theme == "dark" else "light"
    return run_tour(faces, TourOptions(HEADLESS_TOUR, theme, options.lang))


def run_tour(faces: Faces, options: TourOptions) -> int:
    """Run the tour, off screen where there is no display."""
    _off_screen()
    return faces.run_tour(options)


def self_check(faces: Faces) -> int:
    """Open and close the window, off screen where there is no display."""
    _off_screen()
    return faces.self_check()


def _off_screen() -> None:
    """Choose Qt's platform without a screen, before Qt is loaded, where there is no display."""
    if not has_display(sys.platform, os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
