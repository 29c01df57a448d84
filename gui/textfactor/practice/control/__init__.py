"""The control API: the practice phone, logins, faults and the journal, for whoever has the control token."""
