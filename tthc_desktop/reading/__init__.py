"""What comes in from outside: the gate, the Word and text sources, the plan reader."""
