"""What the program could not decide, for people to decide: doubts, and the decisions that settle them.

* `doubts`: what in a store is doubtful, each with the passages it rests on.
* `answers`: a person's answer as a decision (`kg.identify.decisions`), and the file it is added to.

Invariant: the same store and the same decisions give the same doubts in the same order.
"""

from kg.review.answers import Answer, add, correction, settled
from kg.review.doubts import Doubt, Thing, doubts

__all__ = ["Answer", "Doubt", "Thing", "add", "correction", "doubts", "settled"]
