"""One file per command. Each imports what it needs when it runs, so that ``--help`` and ``text`` start at once."""
