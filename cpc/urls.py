"""
The site's addresses: staff at /admin/, the public pages below /en/ and /es/.

LocaleMiddleware answers / with a redirect to the visitor's language.
"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

handler500 = "cpc.failures.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    *i18n_patterns(path("", include("tracker.urls"))),
]
