"""`make mutants`: makes small mistakes in what decides right and wrong, and says which of them no
test notices."""
