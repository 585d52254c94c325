"""What a person reads: the words for codes, and the sentences made of them.

The words are plain data, a dict `WORDS` a file, loaded where it is asked for. A key is a code with
its subject before it: `document:photo`, `requirement:not_registered`. A fact, or another input of a
rule, is its own key, and one of its values is `<input>=<value>`. Of each language there are four
files: `en` for facts and decisions, `en_asking` for what a fact means, the question that asks for
it and how the holder may change it, `en_book` for what a rule book tells of itself, `en_screen` for
what stands beside answers on a screen. All languages
have the same keys in the same order. Words for codes have no full stop, so that they can stand in
a sentence.
"""
