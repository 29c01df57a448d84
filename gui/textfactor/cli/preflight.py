"""What was found before a send, on a command line."""

from textfactor.cli.output import Output
from textfactor.domain.findings import Finding, FindingStatus
from textfactor.words.preflight import count_of, say_finding, state_of, title_of, verdict_of


def tell_findings(findings: tuple[Finding, ...], output: Output, *, whole: bool = False) -> None:
    """Write to stderr what did not pass, or with `whole` everything to where the answer goes."""
    write = output.answer if whole else output.note
    for finding in findings:
        if whole or finding.status is not FindingStatus.PASS:
            state, title = state_of(finding.status).english(), title_of(finding).english()
            write(f"{title} ({state}): {say_finding(finding).english()}")
    verdict = verdict_of(findings)
    if verdict is not None:
        output.note(verdict.english())
    if whole:
        write(count_of(findings).english())


def findings_value(findings: tuple[Finding, ...]) -> list[dict[str, str]]:
    """Make the JSON of findings."""
    return [
        {
            "id": finding.id,
            "status": finding.status.value,
            "title": title_of(finding).english(),
            "meaning": say_finding(finding).english(),
        }
        for finding in findings
    ]


def has_failed(findings: tuple[Finding, ...]) -> bool:
    """Say whether a check failed."""
    return any(finding.status is FindingStatus.FAIL for finding in findings)
