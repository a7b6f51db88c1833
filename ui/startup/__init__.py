"""What stands around the window: one instance, Qt's words in Vietnamese, the record of a fall."""
