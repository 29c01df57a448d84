"""The tools that can be exported for."""

from enum import StrEnum


class ExportKind(StrEnum):
    """For which tool."""

    DEPLOY_CLI = "deploy-cli"
    TERRAFORM = "terraform"
