"""Questions to the graph: the ready ones by name, and how the answer of any query is written."""

from kg.ask.answers import ask
from kg.ask.questions import Parameter, ParameterKind, Question, find_question, questions
from kg.ask.results import FORMATS, Results, write

__all__ = [
    "FORMATS",
    "Parameter",
    "ParameterKind",
    "Question",
    "Results",
    "ask",
    "find_question",
    "questions",
    "write",
]
