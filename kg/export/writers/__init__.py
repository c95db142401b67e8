"""A module for each format, found by its name (see `kg.export`)."""
