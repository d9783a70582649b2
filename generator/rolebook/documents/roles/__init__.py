"""What a role is and takes: job descriptions, sourcing guides, skills, and the pages that compare roles."""
