rm themes/plain/layouts/track.html
