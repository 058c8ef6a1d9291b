import { useLayoutEffect } from "preact/hooks";
import { change, go, here, hrefOf, pages } from "./place";
import { language } from "../text/say";
import { zoomBy, moveBy } from "./span";

/** Keys that work on every page. A key typed into a field, or with Ctrl, Alt or Meta, is none of ours. */
export function useKeys() {
  // Before the page is painted: whoever sees it may press a key.
  useLayoutEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

function onKey(event: KeyboardEvent) {
  const query = here().query;
  if (event.key === "Escape") {
    if (query.get("help")) change({ help: null });
    else if (query.get("why")) change({ why: null, at: null });
    else (document.activeElement as HTMLElement | null)?.blur?.();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
  if (act(event.key)) event.preventDefault();
}

function act(key: string): boolean {
  const query = here().query;
  if (/^[1-9]$/.test(key)) go(hrefOf(pages[Number(key) - 1]));
  else if (key === "?") change({ help: query.get("help") ? null : 1 });
  else if (key === "/") return focus("input[name=filter]");
  else if (key === "j") return step(1);
  else if (key === "k") return step(-1);
  else if (key === "t") change({ theme: isDark() ? "light" : "dark" });
  else if (key === "l") change({ lang: language() === "ja" ? "en" : "ja" });
  else if (key === "+") zoomBy(0.5);
  else if (key === "-") zoomBy(2);
  else if (key === "[") moveBy(-0.5);
  else if (key === "]") moveBy(0.5);
  else if (key === "0") change({ from: null, to: null });
  else return false;
  return true;
}

export function isDark(): boolean {
  const chosen = here().query.get("theme");
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function isField(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element?.closest?.("input, select, textarea, [contenteditable]");
}

function focus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}

/** Rows are walked by what can be pressed in them. */
function step(by: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("main [data-row]")];
  if (rows.length === 0) return false;
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))].focus();
  return true;
}
