// How the search page fetches what it needs, from a server or from a disk.
"use strict";
window.klubbatHamta = (root, fromDisk) => {
  // What failed to load is asked for again next time: the reader may have come back to a network.
  const once = (load) => {
    let promise;
    return () => (promise ??= load().catch((error) => ((promise = undefined), Promise.reject(error))));
  };
  const script = (name) =>
    once(
      () =>
        new Promise((resolve, reject) => {
          const node = document.createElement("script");
          node.src = new URL(`assets/${name}`, root).href;
          node.onload = resolve;
          node.onerror = reject;
          document.head.append(node);
        }),
    );
  const disk = script("fran-disk.js");
  const json = (address) =>
    once(async () => {
      if (fromDisk) await disk();
      const response = await fetch(new URL(address, root));
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json();
    });
  // A module of scripts.
  const module = async (address) => {
    if (!fromDisk) return import(address);
    await disk();
    return window.klubbatMotor(address);
  };
  return { directory: json("pagefind/delar.json"), json, module, once, script };
};
