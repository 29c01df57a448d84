"""The doctor: every check of tenant, account, keyring and computer in one go; reads only, and sends nothing."""
