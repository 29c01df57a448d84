"""Textfactor: Vonage as the SMS sender of Auth0 multi-factor authentication, set up, proved and explained."""

__version__ = "0.1.0"

APP_ID = "app.textfactor.Textfactor"
"""The one name under which the desktop, the keyring and the app stores know the program."""
