"""What a report stands on: its periods, forms, checks, the registers and its sentences."""
