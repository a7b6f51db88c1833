"""Values and rules of the office: no files, no clock, no toolkit."""
