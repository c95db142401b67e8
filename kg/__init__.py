"""notice-kg: Vietnamese official notices as a knowledge graph.

The path of the data is the shape of the package::

    read → language → layout → extract → identify → graph → ask, export, view → cli

Every room imports only from rooms to its left, and from `records`, the language they share.
"""

__version__ = "0.1.0"
