"""The program: start, settings, log, crash, trace."""
