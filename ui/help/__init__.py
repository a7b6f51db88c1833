"""Help, keys and what the program is made of."""
