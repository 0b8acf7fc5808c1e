"""The nouns of the subject: cases, scenarios, packages and results; all frozen and validated."""

import os

# Else pydantic asks every package installed for plugins, which takes long and lets strangers in.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
