"""The self-test of the installed program: commands, files, network, window."""
