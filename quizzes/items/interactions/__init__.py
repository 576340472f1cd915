"""How items are answered: a module an interaction, each reads a raw response and grades it."""
