"""The texts of the codes: rendered and checked before they go into the tenant."""
