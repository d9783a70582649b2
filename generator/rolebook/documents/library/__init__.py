"""What holds for the kit as a whole: the home page, facts, glossary, references, and the handbook that binds it all."""
