// The account menu in the header. Public pages are the same for everybody, so who is signed in is asked after they are
// shown, and only when a cookie hints that somebody is. An element of its own with a shadow tree, because that works
// alike on pages that load no other script and on pages that React takes over.

/** @typedef {{ handle: string, name: string, isAdmin: boolean, notices: number }} Me */

const HINT = /(?:^|; )spokes_signed_in=1/;

const STYLE = `
  details { position: relative; }
  summary { position: relative; box-sizing: border-box; display: flex; align-items: center; justify-content: center;
    width: 4.75rem; height: 2.25rem; list-style: none; font-size: 0.875rem; border: 1px solid var(--edge); border-radius: 6px; cursor: pointer; }
  summary:hover { border-color: var(--ink); }
  summary::-webkit-details-marker { display: none; }
  .new { position: absolute; inset-block-start: -4px; inset-inline-end: -4px; width: 10px; height: 10px;
    border-radius: 50%; background: var(--spark); }
  .menu { position: absolute; inset-inline-end: 0; z-index: 10; width: 15rem; margin-top: 6px; padding: 6px;
    border: 1px solid var(--line); border-radius: 8px; background: var(--card); box-shadow: 0 8px 24px rgb(0 0 0 / 0.12); }
  p { margin: 0 0 6px; padding: 6px 12px 10px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
  b { display: block; font-weight: 600; }
  small { font-size: 0.8125rem; color: var(--soft); }
  ul { margin: 0; padding: 0; list-style: none; }
  a { display: block; padding: 8px 12px; border-radius: 4px; color: var(--ink); text-decoration: none; }
  a:hover { background: color-mix(in srgb, var(--accent) 11%, transparent); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .read { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;

class AccountMenu extends HTMLElement {
  /** Whether the cookie hinted at somebody when it was last looked at. */
  hinted = false;

  connectedCallback() {
    this.look();
    // Signing in and out lead to another page without loading it anew, so it is looked again when the page changes.
    const watch = () => {
      const page = document.getElementById("content");
      if (page) new MutationObserver(() => this.look()).observe(page, { childList: true, subtree: true });
    };
    if (document.readyState === "loading")
      document.addEventListener("DOMContentLoaded", watch, { once: true });
    else watch();
  }

  look() {
    const hinted = HINT.test(document.cookie);
    if (hinted === this.hinted) return;
    this.hinted = hinted;
    if (!hinted) return this.shadowRoot?.replaceChildren(make("slot", {}));
    fetch("/api/me")
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((me) => me && this.show(me))
      // Without an answer "Sign in" stays, which leads to a page that says who is signed in.
      .catch(() => undefined);
  }

  /** @param {Me} me */
  show(me) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    const details = make("details", {}, summaryOf(me), menuOf(me));
    root.replaceChildren(details);
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary")?.focus();
    });
    for (const event of ["pointerdown", "focusin"])
      document.addEventListener(event, ({ target }) => {
        if (target !== this) details.open = false;
      });
  }
}

/** @param {Me} me */
function summaryOf({ handle, name, notices }) {
  const unread = notices === 0 ? "" : `, ${notices} unread ${notices === 1 ? "notice" : "notices"}`;
  const read = make("span", { className: "read" }, `, ${name || handle}${unread}: account menu`);
  return make("summary", {}, "you", read, ...(notices === 0 ? [] : [make("span", { className: "new" })]));
}

/** @param {Me} me */
function menuOf({ handle, name, isAdmin, notices }) {
  const links = [
    ["/annotate", "Annotate"],
    [`/people/${handle}`, "Your page"],
    ["/me", notices === 0 ? "Settings" : `Settings, ${notices} unread`],
    ...(isAdmin ? [["/admin", "Admin"]] : []),
    ["/sign-out", "Sign out"],
  ];
  const who = make("p", {}, make("b", {}, name || handle), ...(name ? [make("small", {}, handle)] : []));
  const items = links.map(([href, label]) => make("li", {}, make("a", { href }, label ?? "")));
  return make("div", { className: "menu" }, who, make("ul", {}, ...items));
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} properties
 * @param {(Node | string)[]} children
 */
function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

customElements.define("account-menu", AccountMenu);
