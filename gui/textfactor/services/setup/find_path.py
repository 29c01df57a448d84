"""Which of the two delivery paths a tenant is on: by the flag in its settings, and by a probe."""

from dataclasses import dataclass

from textfactor.domain.answers import TenantPath
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.tenant import PathEvidence, TenantSettings
from textfactor.services.setup.reading import Reading, cannot_tell

SETTINGS = "GET /tenants/settings"
PROBE = "GET /guardian/factors/phone/selected-provider"


@dataclass(frozen=True, slots=True)
class FoundPath:
    """The path and what told it. `selected` is the legacy provider, None where the legacy call is refused."""

    path: TenantPath
    evidence: PathEvidence
    friendly_name: str
    selected: str | None


@dataclass(frozen=True, slots=True)
class _Probe:
    """How the legacy call went: what it says of the path (None: nothing), and what it answered or raised."""

    path: TenantPath | None
    selected: str | None = None
    error: ProblemError | None = None


def find_path(reading: Reading) -> FoundPath:
    """Read the flag and probe; where they disagree, both are believed as far as they go.

    A legacy call that is refused by the unified path's own gate proves that path, whatever the flag says; one that
    is answered proves nothing against a flag that is on (facts/auth0 1.2, facts/wire 13). Raises what the probe was
    refused with when there is no flag either.
    """
    settings = _settings(reading)
    probe = _probe(reading)
    reading.came_from("path", f"{SETTINGS}, {PROBE}")
    flag = None if settings is None else settings.unified
    path, evidence = _judge(flag, probe, read=settings is not None)
    legacy = path is TenantPath.LEGACY
    if probe.error is not None:
        for name in ("path", "selected_provider") if legacy else ("path",):
            reading.note(name, probe.error.problem)
    return FoundPath(
        path, evidence, settings.friendly_name if settings else "", probe.selected if legacy else None
    )


def _settings(reading: Reading) -> TenantSettings | None:
    """Read the flag and the name; the probe can do without."""
    reading.came_from("friendly_name", SETTINGS)
    try:
        return reading.tenant.settings()
    except ProblemError as error:
        if not cannot_tell(error.problem):
            raise
        reading.note("friendly_name", error.problem)
        return None


def _probe(reading: Reading) -> _Probe:
    """Make the legacy call."""
    try:
        return _Probe(TenantPath.LEGACY, reading.tenant.selected_provider())
    except ProblemError as error:
        if error.problem.kind is ProblemKind.LEGACY_CALL_ON_UNIFIED:
            return _Probe(TenantPath.UNIFIED)
        if not cannot_tell(error.problem):
            raise
        return _Probe(None, error=error)


def _judge(flag: bool | None, probe: _Probe, *, read: bool) -> tuple[TenantPath, PathEvidence]:
    """Weigh flag and probe; `read` says whether the settings could be read at all."""
    if probe.path is None:
        if flag is None and probe.error is not None:
            raise probe.error
        return TenantPath.UNIFIED if flag else TenantPath.LEGACY, PathEvidence.FLAG
    if flag:
        agreed = probe.path is TenantPath.UNIFIED
        return TenantPath.UNIFIED, PathEvidence.AGREED if agreed else PathEvidence.PROBE_DENIES
    if probe.path is TenantPath.UNIFIED:
        return TenantPath.UNIFIED, PathEvidence.PROBE if flag is None else PathEvidence.FLAG_DENIES
    return TenantPath.LEGACY, PathEvidence.AGREED if read else PathEvidence.PROBE
