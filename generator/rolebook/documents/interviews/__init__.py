"""How candidates are interviewed and rated: the interview kit, the scorecard, the debrief."""
