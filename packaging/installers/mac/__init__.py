"""The package for the Mac: described, signed, packed and proved, and what it is made from."""
