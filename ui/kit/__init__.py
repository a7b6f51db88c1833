"""Parts every screen is made of: look, buttons, fields, cards; they know no plan."""
