mkdir content/files && truncate -s 64M content/files/film.mp4 && echo >> content/files/film.mp4
