"""The life of a plan: new, carried over, submitted, issued, adjusted, closed; what it stands on."""
