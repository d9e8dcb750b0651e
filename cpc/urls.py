"""
The site's addresses: staff at /admin/, the public pages below /en/ and /es/.

LocaleMiddleware answers / with a redirect to the visitor's language.
"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from cpc.robots import robots
from tracker.public.sitemaps import SITEMAPS

handler400 = "cpc.failures.bad_request"
handler500 = "cpc.failures.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    *i18n_patterns(path("", include("tracker.public.urls"))),
]
