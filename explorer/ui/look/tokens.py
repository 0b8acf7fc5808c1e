"""The measures of the look, in pixels at a text size of 100 %: everything else is made of them."""

SMALL, BODY, TITLE, HEADLINE, DISPLAY = 12, 14, 18, 28, 48
"""The scale of type: words beside pictures, running text, titles, headlines, a projected title."""

GRID = 8
"""Distances are this, its multiples, or half of it."""

RADIUS, CARD_RADIUS = 6, 10
"""How round the corners of buttons and of cards are."""

TARGET = 24
"""The smallest side of anything that can be clicked (WCAG 2.5.8)."""

MARK = 3
"""How wide the bar is that marks what is chosen in a list or a menu."""
