"use strict";
// The page works without this: it counts what the filter shows, hides empty groups, and copies.
const shown = document.getElementById("shown");
const visible = (element) => element.getClientRects().length > 0;
const recount = () => {
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = false;
    group.hidden = ![...group.querySelectorAll(".finding")].some(visible);
  }
  const count = [...document.querySelectorAll(".finding")].filter(visible).length;
  if (shown) {
    shown.hidden = false;
    shown.textContent = shown.dataset.text.replace("#", count);
  }
};
document.addEventListener("change", recount);
recount();
// A link to a finding that the filter hides shows it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#f']");
  const target = link && document.getElementById(link.hash.slice(1));
  if (target && !visible(target)) {
    for (const box of document.querySelectorAll(".filter input")) box.checked = true;
    recount();
  }
});
for (const block of document.querySelectorAll("pre[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = block.dataset.copy;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.textContent.trimEnd() + "\n");
      button.textContent = block.dataset.copied;
    } catch {
      getSelection().selectAllChildren(block);
    }
  });
  block.after(button);
}
