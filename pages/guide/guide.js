// A button at each block of code that copies it. Browsers allow that on https and on this machine only.

import { copyButton } from "./dom.js";

for (const code of navigator.clipboard ? document.querySelectorAll("main pre") : []) {
  const block = document.createElement("div");
  block.className = "block";
  code.replaceWith(block);
  block.append(code, copyButton(() => code.textContent));
}
