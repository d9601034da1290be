"""The demo newsroom: an invented story in invented mastheads, served on loopback as far as its clock has come.

Mastheads, articles and site templates are data in this folder; the code only renders and serves them.
"""

PORT = 8017  # preferred, so that the example watch fits; another free one where it is taken
