mkfifo content/pipe.md
