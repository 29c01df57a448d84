"""What `textfactor setup` says beside the sentences that the window has too."""

HALFWAY = (
    "Interrupted in the middle of a change. `textfactor setup --resume` compares with the tenant and "
    "finishes, `--undo` takes back what was made."
)
TAKEN_BACK = (
    "The last run is taken back already. `textfactor setup --purpose remove` takes away everything of ours, "
    "whichever run made it."
)
CHANGED_SINCE = (
    "Undo leaves alone what others changed since. `textfactor setup --purpose remove` plans anew: it takes away what "
    "is ours and leaves the rest."
)
NOTHING_MADE = (
    "There is nothing to undo: no run that is noted on this computer has made a change that still stands. "
    "`textfactor setup --purpose remove` takes away everything of ours, whoever made it."
)
NO_UNFINISHED = "There is no unfinished run on this tenant."
ONE_WAY = "Choose --resume or --undo: one goes on, the other takes back."


def foreign_note(name: str) -> str:
    """Say that the plan writes over somebody else's Action."""
    return f"“{name}” is somebody else's Action, and this plan writes over it: the trigger takes one Action only."


def foreign_refusal(name: str) -> str:
    """Say why --yes is not enough for that."""
    why = f"Not applied: --yes does not speak for it. If it may go, name it: --replace “{name}”."
    return f"{why} Nothing was changed."


def unheard(way: str, options: tuple[str, ...]) -> str:
    """Say that these options have no say here."""
    what = "takes the last run back as it was made" if way == "--undo" else "goes on with what was stopped"
    return f"{way} {what}, so it does not listen to {', '.join(options)}."


def unbound(name: str) -> str:
    """Say that an Action to replace is not there: it may be misspelt."""
    return f"“{name}” is on no trigger here, so it replaces nothing."
