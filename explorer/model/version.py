"""The version of the model's rules, which every saved result carries."""

MODEL_VERSION = "2.0"
"""It rises whenever the same scenario of the same case could come out differently."""
