"""The nouns of the subject: cases, scenarios, packages and results; all frozen and validated."""
