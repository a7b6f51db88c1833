"""What the office does, one function an act, one transaction each."""
