"""Options that several commands have; each command names its own beside its function."""

from typing import Annotated

import typer

from textfactor.domain.answers import TenantPath

Json = Annotated[bool, typer.Option("--json", help="Write the answer as JSON, and nothing else to stdout.")]
Practice = Annotated[bool, typer.Option("--practice", help="In the practice world: no account, no cost.")]
PracticePath = Annotated[
    TenantPath, typer.Option("--path", help="The phone path of a practice tenant that is started for this.")
]
Profile = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="With the accounts of this profile; VONAGE_… and AUTH0_… variables go before what it keeps.",
    ),
]
SecretsStdin = Annotated[
    bool,
    typer.Option("--secrets-stdin", help="Take NAME=VALUE lines, such as VONAGE_API_SECRET=…, from stdin."),
]
