"""`python -m textfactor` and the `textfactor` command; the parts are loaded when they are used."""

import gc
import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textfactor.cli.app import run
from textfactor.cli.faces import Faces, PracticeOptions, TourOptions, WindowOptions
from textfactor.domain.answers import TenantPath

if TYPE_CHECKING:  # so that `--version` loads nothing
    from textfactor.services.container import Services
    from textfactor.ui.app import Options


def main() -> int:
    """Run the command line of this process and return its exit code."""
    if sys.argv[1:] == ["export-worker"]:  # a frozen build starts itself to share the reading of an export
        return _export_worker()
    try:
        return run(sys.argv[1:], Faces(_services, _practice, _window, _tour, _self_check, _faults))
    except (
        KeyboardInterrupt
    ):  # while the command was still being loaded; later each command says what became of it
        sys.stderr.write("Interrupted.\n")
        return 130


def _export_worker() -> int:
    from textfactor.adapters import export_worker

    export_worker.serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def _services(practice_path: TenantPath = TenantPath.UNIFIED, /) -> "Services":
    from textfactor import bootstrap

    return bootstrap.services(bootstrap.user_paths(), practice_path)


def _practice(options: PracticeOptions) -> int:
    from textfactor import bootstrap

    return bootstrap.serve_practice(options)


def _faults() -> tuple[tuple[str, str], ...]:
    from textfactor import practice

    return tuple((fault.name, fault.meaning) for fault in practice.CATALOGUE)


def _window(options: WindowOptions) -> int:
    gc.disable()  # what the start makes stays; the window's own collector begins after `_warm`
    from textfactor.ui import app

    return app.run(partial(_services, options.path), _window_options(options))


def _self_check() -> int:
    gc.disable()  # as in `_window`, whose start this is about
    from textfactor.ui import app

    ready = app.self_check(_services, _window_options(WindowOptions()))
    sys.stdout.write(f'{{"ready_ms": {ready["ready_ms"]}}}\n')
    return 0 if ready["ready_ms"] >= 0 else 1


def _window_options(options: WindowOptions) -> "Options":
    """Put the window's options into its own terms; a theme that was not asked for is left to the settings."""
    from textfactor import APP_ID, assets
    from textfactor.ui.app import Options
    from textfactor.ui.theme import ThemeMode

    theme = ThemeMode(options.theme) if options.theme else None
    return Options(
        practice=options.practice,
        theme=theme,
        lang=options.lang or None,
        translations=assets.path("i18n"),
        icon=assets.path("icons/" + APP_ID + ".png"),
        warm=_warm,
    )


_WARMED = (
    "draft_file", "practice_process", "workspaces", "journal_file", "keyring_store", "runtimes", "auth0", "vonage",
)  # fmt: skip
"""What the bootstrap loads late, in the order in which it is likely to be needed."""


def _warm() -> None:
    """Load what the first pages need; called in a worker, after the window was painted."""
    try:
        for name in _WARMED:
            import_module(f"textfactor.adapters.{name}")
    finally:
        gc.freeze()  # all this stays to the end, so no collection needs to walk through it


def _tour(options: TourOptions) -> int:
    from textfactor.ui import tour

    return tour.run(
        partial(_services, options.path),
        out=options.out,
        theme=options.theme,
        lang=options.lang,
        scale=options.scale,
        as_json=options.as_json,
    )


if __name__ == "__main__":
    sys.exit(main())
