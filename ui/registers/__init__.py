"""The registers (sổ) as pages: one grid for all of them."""
