"""What a browser notices while a page is open: its console, its policy, its requests, its rules."""

from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,  # a public page has no media, and its one sheet is its own
}
# Only what is broken comes back: what holds is a hundred times as long.
BROKEN = "async (rules) => (await axe.run(document, rules)).violations"

# Set before the page begins, so that nothing is refused unseen.
NOTE_REFUSALS = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => {
  refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Watch:
    """Everything a page said and asked for since the watch began, or since all was forgotten."""

    page: object
    console: list = field(default_factory=list)
    requests: list = field(default_factory=list)

    def hear(self, message):
        # Verbose: advice that a browser shows only to those who ask for it.
        if message.type != "verbose":
            self.console.append(f"{message.type}: {message.text}")

    def forget(self):
        self.console.clear()
        self.requests.clear()

    @property
    def refused(self):
        """What the policy refused on the page that is open now."""
        return self.page.evaluate("window.refused")


def watch(page):
    seen = Watch(page)
    page.add_init_script(NOTE_REFUSALS)
    page.on("console", seen.hear)
    page.on("pageerror", lambda error: seen.console.append(f"error: {error}"))
    page.on("request", lambda request: seen.requests.append((request.resource_type, request.url)))
    return seen


def broken_rules(page):
    """Return each broken rule with each place that breaks it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['failureSummary']}"
        for rule in page.evaluate(BROKEN, RULES)
        for node in rule["nodes"]
    ]


def overflow(page):
    """Return by how many pixels the page is wider than its window."""
    return page.evaluate(OVERFLOW)
