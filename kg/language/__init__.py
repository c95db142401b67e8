"""Vietnamese text: spelling, even text with its way back to the source, sentences, names found in one pass.

Invariant: pure functions of text; nothing here knows what an official paper is.
"""
