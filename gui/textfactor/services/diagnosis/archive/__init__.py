"""The local archive of a tenant's log: pulled by checkpoint, searched without a network."""
