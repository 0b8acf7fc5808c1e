"""The negotiation table: two delegations at one machine."""
