"""The note in an exported folder: what to fill in, what to run, what to know. Plain English, as the tools are."""

from textfactor.domain.answers import TenantPath
from textfactor.services.setup.export.finished import Finished

_HEAD = """\
SMS codes through Vonage for {domain} ({path} path)
Written by Textfactor. There is no secret in this folder; keep it that way.

"""

_DEPLOY_CLI = """\
What this is
  A directory for auth0-deploy-cli (version 8). It holds only what sends the codes;
  config.json limits the tool to that and lets it delete nothing.

Fill in, as environment variables (never in a file here)
  AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET   an application that may use the Management API
{secrets}
Look first, then do it
  a0deploy import --config_file config.json --input_file . --dry-run
  a0deploy import --config_file config.json --input_file .

Good to know
  - triggers/triggers.json is the whole list of Actions on {trigger}, in order.
    An Action of yours that is bound later and not in the list would be unbound.
  - The tool writes the secrets of the Action anew each time, so give all of them.
  - For another tenant change AUTH0_DOMAIN in config.json; it must be on the {path} path, too.
{policy}"""

_TERRAFORM = """\
What this is
  Terraform for the provider auth0/auth0. main.tf has the resources, in the order that
  Auth0 demands (depends_on); imports.tf adopts what the tenant has already.

Fill in, as environment variables (never in a file here)
  AUTH0_DOMAIN={domain}
  AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET   an application that may use the Management API
{secrets}
Look first, then do it
  terraform init
  terraform plan
  terraform apply

Good to know
  - Terraform keeps the values of secrets in its state file in clear: guard that file.
  - Imported Actions come without their secrets, so the first plan shows them as new.
  - auth0_guardian holds all MFA factors. The others are ignored here; destroying it would
    switch every factor off, which prevent_destroy stops.
  - For another tenant keep only the first block of imports.tf (auth0_guardian); the
    tenant must be on the {path} path, too.
{policy}"""

_LEFT = "  - When MFA is asked for is left as it is.\n"
_SET = "  - MFA is asked for: {policies}.\n"
_NAMES = {TenantPath.UNIFIED: "unified", TenantPath.LEGACY: "legacy"}


def deploy_cli_readme(state: Finished) -> str:
    """Write the note for auth0-deploy-cli."""
    lines = "".join(f"  {name}\n" for name in state.secrets)
    return _filled(_HEAD + _DEPLOY_CLI, state, lines)


def terraform_readme(state: Finished) -> str:
    """Write the note for Terraform."""
    lines = "".join(f"  TF_VAR_{name.lower()}\n" for name in state.secrets)
    if state.policies is None and state.found_policies is None:
        lines += "  TF_VAR_mfa_policy   never, all-applications or confidence-score: what the tenant has\n"
    return _filled(_HEAD + _TERRAFORM, state, lines)


def _filled(text: str, state: Finished, secrets: str) -> str:
    policy = _LEFT
    if state.policies is not None:
        policy = _SET.format(policies=", ".join(state.policies) or "never")
    return text.format(
        domain=state.domain, path=_NAMES[state.path], trigger=state.trigger, secrets=secrets, policy=policy
    )
