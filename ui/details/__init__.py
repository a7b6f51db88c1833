"""The pane at the right of the task table: what a task is, its periods, and its results."""
