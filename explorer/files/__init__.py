"""Files: reading what others wrote with suspicion, and finding the program's own parts."""
