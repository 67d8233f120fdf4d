"use strict";
// The review works without this, passage by passage; with it the page follows the files, answers while
// somebody types, and takes whatever words are selected.
(() => {
  const body = document.body;
  const bar = () => document.getElementById("bar");
  let version = bar().dataset.version;

  // ---- following the files

  const isWriting = () =>
    [...document.querySelectorAll("form[method=post] input:not([type=hidden]), form[method=post] select")].some((field) =>
      field.type === "checkbox"
        ? field.checked !== field.defaultChecked
        : field.tagName === "SELECT"
          ? ![...field.options].some((option) => option.selected && option.defaultSelected) && field.selectedIndex > 0
          : field.value !== field.defaultValue
    );
  const keyOf = (element) => element.id || element.dataset.key;
  const open = () => [...document.querySelectorAll("details[open]")].map(keyOf).filter(Boolean);
  const replace = (fresh, styles) => {
    version = fresh.getElementById("bar").dataset.version;
    const opened = open();
    const unchecked = [...document.querySelectorAll(".filter input:not(:checked)")].map((box) => box.id);
    const focused = document.activeElement && document.activeElement.id;
    const side = document.querySelector(".text");
    const place = [scrollX, scrollY, side ? side.scrollTop : 0];
    // The page's policy names its own style, so another one comes as a sheet.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [sheet];
    document.querySelector("style").disabled = true;
    for (const name of [document.querySelector("header") ? "header" : "#bar", ".filter", "main"]) {
      const before = document.querySelector(name);
      const after = fresh.querySelector(name);
      if (before && after) before.replaceWith(after);
      else if (before) before.remove();
    }
    for (const details of document.querySelectorAll("details")) {
      if (keyOf(details)) details.open = opened.includes(keyOf(details));
    }
    for (const id of unchecked) {
      const box = document.getElementById(id);
      if (box) box.checked = false;
    }
    scrollTo(place[0], place[1]);
    const text = document.querySelector(".text");
    if (text) text.scrollTop = place[2];
    const again = focused && document.getElementById(focused);
    if (again) again.focus({ preventScroll: true });
    document.dispatchEvent(new Event("change"));
  };
  const parsed = async (answer) => {
    let styles = "";
    const text = (await answer.text()).replace(/<style>([^]*?)<\/style>/, (_, found) => {
      styles = found;
      return "";
    });
    return [new DOMParser().parseFromString(text, "text/html"), styles];
  };
  const renew = async () => {
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
    const [fresh, styles] = await parsed(answer);
    if (answer.ok && fresh.getElementById("bar")) replace(fresh, styles);
    else stale();
  };
  const stale = () => {
    const line = bar() && bar().querySelector(".stale");
    if (line) line.hidden = false;
  };
  const source = new EventSource("/events");
  source.addEventListener("message", (event) => {
    if (event.data === version) return;
    if (document.getElementById("claim") || isWriting()) stale();
    else renew();
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED && bar()) bar().querySelector("[role=status]").textContent = bar().dataset.closed;
  });

  // ---- deciding without losing one's place

  document.addEventListener("submit", async (event) => {
    const decision = event.target;
    if (!decision.matches(".decide form, .bar form")) return;
    event.preventDefault();
    const answer = await fetch(decision.action, { method: "POST", body: new URLSearchParams(new FormData(decision)) });
    const [fresh, styles] = await parsed(answer);
    const refusal = fresh.querySelector(".refusal");
    if (answer.ok && new URL(answer.url).pathname === location.pathname) {
      replace(fresh, styles);
    } else if (answer.ok || !refusal) {
      location.assign(answer.ok ? answer.url : location.href);
    } else {
      decision.parentElement.querySelectorAll(".refusal").forEach((old) => old.remove());
      decision.before(refusal);
    }
  });

  // ---- answering while somebody types

  const form = document.getElementById("claim");
  let waiting = 0;
  let asked = 0;
  const ask = async () => {
    const number = ++asked;
    const data = new URLSearchParams(new FormData(form));
    data.set("do", "look");
    const answer = await fetch(form.action, { method: "POST", body: data });
    const [fresh] = await parsed(answer);
    if (number !== asked) return;
    for (const id of ["answer", "qualifiers", "unknown"]) {
      const before = document.getElementById(id);
      const after = fresh.getElementById(id);
      if (!before || !after || before.innerHTML === after.innerHTML) continue;
      const typed = new Map([...before.querySelectorAll("input")].map((field) => [field.name + field.value, field.checked]));
      if (before.contains(document.activeElement)) continue;
      before.replaceChildren(...after.childNodes);
      for (const field of before.querySelectorAll("input[type=checkbox]")) field.checked = typed.get(field.name + field.value) || false;
    }
  };
  if (form) {
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 250);
    });
  }

  // ---- selecting a passage

  const button = document.createElement("button");
  button.type = "button";
  button.id = "select";
  button.hidden = true;
  body.append(button);
  const skipped = (node) => node.parentElement && node.parentElement.closest("a.ref, .encode");
  const textOf = (range) => {
    const copy = range.cloneContents();
    for (const part of copy.querySelectorAll("a.ref, .encode")) part.remove();
    return copy.textContent.replace(/\s+/g, " ");
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const holder = range.commonAncestorContainer;
    const element = holder.nodeType === Node.ELEMENT_NODE ? holder : holder.parentElement;
    const article = element && element.closest("article");
    const about = article && article.parentElement.querySelector("[data-file]");
    if (!about || skipped(range.startContainer)) return null;
    const before = document.createRange();
    before.setStart(article, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const after = document.createRange();
    after.setStart(range.endContainer, range.endOffset);
    after.setEnd(article, article.childNodes.length);
    return {
      file: about.dataset.file,
      exact: textOf(range).trim(),
      prefix: textOf(before).slice(-60),
      suffix: textOf(after).slice(0, 60),
      rect: range.getBoundingClientRect(),
      label: about.dataset.encode,
    };
  };
  document.addEventListener("selectionchange", () => {
    const found = selected();
    button.hidden = !found || !found.exact;
    if (button.hidden) return;
    button.textContent = found.label;
    button.style.setProperty("left", `${Math.max(8, found.rect.left + scrollX)}px`);
    button.style.setProperty("top", `${found.rect.bottom + scrollY + 6}px`);
  });
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const found = selected();
    if (!found) return;
    const { file, exact, prefix, suffix } = found;
    location.assign(`/encode?${new URLSearchParams({ file, exact, prefix, suffix })}`);
  });
})();
