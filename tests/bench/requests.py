"""One process of the benchmark: asks this database for pages and prints what they cost, as JSON."""

import io
import json
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

import django

FIRST_TIMES = 3
FILE = "as-large-as-the-list.html"


def pages(last):
    """Return the addresses of each page; several are asked for in turn."""
    return {
        "deliveries": ["/deliveries/"],
        "deliveries, filtered": ["/deliveries/?reported_by=party-1&since=2019"],
        "deliveries, one partnership": ["/deliveries/?partnership=partnership-1"],
        "deliveries, one region": ["/deliveries/?region=PE-CCC"],
        "deliveries, middle page": [f"/deliveries/?page={max(1, last // 2)}"],
        "deliveries, last page": [f"/deliveries/?page={last}"],
        "search, rare word": ["/deliveries/?q=inspection"],
        "search, word of every delivery": ["/deliveries/?q=quarterly"],
        "delivery": [f"/deliveries/delivery-{n}/" for n in range(10)],
        "commitment": [f"/commitments/PE-{n + 1}/" for n in range(10)],
        "overview": ["/"],
        "commitments": ["/commitments/"],
        "commitments, by state": ["/commitments/?state=under-way&sort=-title"],
        "disagreements": ["/disagreements/"],
        "awards": ["/awards/"],
        "award": ["/awards/award-3/"],
    }


def main(times):
    django.setup()
    from django.core.wsgi import get_wsgi_application

    with tempfile.TemporaryDirectory() as folder:
        os.environ["STATIC_FILES"] = folder
        server = get_wsgi_application()
        listed = get(server, "/en/deliveries/")
        last = max(int(page) for page in re.findall(rb"[?&;]page=(\d+)", listed))
        found = {
            name: cost([f"/en{path}" for path in paths], server, times)
            for name, paths in pages(last).items()
        }
        found["static file"] = static_file(len(listed), times)
    json.dump(found, sys.stdout)


def static_file(size, times):
    """Return what a file of that size costs, served by the same software."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, FILE).write_bytes(b"x" * size)
        settings.STATIC_ROOT = folder
        return cost([f"/static/{FILE}"], get_wsgi_application(), times)


def cost(paths, server, times):
    """Return the milliseconds of processor time, asked first and asked again."""
    get(server, paths[0])
    first = []
    for path in (paths * FIRST_TIMES)[: min(times, FIRST_TIMES)]:
        write_something()
        first.append(timed(server, path))
    for path in paths:
        get(server, path)
    again = [timed(server, paths[n % len(paths)]) for n in range(times)]
    return {"first": statistics.median(first), "again": statistics.median(again)}


def write_something():
    """Make another version of the data, so that nothing computed of the last one serves."""
    from tracker.models import Unit

    Unit.objects.filter(code="shelters").update(code="shelters")


def timed(server, path):
    start = time.process_time()
    get(server, path)
    return (time.process_time() - start) * 1000


def get(server, path):
    """Return the body of the answer to a request from another machine."""
    answered = []
    path, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    response = server(environ, lambda status, headers: answered.append(status))
    body = b"".join(response)
    response.close()
    if not answered[0].startswith("200"):
        sys.exit(f"{path}?{query}: {answered[0]}")
    return body


def fill(deliveries):
    django.setup()
    from django.db import connection

    from tests.bench import ledger

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA cache_size=-400000")
    ledger.fill(deliveries)


if __name__ == "__main__":
    asked, number = sys.argv[1], int(sys.argv[2])
    fill(number) if asked == "--fill" else main(number)
