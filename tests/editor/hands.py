"""Who works at the desk in Chromium: with a mouse, or with the keyboard only."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.site.browser import Watched


class Mouse:
    """A secretary with a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def follow(self, name: str, heading: str = "") -> None:
        """Follows a link, and waits for the page that it leads to."""
        self.page.get_by_role("link", name=name).first.click()
        self.sees(heading or name)

    def press(self, name: str, heading: str) -> None:
        """Presses a button, and waits for what comes of it."""
        self.page.get_by_role("button", name=name).first.click()
        self.sees(heading)

    def unfold(self, name: str) -> None:
        """Opens what is folded."""
        self.page.locator("summary", has_text=name).first.click()

    def fill(self, field: str, value: str) -> None:
        """Writes into a field, or chooses in it."""
        found = self.page.locator(f'[id="{field}"]')
        if found.evaluate("one => one.tagName") == "SELECT":
            found.select_option(value)
        elif found.get_attribute("type") == "checkbox":
            found.check()
        else:
            found.fill(value)

    def sees(self, heading: str) -> None:
        """The page has a heading with these words."""
        # "Skickat" is not told by "Inget är skickat".
        told = re.compile(re.escape(heading))
        expect(self.page.locator("h1, .r-besked h2").filter(has_text=told).first).to_be_visible()


class Keys(Mouse):
    """A secretary without one."""

    def reach(self, selector: str, name: str = "") -> None:
        """Tabs on until the focus is at what the selector means, or at a link or button that has this in its name."""
        wanted = "([s, n]) => document.activeElement.matches(s) && document.activeElement.textContent.includes(n)"
        for _ in range(400):
            if self.page.evaluate(wanted, [selector, name]):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {selector} {name}")

    def follow(self, name: str, heading: str = "") -> None:
        self.reach("a", name)
        self.page.keyboard.press("Enter")
        self.sees(heading or name)

    def press(self, name: str, heading: str) -> None:
        self.reach("button", name)
        self.page.keyboard.press("Enter")
        self.sees(heading)

    def unfold(self, name: str) -> None:
        self.reach("summary", name)
        self.page.keyboard.press("Enter")

    def fill(self, field: str, value: str) -> None:
        found = self.page.locator(f'[id="{field}"]')
        expect(found).to_be_visible()
        self.reach(f'[id="{field}"]')
        if found.get_attribute("type") == "date":
            year, month, date = value.split("-")
            self.page.keyboard.type(f"{month}{date}{year}")
        elif found.evaluate("one => one.tagName") == "SELECT":
            self.page.keyboard.type(value)
        else:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(value)
        expect(found).to_have_value(value)


class Keyboard(Keys):
    """Such a one whose window is looked at too."""

    def __init__(self, page: Page, root: str) -> None:
        super().__init__(page)
        self.watched = Watched(page, root)

    def go(self, selector: str, name: str, heading: str) -> None:
        """Presses Enter there, and waits for the page that it leads to."""
        self.reach(selector, name)
        self.page.keyboard.press("Enter")
        self.sees(heading)

    def write(self, name: str, text: str) -> None:
        """Writes into a field, over what it holds."""
        self.reach(f'[id="{name}"]')
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def is_sound(self) -> None:
        """Nothing that axe finds grave or that is wider than the window, and no complaint but of the refusals themselves."""
        assert self.watched.violations() == []
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not self.page.evaluate(wide)
        assert [fault for fault in self.watched.faults if not re.search(r"status of 4(09|22)", fault)] == []

    def new_item(self, title: str) -> None:
        """From the first page to the form of a new item."""
        self.go("a", "Alla filer", "Alla filer")
        self.go('a[href*="arende"]', "2026-12-17", "Nytt ärende")
        expect(self.page.locator("#rubrik")).to_be_focused()
        self.page.keyboard.insert_text(title)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("heading", name="Nytt ärende: klart")).to_be_visible()
        self.go("a", title, f"Ärende: {title}")
