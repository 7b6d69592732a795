echo mine > site/thesis.txt
