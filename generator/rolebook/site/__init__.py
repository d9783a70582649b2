"""What one site in one language consists of: its pages and files, its navigation, what it says to machines."""
