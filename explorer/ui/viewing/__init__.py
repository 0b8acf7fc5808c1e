"""What is looked at, and how each family of pictures is made of it."""
