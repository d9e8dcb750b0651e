"""What search engines are asked: read everything but the staff pages."""

from django.http import HttpResponse
from django.urls import reverse


def robots(request):
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ("User-agent: *", "Disallow: /admin/", f"Sitemap: {sitemap}", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
