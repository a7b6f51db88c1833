"""What surrounds the pages: menu, bars, plan list, status bar, and the acts of all pages."""
