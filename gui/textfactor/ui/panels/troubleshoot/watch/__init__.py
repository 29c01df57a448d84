"""Logins watched hop by hop, and the archive of the tenant's log."""
