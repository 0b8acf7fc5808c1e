"""The look: themes, fonts, type sizes, and letters that fonts lack."""
