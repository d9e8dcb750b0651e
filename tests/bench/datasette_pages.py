"""
What tuned datasette takes for the same pages of one file, as JSON; run by a Python that has it.

Tuned: it counts nothing, suggests and counts no facets, reads only the columns of our list and
asks nothing that an index does not answer: not for the status, which all rows have in common.
25 rows a page.
"""

import asyncio
import json
import statistics
import sys
import time

from datasette.app import Datasette

TIMES = 40
COLUMNS = ["stated_on_latest", "statement_en", "commitment_id", "value", "unit_id"]
COLUMNS += ["reported_by_id", "attributed_to_id"]
LIST = "tracker_delivery?_size=25&_nocount=1&_nofacet=1&_nosuggest=1&_sort_desc=stated_on_latest"
LIST += "".join(f"&_col={name}" for name in COLUMNS)
PAGES = {
    "deliveries": LIST,
    "deliveries, filtered": f"{LIST}&reported_by_id=2&stated_on_latest__gte=2019-01-01",
    "search, rare word": f"{LIST}&_search=inspection",
    "delivery": "tracker_delivery/7",
}
SETTINGS = {"suggest_facets": False, "allow_facet": False, "default_page_size": 25}


async def main(path):
    found = Datasette([], immutables=[path], settings=SETTINGS)
    await found.invoke_startup()
    database = path.rpartition("/")[2].removesuffix(".sqlite3")
    return {name: await cost(found, f"/{database}/{page}") for name, page in PAGES.items()}


async def cost(datasette, address):
    first = await timed(datasette, address)
    again = [await timed(datasette, address) for _ in range(TIMES)]
    return {"first": first, "again": statistics.median(again)}


async def timed(datasette, address):
    start = time.process_time()
    response = await datasette.client.get(address)
    taken = (time.process_time() - start) * 1000
    if response.status_code != 200:
        sys.exit(f"datasette answered {response.status_code}: {address}")
    return taken


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(sys.argv[1]))))  # noqa: T201
