// SPDX-License-Identifier: Apache-2.0
// What the page does beyond opening and closing: filter, search, copy, deep links; data only.

extension HTMLReport {
  /// Never holds `</script`; its digest is in the policy of the page.
  static let script = """
    "use strict";
    (() => {
      const all = (selector, root = document) => [...root.querySelectorAll(selector)];
      const form = document.getElementById("filter");
      const search = document.getElementById("search");
      const shown = document.getElementById("shown");
      const told = document.getElementById("told");
      const boxes = all("input[type=checkbox]", form);
      const groups = all(".group, .operation");
      const cases = all(".case").map(element => ({ element, text: null }));
      document.documentElement.classList.add("scripted");

      // What a case says in lower case, its headings included; read once somebody searches.
      const text = entry => entry.text ??= (
        entry.element.lastElementChild.id + " " + entry.element.textContent
      ).toLowerCase();

      const apply = () => {
        const outcomes = new Set(boxes.filter(box => box.checked).map(box => box.value));
        const words = search.value.toLowerCase().split(/\\s+/).filter(word => word);
        let count = 0;
        for (const entry of cases) {
          const fits = outcomes.has(entry.element.dataset.outcome)
            && words.every(word => text(entry).includes(word));
          entry.element.hidden = !fits;
          count += fits ? 1 : 0;
        }
        for (const group of groups) group.hidden = !group.querySelector(".case:not([hidden])");
        shown.textContent = `${count} of ${cases.length} cases shown`;
      };

      const showAll = () => { form.reset(); apply(); };

      // What is scrolled to stands below the bar, however many lines that has.
      const measure = () =>
        document.documentElement.style.setProperty("--bar", `${form.offsetHeight + 12}px`);

      // Shows what the address names below the bar, a case open and whatever is filtered out.
      const follow = () => {
        const target = document.getElementById(location.hash.slice(1));
        if (!target) return;
        if (target.closest("[hidden]")) showAll();
        const owner = target.closest("details.case");
        if (owner) {
          owner.open = true;
          owner.querySelector("summary").focus({ preventScroll: true });
        }
        reach(owner ?? target, 60);
      };

      // Again until it stays, for what was not drawn before has a guessed height.
      const reach = (element, frames, still = 0) => {
        const before = element.getBoundingClientRect().top;
        element.scrollIntoView();
        const moved = Math.abs(element.getBoundingClientRect().top - before) >= 1;
        if (frames > 0 && still < 4) {
          requestAnimationFrame(() => reach(element, frames - 1, moved ? 0 : still + 1));
        }
      };

      const copy = async button => {
        const code = button.parentElement.querySelector("code");
        let outcome = "Copied";
        try {
          await navigator.clipboard.writeText(code.textContent);
        } catch {
          getSelection().selectAllChildren(code);
          if (!document.execCommand("copy")) outcome = "Selected; copy it";
        }
        button.textContent = told.textContent = outcome;
        setTimeout(() => { button.textContent = "Copy"; told.textContent = ""; }, 2000);
      };

      let waiting = 0;
      form.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(apply, 80);
      });
      form.addEventListener("reset", () => setTimeout(apply));
      form.addEventListener("submit", event => event.preventDefault());
      document.addEventListener("click", event => {
        const button = event.target.closest("button.copy");
        if (button) copy(button);
        const link = event.target.closest("a[href^='#']");
        if (!link) return;
        if (link.dataset.only) {
          search.value = "";
          for (const box of boxes) box.checked = box.value === link.dataset.only;
          apply();
        }
        if (link.hash === location.hash) follow();
      });
      addEventListener("hashchange", follow);
      addEventListener("load", follow);
      addEventListener("resize", measure);

      // On paper, whatever has a finding is open.
      let opened = [];
      addEventListener("beforeprint", () => {
        opened = all(".case:not([open])").filter(entry => entry.querySelector(".finding"));
        for (const entry of opened) entry.open = true;
      });
      addEventListener("afterprint", () => { for (const entry of opened) entry.open = false; });

      apply();
      measure();
      follow();
    })();

    """
}
