// Runs in <head> before the first paint: the chosen theme, then the print line.
// The choice is stored per site root, so that two sites under one host do not share it.
(() => {
  "use strict";
  const html = document.documentElement;
  const key = "klubbat-tema:" + new URL("../", document.currentScript.src).pathname;
  const themes = ["ljust", "morkt"];

  // Storage throws where the reader has forbidden it; the site then follows the device.
  const read = () => {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return "";
    }
  };
  const write = (theme) => {
    try {
      if (theme) localStorage.setItem(key, theme);
      else localStorage.removeItem(key);
    } catch {
      /* The choice holds for this page only. */
    }
  };
  const apply = (theme) => {
    if (themes.includes(theme)) html.dataset.tema = theme;
    else delete html.dataset.tema;
  };

  apply(read());
  html.classList.replace("no-js", "js");

  const setUpTheme = () => {
    const choice = document.getElementById("k-tema");
    const show = () => {
      choice.value = html.dataset.tema ?? "";
    };
    show();
    choice.parentElement.hidden = false;
    choice.addEventListener("change", () => {
      apply(choice.value);
      write(choice.value);
    });
    addEventListener("storage", (event) => {
      if (event.key !== key) return;
      apply(event.newValue);
      show();
    });
  };

  // On paper nothing is folded, and the day of printing is said.
  const setUpPrint = () => {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details:not([open])")];
      opened.forEach((details) => (details.open = true));
      const day = new Date().toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric" });
      document.querySelectorAll("[data-utskriven]").forEach((place) => (place.textContent = `· Utskriven ${day}`));
    });
    addEventListener("afterprint", () => {
      opened.forEach((details) => (details.open = false));
    });
  };

  // From a disk a folder's address shows which files are in it, not its page.
  const setUpLinks = () => {
    if (location.protocol !== "file:") return;
    document.addEventListener("click", ({ target }) => {
      const link = target.closest("a[href]");
      if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    });
  };

  // A calendar program subscribes to an address of its own kind; without a server there is nothing to subscribe to.
  const setUpSubscriptions = () => {
    if (!location.protocol.startsWith("http")) return;
    document.querySelectorAll("a[data-prenumerera]").forEach((link) => {
      link.href = link.href.replace(/^https?:/, "webcal:");
    });
  };

  // Long words carry soft hyphens; what is copied does not, or nobody would find it again.
  document.addEventListener("copy", (event) => {
    const text = getSelection().toString();
    if (!text.includes("\u00AD")) return;
    event.clipboardData.setData("text/plain", text.replaceAll("\u00AD", ""));
    event.preventDefault();
  });

  document.addEventListener("DOMContentLoaded", () => {
    setUpLinks();
    setUpSubscriptions();
    setUpTheme();
    setUpPrint();
  });
})();
