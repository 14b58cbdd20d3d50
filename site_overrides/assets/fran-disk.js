// The search where no server is: a browser lets no script read files for a page that was opened from a disk, but it runs scripts.
// `klubbat bygg --från-disk` has put every file that the search reads into a script of its own below sok/disk/.
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const scripts = new URL("sok/disk/", root);
  const found = new Map();

  // What every such script does: its file's name from the root, and its content in base64.
  window.klubbatFil = (name, content) => found.set(name, Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));

  const run = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, scripts).href;
      script.onload = () => resolve(script.remove());
      script.onerror = () => reject(new Error(name));
      document.head.append(script);
    });

  const read = async (address) => {
    const name = decodeURI(new URL(address, root).href.slice(root.href.length)).replace(/[?#].*$/, "");
    if (!found.has(name)) await run(name);
    return new Response(found.get(name));
  };

  window.klubbatDisk = {
    read,
    // The engine's script leaves a function that makes the engine, given how to read files and where the engine itself is.
    engine: async () => {
      await run("pagefind/pagefind.js");
      return window.klubbatMotor(read, new URL("pagefind/pagefind.js", root).href);
    },
  };
})();
