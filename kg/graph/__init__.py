"""What notices say as RDF, and the store it is in.

A map of the room, in the order of the data:

* `terms`: every term, written once; `ontology`: the files that define and check them.
* `statements`: the quads of one notice's graph under construction; nodes, passages, claims.
* `directives`, `quads`: record → quads of one notice.
* `reference`: what notices share, described from what each of them claims about it.
* `sparql`, `store`, `endpoint`: the one interface to a folder on disk or to a SPARQL 1.1 endpoint.
* `conclusions`: what follows from all notices together; can be dropped and concluded again at any time.
* `validate`: the store against the SHACL shapes.

A store has one graph a notice (its name is the notice's IRI), the reference graph and the graph of
conclusions. No triple stands in two of them, so that counting over the union of all graphs counts right.
"""
