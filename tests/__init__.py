"""The tests of ssrules; they mirror `src`."""
