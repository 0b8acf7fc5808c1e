"""Commands: each is a method, registered once with its words, keys, icon, and when it can act."""
