"""One process of the benchmark: asks this database for pages and prints what they cost, as JSON."""

import io
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import django

TIMES, FIRST_TIMES = 40, 3
FILE = "as-large-as-the-list.html"


def pages(models, views):
    """Return the addresses of each page; several are asked for in turn."""
    last = -(-models.Delivery.objects.count() // views.ROWS_PER_PAGE)
    deliveries = [f"/deliveries/delivery-{n}/" for n in range(10)]
    commitments = [f"/commitments/PE-{n + 1}/" for n in range(10)]
    return {
        "deliveries": ["/deliveries/"],
        "deliveries, filtered": ["/deliveries/?reported_by=party-1&since=2019"],
        "deliveries, one partnership": ["/deliveries/?partnership=partnership-1"],
        "deliveries, one region": ["/deliveries/?region=PE-CCC"],
        "deliveries, middle page": [f"/deliveries/?page={max(1, last // 2)}"],
        "deliveries, last page": [f"/deliveries/?page={last}"],
        "search, rare word": ["/deliveries/?q=inspection"],
        "search, word of every delivery": ["/deliveries/?q=quarterly"],
        "delivery": deliveries,
        "commitment": commitments,
        "overview": ["/"],
        "commitments": ["/commitments/"],
        "commitments, by state": ["/commitments/?state=delivered&sort=-title"],
    }


def main():
    django.setup()
    from django.core.wsgi import get_wsgi_application

    from tracker import models, views

    with tempfile.TemporaryDirectory() as folder:
        os.environ["STATIC_FILES"] = folder
        server = get_wsgi_application()
        found = {
            name: cost([f"/en{path}" for path in paths], server)
            for name, paths in pages(models, views).items()
        }
        views.ROWS_PER_PAGE = 50
        found["deliveries, 50 rows"] = cost(["/en/deliveries/"], server)
        found["static file"] = static_file(len(get(server, "/en/deliveries/")))
    json.dump(found, sys.stdout)


def static_file(size):
    """Return what a file of that size costs, served by the same software."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, FILE).write_bytes(b"x" * size)
        settings.STATIC_ROOT = folder
        return cost([f"/static/{FILE}"], get_wsgi_application())


def cost(paths, server):
    """Return the milliseconds of processor time, asked first and asked again."""
    from tracker.ledger.memory import memory

    get(server, paths[0])
    first = []
    for path in (paths * FIRST_TIMES)[:FIRST_TIMES]:
        memory.forget()
        first.append(timed(server, path))
    for path in paths:
        get(server, path)
    again = [timed(server, paths[n % len(paths)]) for n in range(TIMES)]
    return {"first": statistics.median(first), "again": statistics.median(again)}


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
    fill(int(sys.argv[2])) if sys.argv[1:2] == ["--fill"] else main()
