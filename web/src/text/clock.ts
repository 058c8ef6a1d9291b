import { here } from "../state/place";
import { language } from "./say";

/** Time zone of every time on the page; undefined is the reader's own. */
export function zone(): string | undefined {
  const name = here().query.get("tz");
  if (!name) return undefined;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return undefined;
  }
}

export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Seconds since 1970 of an RFC 3339 time, with its microseconds. */
export function seconds(rfc3339: string): number {
  const dot = rfc3339.indexOf(".");
  if (dot < 0) return Date.parse(rfc3339) / 1000;
  const end = rfc3339.slice(dot).search(/[Z+-]/) + dot;
  return Date.parse(rfc3339.slice(0, dot) + rfc3339.slice(end)) / 1000 + Number(`0${rfc3339.slice(dot, end)}`);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: number): Record<string, string> {
  const name = zone() ?? "";
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: name || undefined, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
    });
    formats.set(name, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(Math.floor(at) * 1000)).map(p => [p.type, p.value]));
}

/** 2008-06-14 */
export function day(at: number): string {
  const p = parts(at);
  return `${p.year}-${p.month}-${p.day}`;
}

/** 09:08:02, with as many digits of the second as asked for. */
export function time(at: number, digits = 0): string {
  const p = parts(at);
  const fraction = digits > 0 ? (at - Math.floor(at)).toFixed(digits).slice(1) : "";
  return `${p.hour}:${p.minute}:${p.second}${fraction}`;
}

export function dayAndTime(at: number, digits = 0): string {
  return `${day(at)} ${time(at, digits)}`;
}

/** From – to; the day only once when it is the same. */
export function range(from: number, to: number): string {
  const last = day(from) === day(to) ? time(to) : dayAndTime(to);
  return `${dayAndTime(from)} – ${last}`;
}

export function duration(s: number): string {
  const ja = language() === "ja";
  const unit = (value: number, en: string, jp: string, digits = 0) => `${value.toFixed(digits)}${ja ? ` ${jp}` : ` ${en}`}`;
  if (s < 0.001) return unit(s * 1e6, "µs", "µs");
  if (s < 1) return unit(s * 1e3, "ms", "ms", s < 0.01 ? 2 : s < 0.1 ? 1 : 0);
  if (s < 120) return unit(s, "s", "秒", s < 10 ? 1 : 0);
  if (s < 7200) return unit(s / 60, "min", "分");
  if (s < 172800) return unit(s / 3600, "h", "時間", 1);
  return unit(s / 86400, "days", "日", s < 864000 ? 1 : 0);
}
