"""What `diagnose` adds where pieces of one login from both sides were given: the way of its code."""

from textfactor.cli.output import Output
from textfactor.domain.diagnosis import Reading
from textfactor.domain.timeline import Journey
from textfactor.services.diagnosis.knowledge import Knowledge


def logins_in(reading: Reading, knowledge: Knowledge) -> tuple[Journey, ...]:
    """Put together what was given."""
    from textfactor.services.diagnosis.timeline.pasted import joined_logins

    return joined_logins(reading, knowledge)


def logins_value(logins: tuple[Journey, ...]) -> dict[str, object]:
    """Write them as a member of the command's JSON, nothing where there are none."""
    if not logins:
        return {}
    from textfactor.cli.logs_watch import journey_value  # with what it needs; few inputs hold both sides

    return {"logins": [journey_value(one) for one in logins]}


def show_logins(logins: tuple[Journey, ...], output: Output) -> None:
    """Write them for a person."""
    if not logins:
        return
    from textfactor.cli.logs_watch import journey_lines

    output.answer()
    output.answer("What was given belongs together. The way of the code:")
    for one in logins:
        for line in journey_lines(one, watched=False):
            output.answer(line)
