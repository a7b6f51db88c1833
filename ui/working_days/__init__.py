"""The office's days off and days worked, a year at a time."""
