"""Textfactor: Vonage as the SMS sender of Auth0 multi-factor authentication, set up, proved and explained."""

__version__ = "0.1.0"
