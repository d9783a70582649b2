"""Mutation tests: small changes to the code, one at a time, each of which a test should notice.

Why not a library: mutmut 3 changes functions without decorators only (not the tables and models that most of our rules
and messages are), cosmic-ray and mutatest run one and the same test command for every mutant, and none of the three
draws a sample by a seed. With a suite of minutes, what decides is to ask the tests of the changed module first.
"""
