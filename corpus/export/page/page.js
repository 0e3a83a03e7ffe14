"use strict";
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const detail = document.querySelector(".panel");
  const holds = (element, name, number) => element.dataset[name].split(" ").includes(number);
  const entries = new Map(all(".entry[data-d]").map((entry) => [entry.dataset.d, entry]));
  // Each difference once, whether it is in the ledger or not; what was dismissed is passed over.
  const order = [...entries.values()].filter((e) => e.matches(".differ:not(.kept, .dismissed)"))
    .map((e) => e.dataset.d);
  let current = null;

  function clear() {
    all(".on, .mate").forEach((element) => element.classList.remove("on", "mate"));
  }

  function reveal(pane, found) {
    if (!found.length) return;
    const middle = pane.clientHeight * 0.36;
    const top = found[0].getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += top - middle;
  }

  function show(number) {
    clear();
    current = number;
    for (const pane of all(".article")) {
      const found = all(".m", pane).filter((mark) => holds(mark, "d", number));
      found.forEach((mark) => mark.classList.add("on"));
      reveal(pane, found);
    }
    const entry = entries.get(number);
    if (!entry || !detail) return;
    detail.className = "panel " + entry.className.replace("entry", "");
    detail.querySelector(".body").replaceChildren(
      ...[...entry.childNodes].map((node) => node.cloneNode(true)));
    detail.hidden = false;
  }

  function close() {
    clear();
    if (detail) detail.hidden = true;
  }

  function mates(sentence) {
    close();
    const numbers = sentence.dataset.l.split(" ");
    for (const pane of all(".article")) {
      const found = all(".s.linked", pane)
        .filter((other) => numbers.some((number) => holds(other, "l", number)));
      found.forEach((other) => other.classList.add("mate"));
      if (!pane.contains(sentence)) reveal(pane, found);
    }
  }

  function step(by) {
    if (!order.length) return;
    const at = order.indexOf(current);
    show(order[(at < 0 ? (by > 0 ? 0 : -1) : at + by + order.length) % order.length] || order.at(-1));
    document.querySelector(".pair").scrollIntoView({ block: "end" });
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    const mark = target.closest(".m");
    const entry = target.closest(".entry[data-d]");
    const sentence = target.closest(".s.linked");
    if (target.closest("[data-step]")) step(Number(target.closest("[data-step]").dataset.step));
    else if (target.closest("[data-agree]")) document.body.classList.toggle("hide-agree");
    else if (target.closest(".close")) close();
    else if (mark) {
      const numbers = mark.dataset.d.split(" ");
      show(numbers[(numbers.indexOf(current) + 1) % numbers.length]);
    } else if (entry) {
      document.querySelector(".pair").scrollIntoView({ block: "end" });
      show(entry.dataset.d);
    } else if (sentence) mates(sentence);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target.closest(".m, .entry")) event.target.click();
  });
})();
