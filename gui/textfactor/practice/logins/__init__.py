"""Logins of practice users: the code on the phone, and what becomes of it."""
