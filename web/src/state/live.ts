import { useEffect, useState } from "preact/hooks";

/** What the server last said about its store. */
interface Live {
  revision: number;
  /** The line to the server is broken. */
  isDead: boolean;
  /** How often the store changed while we watched. */
  changes: number;
  /** When it last did, in milliseconds; 0: not yet. */
  changedAt: number;
}

const retryMs = 3000;
/** A store that is being written to changes every second; the pages need not. */
const leastMsBetweenChanges = 1000;

let live: Live = { revision: 0, isDead: false, changes: 0, changedAt: 0 };
let source: EventSource | null = null;
let pending = 0;
const listeners = new Set<() => void>();

function set(next: Partial<Live>) {
  live = { ...live, ...next };
  for (const listener of listeners) listener();
}

/** Listens to the server for as long as the page lives, and tries again when the line breaks. */
export function listen() {
  source = new EventSource("/api/v1/events");
  source.addEventListener("open", () => {
    // Whoever answers now may have another store.
    if (live.isDead) set({ isDead: false, changes: live.changes + 1 });
  });
  source.addEventListener("changed", event => {
    const { revision } = JSON.parse((event as MessageEvent<string>).data) as { revision: number };
    changed(revision);
  });
  source.addEventListener("error", () => {
    set({ isDead: true });
    source?.close();
    setTimeout(listen, retryMs);
  });
}

function changed(revision: number) {
  if (revision === live.revision) return;
  const isFirst = live.revision === 0;
  live = { ...live, revision };
  if (isFirst) return;
  clearTimeout(pending);
  const wait = Math.max(0, live.changedAt + leastMsBetweenChanges - Date.now());
  pending = window.setTimeout(() => set({ changes: live.changes + 1, changedAt: Date.now() }), wait);
}

function useLive<T>(pick: (live: Live) => T): T {
  const [value, setValue] = useState(() => pick(live));
  useEffect(() => {
    const listener = () => setValue(() => pick(live));
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return value;
}

export const useChanges = () => useLive(l => l.changes);
export const useIsDead = () => useLive(l => l.isDead);
export const useChangedAt = () => useLive(l => l.changedAt);
