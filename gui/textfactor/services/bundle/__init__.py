"""The support bundle: what helps to find a fault, by an allow-list, and nothing that says whose it is."""
