"""The class of tables: role sheets, results, scores and the debrief of a role play."""
