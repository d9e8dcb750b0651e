/*
 * Boxes that search as one types are drawn by Select2, which leaves them nameless for whoever
 * hears the page. Each gets the name of the field it stands for, and what is chosen in it.
 */
"use strict";

{
  const BOXES = "select.admin-autocomplete";

  const nameOf = (select) =>
    select.getAttribute("aria-label") || select.labels[0]?.textContent.trim() || "";

  const giveName = (select) => {
    const drawn = select.nextElementSibling;
    if (!drawn?.matches(".select2")) {
      return;
    }
    const chosen = [...select.selectedOptions].map((option) => option.text).join(", ");
    for (const box of drawn.querySelectorAll("[role=combobox], [role=textbox]")) {
      box.removeAttribute("aria-labelledby");
      box.setAttribute("aria-label", `${nameOf(select)} ${chosen}`.trim());
    }
    drawn.querySelector("input")?.setAttribute("aria-label", nameOf(select));
  };

  const giveNames = () => document.querySelectorAll(BOXES).forEach(giveName);

  const nameSearch = (event) =>
    document
      .querySelector(".select2-container--open input")
      ?.setAttribute("aria-label", nameOf(event.target));

  // After Django's own script, which draws the boxes.
  document.addEventListener("DOMContentLoaded", () => {
    django.jQuery(giveNames);
    django.jQuery(document).on("change", BOXES, giveNames).on("select2:open", BOXES, nameSearch);
  });
  document.addEventListener("formset:added", () => setTimeout(giveNames));
}
