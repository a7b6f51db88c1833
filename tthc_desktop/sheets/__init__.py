"""Progress sheets as Excel files: frozen rows first, then thin writers over openpyxl."""
