"""A plan that was read is looked at before it comes in; tasks to follow are proposed."""
