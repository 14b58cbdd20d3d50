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
    return found.get(name);
  };

  // The engine and the search page fetch as they do from a server.
  window.fetch = async (address) => new Response(await read(address));
  window.klubbatMotor = async (address) => {
    const script = new Blob([await read(address)], { type: "text/javascript" });
    return import(URL.createObjectURL(script));
  };
})();
