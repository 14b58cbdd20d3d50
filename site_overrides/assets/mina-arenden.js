// Followed cases. What is followed is kept in this browser only, per site root; nothing is sent anywhere.
// Stored: {address: {nummer, rubrik, sett: [ids of what has happened], dag: "ÅÅÅÅ-MM-DD" when it was marked as read}}.
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src).href;
  const key = "klubbat-arenden:" + new URL(root).pathname;
  const source = root + "mina-arenden/andringar.json";

  // Storage throws where the reader has forbidden it, and may hold what another version wrote.
  const read = () => {
    try {
      const stored = JSON.parse(localStorage.getItem(key) ?? "{}");
      return stored !== null && typeof stored === "object" && !Array.isArray(stored) ? stored : {};
    } catch {
      return {};
    }
  };
  const write = (followed) => {
    try {
      localStorage.setItem(key, JSON.stringify(followed));
      return true;
    } catch {
      return false;
    }
  };
  const fetched = async () => {
    const answer = await fetch(source);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const ids = (found) => found.händelser.map((row) => row[0]);
  const written = (day) =>
    new Date(`${day}T12:00:00`).toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric" });

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const button = (text, run) => {
    const made = element("button", text, "k-knapp k-knapp--lugn");
    made.type = "button";
    made.addEventListener("click", run);
    return made;
  };
  const link = (text, address) => {
    const made = element("a", text);
    made.href = new URL(address, root).href;
    return made;
  };

  const setUpButton = (place) => {
    const address = place.dataset.folj;
    const status = element("span", "", "k-meta");
    status.setAttribute("role", "status");
    const change = button("", async () => {
      const followed = read();
      if (followed[address]) {
        delete followed[address];
      } else {
        followed[address] = { nummer: place.dataset.nummer, rubrik: place.dataset.rubrik, sett: null, dag: "" };
        try {
          const data = await fetched();
          followed[address].sett = ids(data.ärenden[address]);
          followed[address].dag = data.dag;
        } catch {
          /* What has happened so far counts as seen on the first visit to the page. */
        }
      }
      const kept = write(followed);
      show();
      status.textContent = !kept
        ? "Webbläsaren tillåter inte att något sparas."
        : followed[address]
          ? "Ärendet finns nu under Mina ärenden."
          : "Du följer inte längre ärendet.";
    });
    const show = () => {
      const follows = Boolean(read()[address]);
      change.textContent = follows ? "Sluta följa ärendet" : "Följ ärendet";
      mine.hidden = !follows;
    };
    const mine = link("Mina ärenden", "mina-arenden/");
    place.append(change, " ", mine, " ", status);
    show();
  };

  const eventList = (rows) => {
    const list = element("ul");
    for (const [, day, words, address] of rows) {
      const row = element("li");
      row.append(day ? `${written(day)}: ` : "", address ? link(words, address) : words);
      list.append(row);
    }
    return list;
  };

  const newIn = (kept, found) => {
    const seen = new Set(kept.sett ?? ids(found));
    return found.händelser.filter((row) => !seen.has(row[0]));
  };

  const oneCase = (address, kept, found, again) => {
    const part = element("section");
    const heading = element("h2");
    heading.append(link(found?.rubrik ?? kept.rubrik ?? kept.nummer ?? address, address));
    part.append(heading, element("p", found?.nummer ?? kept.nummer ?? "", "k-meta"));
    if (!found) {
      part.append(element("p", "Ärendet finns inte längre på den adressen.", "k-ruta"));
    } else {
      const fresh = newIn(kept, found);
      if (fresh.length) {
        const box = element("div", "", "k-ruta");
        box.append(element("h3", kept.dag ? `Nytt sedan ${written(kept.dag)}` : "Nytt"), eventList(fresh));
        part.append(box);
      } else {
        part.append(element("p", kept.dag ? `Inget nytt sedan ${written(kept.dag)}.` : "Inget nytt."));
      }
      const latest = found.händelser.filter((row) => !fresh.includes(row)).slice(-3).reverse();
      if (latest.length) part.append(element("h3", "Tidigare händelser"), eventList(latest));
    }
    part.append(
      button("Sluta följa", () => {
        const followed = read();
        delete followed[address];
        write(followed);
        again();
      }),
    );
    return part;
  };

  const setUpPage = async (place) => {
    const status = element("p", "Hämtar …");
    status.setAttribute("role", "status");
    const parts = element("div");
    place.append(status, parts);
    let data;
    try {
      data = await fetched();
    } catch {
      status.textContent = "Det gick inte att hämta vad som har hänt. Försök igen senare.";
      return;
    }
    const show = () => {
      const followed = read();
      const addresses = Object.keys(followed);
      for (const address of addresses) {
        const found = data.ärenden[address];
        if (found && followed[address].sett === null) Object.assign(followed[address], { sett: ids(found), dag: data.dag });
      }
      write(followed);
      const fresh = addresses.filter((address) => data.ärenden[address] && newIn(followed[address], data.ärenden[address]).length);
      status.textContent = addresses.length
        ? `Du följer ${addresses.length === 1 ? "ett ärende" : `${addresses.length} ärenden`}. ${fresh.length ? `Nytt i ${fresh.length}.` : "Inget nytt."}`
        : "Du följer inga ärenden i den här webbläsaren.";
      const ordered = [...fresh, ...addresses.filter((address) => !fresh.includes(address))];
      parts.replaceChildren(...ordered.map((address) => oneCase(address, followed[address], data.ärenden[address], show)));
      if (fresh.length) {
        parts.prepend(
          button("Markera allt som läst", () => {
            const now = read();
            for (const address of Object.keys(now))
              if (data.ärenden[address]) Object.assign(now[address], { sett: ids(data.ärenden[address]), dag: data.dag });
            write(now);
            show();
          }),
        );
      }
    };
    show();
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-folj]").forEach(setUpButton);
    document.querySelectorAll("[data-mina-arenden]").forEach(setUpPage);
  });
})();
