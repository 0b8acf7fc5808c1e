"""The negotiation of two delegations: its rules, what each side sees, computer delegations."""
