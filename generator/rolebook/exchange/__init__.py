"""What other systems read: structured data, feeds, and the shapes of applicant-tracking systems."""
