"""Acts on reports and on the registers they are drafted from."""
