"""How the team is organised: the guide to each leadership model, their comparison, the planner."""
