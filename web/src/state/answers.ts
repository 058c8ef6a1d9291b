import { useEffect, useRef, useState } from "preact/hooks";
import { useChanges } from "./live";

/** What went wrong with a question, and what to do about it. */
export interface Trouble {
  error: string;
  do: string;
  /** 0: nobody answered. */
  status: number;
}

export interface Answer<T> {
  data?: T;
  trouble?: Trouble;
  /** A newer answer is on its way. */
  isAsking: boolean;
}

const kept = new Map<string, { changes: number; data: unknown }>();
const mostKept = 60;

export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { signal, headers: { accept: "application/json" } });
  } catch (e) {
    if (signal?.aborted) throw e;
    throw { error: "", do: "", status: 0 } satisfies Trouble;
  }
  if (response.ok) return (await response.json()) as T;
  const said = (await response.json().catch(() => ({}))) as Partial<Trouble>;
  throw { error: said.error ?? response.statusText, do: said.do ?? "", status: response.status } satisfies Trouble;
}

/** Asks the API, and asks again when the store has changed. The last answer stays until the next is there. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const changes = useChanges();
  const [answer, set] = useState<Answer<T> & { path: string | null }>(() => ({ path, ...remembered<T>(path), isAsking: path !== null }));
  const shown = useRef(path);
  useEffect(() => {
    if (path === null) return;
    const known = kept.get(path);
    if (known && known.changes === changes) {
      shown.current = path;
      set({ path, data: known.data as T, isAsking: false });
      return;
    }
    const stop = new AbortController();
    set(before => (before.path === path ? { ...before, isAsking: true } : { path, ...remembered<T>(path), isAsking: true }));
    ask<T>(path, stop.signal).then(
      data => {
        remember(path, changes, data);
        set({ path, data, isAsking: false });
      },
      trouble => {
        if (!stop.signal.aborted) set(before => ({ ...before, path, trouble: asTrouble(trouble), isAsking: false }));
      },
    );
    return () => stop.abort();
  }, [path, changes]);
  return answer.path === path ? answer : { ...remembered<T>(path), isAsking: path !== null };
}

function asTrouble(e: unknown): Trouble {
  return typeof e === "object" && e !== null && "status" in e ? (e as Trouble) : { error: String(e), do: "", status: -1 };
}

function remembered<T>(path: string | null): { data?: T } {
  const known = path === null ? undefined : kept.get(path);
  return known ? { data: known.data as T } : {};
}

function remember(path: string, changes: number, data: unknown) {
  kept.delete(path);
  kept.set(path, { changes, data });
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
}

/** A path below /api/v1 with what is not empty in its query. */
export function api(path: string, query: Record<string, string | number | null | undefined> = {}): string {
  const text = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== "") text.set(key, String(value));
  const rest = text.toString();
  return `/api/v1/${path}${rest ? `?${rest}` : ""}`;
}
