"""Logins with a code by SMS, seen hop by hop."""
