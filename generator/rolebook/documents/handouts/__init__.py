"""What candidates are given in an interview, made from `kit.candidate` alone: the rest of a kit can't be had here."""
