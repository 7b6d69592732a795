cp themes/plain/layouts/page.html themes/plain/partials/page.html
