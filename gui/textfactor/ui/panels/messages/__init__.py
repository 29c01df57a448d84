"""The message lab: every text of the tenant, seen and priced before anybody gets it."""
