"""Options that several commands have, and how all are shown; each command names its own beside its function."""

from typing import Annotated, Any

import typer

from textfactor.domain.answers import TenantPath

WORLD = "Which world"
"""The group of the options that say in which world, or with whose accounts, a command works."""


def flag(name: str, told: str, panel: str | None = None) -> Any:  # noqa: ANN401 - what typer.Option is typed as
    """Make an option that is there or not; without this the help shows a value that nobody can give."""
    return typer.Option(name, metavar="", help=told, rich_help_panel=panel)


def examples(*lines: str) -> str:
    """Write command lines below a command's help; no square brackets in them, which would be taken for markup."""
    return "\n\n".join(("For example:", *lines))


Json = Annotated[bool, flag("--json", "Write the answer as JSON, and nothing else to stdout.")]
Practice = Annotated[
    bool,
    flag(
        "--practice",
        "The practice world: no account, no cost. Each command starts its own, unless TEXTFACTOR_PRACTICE names one "
        "that runs.",
        WORLD,
    ),
]
PracticePath = Annotated[
    TenantPath,
    typer.Option(
        "--path", help="The phone path of a practice tenant that is started for this.", rich_help_panel=WORLD
    ),
]
Profile = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="Your own accounts, by the profile that keeps them; VONAGE_… and AUTH0_… variables go before what it "
        "keeps.",
        rich_help_panel=WORLD,
    ),
]
SecretsStdin = Annotated[
    bool,
    flag("--secrets-stdin", "Take NAME=VALUE lines, such as VONAGE_API_SECRET=…, from stdin.", WORLD),
]
