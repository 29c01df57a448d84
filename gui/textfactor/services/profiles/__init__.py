"""Profiles: several accounts and tenants, kept between starts."""
