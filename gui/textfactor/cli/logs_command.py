"""The command `logs` and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from textfactor.cli.exits import Exit
from textfactor.cli.options import WORLD, Json, Practice, Profile, SecretsStdin, examples, flag
from textfactor.cli.output import Output
from textfactor.cli.target import Target

if TYPE_CHECKING:
    from textfactor.cli.faces import Faces
    from textfactor.cli.logs_archive import Place

Domain = Annotated[
    str,
    typer.Option(
        "--domain",
        metavar="DOMAIN",
        help="The log of this tenant, of which no profile is kept.",
        rich_help_panel=WORLD,
    ),
]
_PULL = "textfactor logs pull --profile work"


def add_logs(app: typer.Typer, faces: Faces) -> None:
    """Add the command and what can be done with the archive."""
    logs = typer.Typer(
        no_args_is_help=True,
        help="Keep a tenant's log on this computer: a free tenant forgets after a day.",
        epilog=examples(
            _PULL, "textfactor logs search failed --profile work", "textfactor logs watch --practice"
        ),
    )
    app.add_typer(logs, name="logs")
    _add_reading(logs, faces)
    _add_looking(logs, faces)
    _add_deleting(logs, faces)


def _add_reading(logs: typer.Typer, faces: Faces) -> None:
    @logs.command("pull", epilog=examples(_PULL))
    def pull(
        practice: Practice = False,
        profile: Profile = "",
        limit: Annotated[
            int,
            typer.Option(
                "--limit",
                metavar="MB",
                min=0,
                help="Keep no more than this from now on; 0 leaves the limit as it is.",
            ),
        ] = 0,
        secrets_stdin: SecretsStdin = False,
        as_json: Json = False,
    ) -> None:
        """Read what is new in the tenant's log into the archive; goes on where the last pull ended."""
        from textfactor.cli.logs_pull import pull_logs

        target, output = _one(Target(practice, profile, secrets_stdin), as_json)
        raise typer.Exit(pull_logs(faces.make_services(), target, limit, output))

    @logs.command("watch", epilog=examples("textfactor logs watch --profile work"))
    def watch(
        practice: Practice = False,
        profile: Profile = "",
        secrets_stdin: SecretsStdin = False,
        as_json: Annotated[
            bool, flag("--json", "Write one JSON object a line, and nothing else to stdout.")
        ] = False,
    ) -> None:
        """Show logins hop by hop while they happen, until it is stopped; keeps what it sees."""
        from textfactor.cli.logs_watch import watch_logs

        target, output = _one(Target(practice, profile, secrets_stdin), as_json)
        raise typer.Exit(watch_logs(faces.make_services(), target, output))


def _add_looking(logs: typer.Typer, faces: Faces) -> None:
    @logs.command("search", epilog=examples("textfactor logs search sms failed --profile work --most 20"))
    def search(
        words: Annotated[
            list[str] | None,
            typer.Argument(
                metavar="[WORDS]",
                help="Beginnings of words; all must be there. Without words: the newest rows.",
            ),
        ] = None,
        practice: Practice = False,
        profile: Profile = "",
        domain: Domain = "",
        most: Annotated[int, typer.Option("--most", min=1, help="No more rows than this.")] = 200,
        as_json: Json = False,
    ) -> None:
        """Find kept rows, newest first. Needs no network and no secret."""
        from textfactor.cli.logs_archive import search_logs

        place, output = _place(practice, profile, domain, as_json)
        text = " ".join(words or ())
        raise typer.Exit(search_logs(faces.make_services(), place, text, most, output))

    @logs.command("status", epilog=examples("textfactor logs status --profile work"))
    def status(
        practice: Practice = False, profile: Profile = "", domain: Domain = "", as_json: Json = False
    ) -> None:
        """Say how much is kept, from when to when, and what is missing. Needs no network and no secret."""
        from textfactor.cli.logs_archive import show_status

        place, output = _place(practice, profile, domain, as_json)
        raise typer.Exit(show_status(faces.make_services(), place, output))


def _add_deleting(logs: typer.Typer, faces: Faces) -> None:
    @logs.command("delete", epilog=examples("textfactor logs delete --domain acme.eu.auth0.com"))
    def delete(
        practice: Practice = False,
        profile: Profile = "",
        domain: Domain = "",
        yes: Annotated[bool, flag("--yes", "Delete without asking.")] = False,
        as_json: Json = False,
    ) -> None:
        """Delete what is kept of a tenant's log. Nothing changes at Auth0."""
        from textfactor.cli.logs_archive import delete_logs

        place, output = _place(practice, profile, domain, as_json)
        raise typer.Exit(delete_logs(faces.make_services(), place, output, sure=yes))


def _one(target: Target, as_json: bool) -> tuple[Target, Output]:
    """End where not exactly one world is named."""
    output = Output(as_json)
    if not target.clear:
        output.refuse("usage", "Name one world: --practice, or --profile NAME.")
        raise typer.Exit(Exit.USAGE)
    return target, output


def _place(practice: bool, profile: str, domain: str, as_json: bool) -> tuple[Place, Output]:
    """End where not exactly one tenant is named."""
    from textfactor.cli.logs_archive import Place

    output = Output(as_json)
    if sum((practice, bool(profile), bool(domain))) != 1:
        output.refuse("usage", "Name one tenant: --practice, --profile NAME, or --domain DOMAIN.")
        raise typer.Exit(Exit.USAGE)
    return Place(Target(practice, profile), domain), output
