"""What a superior asks beside our plan, and work assigned during the year."""
