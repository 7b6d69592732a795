echo a file > note
