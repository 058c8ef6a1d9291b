import { useAnswer, api } from "./answers";
import { change, here, usePlace } from "./place";
import type { Status } from "./shapes";
import { seconds } from "../text/clock";
import { lang } from "../text/say";

/** A range of time in seconds since 1970. */
export interface Span { from: number; to: number }

/** What the reader chose; null: everything. */
export function chosen(query: URLSearchParams): Span | null {
  const [from, to] = [number(query.get("from")), number(query.get("to"))];
  return from !== null && to !== null && to > from ? { from, to } : null;
}

export function useChosen(): Span | null {
  return chosen(usePlace().query);
}

/** From and to for a question to the API: nothing when nothing is chosen. */
export function useSpanQuery(): { from?: string; to?: string } {
  const span = useChosen();
  return span ? { from: text(span.from), to: text(span.to) } : {};
}

export function choose(span: Span) {
  change({ from: text(span.from), to: text(span.to), before: null });
}

export function useStatus() {
  return useAnswer<Status>(api("status", lang()));
}

/** What the store holds. */
export function wholeSpan(status?: Status): Span | null {
  if (!status?.store.first || !status.store.last) return null;
  const [from, to] = [seconds(status.store.first), seconds(status.store.last)];
  return { from, to: Math.max(to, from + 1e-3) };
}

let whole: Span | null = null;

/** The keys zoom and move also when nothing is chosen yet; then they begin with everything. */
export function remember(span: Span | null) {
  whole = span;
}

export function zoomBy(factor: number) {
  const span = chosen(here().query) ?? whole;
  if (!span) return;
  const [middle, half] = [(span.from + span.to) / 2, ((span.to - span.from) / 2) * factor];
  choose({ from: middle - half, to: middle + half });
}

export function moveBy(part: number) {
  const span = chosen(here().query) ?? whole;
  if (!span) return;
  const by = (span.to - span.from) * part;
  choose({ from: span.from + by, to: span.to + by });
}

function number(value: string | null): number | null {
  if (value === null) return null;
  const read = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value) / 1000;
  return Number.isFinite(read) ? read : null;
}

/** Milliseconds are as fine as a brush can be. */
function text(at: number): string {
  return String(Math.round(at * 1000) / 1000);
}
