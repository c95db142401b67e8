"""What can go wrong for a reason that lies outside the program, said in one line."""


class KgError(Exception):
    """A refusal that a user can act on: what, where, and what to do about it.

    The message is one line and is shown as it stands; no traceback follows it.
    """


class InputError(KgError):
    """One input cannot be used; the others can (exit status 1)."""


class StoreError(KgError):
    """The store cannot be opened, read or written (exit status 2)."""


class QueryError(KgError):
    """A query or the name of a question, an agency or a format is not understood (exit status 2)."""
