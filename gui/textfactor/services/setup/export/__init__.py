"""The finished state as configuration for other tools: auth0-deploy-cli and Terraform. Secrets are placeholders."""
