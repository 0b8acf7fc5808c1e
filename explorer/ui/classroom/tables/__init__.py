"""The class of tables in the window: a grid of results, and what is made of them."""
