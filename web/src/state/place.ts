import { useEffect, useState } from "preact/hooks";

/** Where the reader is. All of it stands in the URL: the path names the page, the query everything else. */
export interface Place {
  page: Page;
  query: URLSearchParams;
}

export const pages = ["overview", "peers", "flows", "channels", "telegrams", "moves", "findings", "diary", "health"] as const;
export type Page = (typeof pages)[number];

/** What stays when the page changes; everything else belongs to one page. */
const lasting = ["from", "to", "lang", "theme", "tz"];

type Patch = Record<string, string | number | null | undefined>;

const listeners = new Set<() => void>();

function read(): Place {
  const name = location.pathname.replace(/^\/+|\/+$/g, "");
  const page = (pages as readonly string[]).includes(name) ? (name as Page) : "overview";
  return { page, query: new URLSearchParams(location.search) };
}

let current = read();

function announce() {
  current = read();
  for (const listener of listeners) listener();
}

addEventListener("popstate", announce);

export function here(): Place {
  return current;
}

/** The address of a page, with what lasts kept and `patch` laid over it. */
export function hrefOf(page: Page, patch: Patch = {}): string {
  const query = new URLSearchParams();
  for (const key of lasting) {
    const value = current.query.get(key);
    if (value !== null) query.set(key, value);
  }
  return address(page, apply(query, patch));
}

/** The address of this page with `patch` laid over it. */
export function hrefHere(patch: Patch): string {
  return address(current.page, apply(new URLSearchParams(current.query), patch));
}

export function go(href: string, replace = false) {
  if (href === location.pathname + location.search) return;
  if (replace) history.replaceState(null, "", href);
  else history.pushState(null, "", href);
  announce();
}

export function change(patch: Patch, replace = false) {
  go(hrefHere(patch), replace);
}

export function usePlace(): Place {
  const [place, set] = useState(current);
  useEffect(() => {
    const listener = () => set(current);
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return place;
}

/** Lets plain links change the place without loading the page anew. */
export function followLinks() {
  addEventListener("click", event => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
    event.preventDefault();
    const pageChanges = link.pathname !== location.pathname;
    go(link.pathname + link.search);
    if (pageChanges) scrollTo(0, 0);
  });
}

function apply(query: URLSearchParams, patch: Patch): URLSearchParams {
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === undefined || value === "") query.delete(key);
    else query.set(key, String(value));
  }
  return query;
}

function address(page: Page, query: URLSearchParams): string {
  const text = query.toString();
  return (page === "overview" ? "/" : `/${page}`) + (text ? `?${text}` : "");
}
