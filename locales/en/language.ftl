# Everybody's language. language-name: what this language is called in itself.

language-name = English
language-which =
    In which language do you want to read the messages from here?
    Choose one.
choice-language = { $language }
language-chosen = ✅ From now on the messages from here are written in { $language }.
menu-bahasa = Change language
