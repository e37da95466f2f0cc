// Who is signed in. The token stays in memory: it is gone when the page is.

import { h } from "./dom.js";

let token = "";
let name = "";
const listeners = [];

export const bearer = () => token;
export const onChange = (listener) => listeners.push(listener);

function set(newToken, newName) {
  token = newToken;
  name = newName;
  for (const listener of listeners) listener();
}

/** Makes the button and the box that it opens. */
export function setUp(button, dialog) {
  onChange(() => { button.textContent = token ? `Sign out ${name}` : "Sign in"; });
  button.addEventListener("click", () => {
    if (token) { set("", ""); return; }
    dialog.replaceChildren(box(dialog));
    dialog.showModal();
  });
}

function box(dialog) {
  const error = h("p", { class: "error", role: "alert" });
  const email = h("input", { id: "si-email", name: "email", autocomplete: "username", required: true });
  const password = h("input", { id: "si-password", type: "password", autocomplete: "current-password", required: true });
  const pasted = h("input", { id: "si-token", autocomplete: "off", spellcheck: "false" });
  const done = (newToken, newName) => { set(newToken, newName); dialog.close(); };
  const withPassword = h("form", { onsubmit: async (event) => {
    event.preventDefault();
    error.textContent = "";
    const answer = await ask(email.value, password.value);
    if (answer.token) done(answer.token, answer.name);
    else { error.textContent = answer.reason; password.focus(); }
  } },
    field("E-mail or username", email), field("Password", password), error,
    h("div", { class: "head" }, h("button", {}, "Sign in"),
      h("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, "Cancel")));
  const withToken = h("form", { onsubmit: (event) => {
    event.preventDefault();
    if (pasted.value.trim()) done(pasted.value.trim(), "");
  } }, field("Or paste an access token", pasted), h("button", { class: "quiet" }, "Use this token"));
  return h("div", {}, h("h2", { id: "signin-title" }, "Sign in"),
    h("p", { class: "soft small" }, "Kept in this page only, and forgotten when it is closed."), withPassword, h("hr"), withToken);
}

function field(text, input) {
  return h("div", { class: "field" }, h("label", { for: input.id }, text), input);
}

async function ask(user, password) {
  const who = user.includes("@") ? { email: user } : { username: user };
  try {
    const response = await fetch("/api/v1/auth/login", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...who, password }),
    });
    const answer = await response.json();
    if (!response.ok) return { reason: answer.detail ?? `Status ${response.status}` };
    return { token: answer.access_token, name: answer.name || answer.username };
  } catch {
    return { reason: "The server does not answer." };
  }
}
