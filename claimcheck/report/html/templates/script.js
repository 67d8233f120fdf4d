"use strict";
// The page works without this: it counts what the filter shows, hides empty groups, and copies.
const shown = document.getElementById("shown");
const boxes = [...document.querySelectorAll(".filter input")];
const findings = [...document.querySelectorAll(".finding")];
const recount = () => {
  const off = boxes.filter((box) => !box.checked).map((box) => box.id.replace("show-", "is-"));
  const hidden = (element) => off.some((name) => element.classList.contains(name));
  const left = new Map();
  for (const finding of findings) {
    const group = finding.parentElement;
    left.set(group, (left.get(group) || 0) + !(hidden(finding) || hidden(group)));
  }
  let count = 0;
  for (const [group, number] of left) {
    group.hidden = number === 0;
    count += number;
  }
  if (shown) {
    shown.hidden = false;
    shown.textContent = shown.dataset.text.replace("#", count);
  }
};
document.addEventListener("change", recount);
recount();
// A link to a finding that the filter hides takes the filter away.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.ref");
  const target = link && document.getElementById(link.hash.slice(1));
  if (target && target.getClientRects().length === 0) {
    for (const box of boxes) box.checked = true;
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
