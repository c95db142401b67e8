"""The commands, a module each; its name is the command's."""
