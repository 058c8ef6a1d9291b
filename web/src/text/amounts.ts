import { language } from "./say";

/** 1,234 */
export function count(n: number): string {
  return Math.round(n).toLocaleString("en-US");
}

/** 1.2 k, 3.4 M */
export function short(n: number): string {
  return scaled(n, 1000, ["", " k", " M", " G", " T"]);
}

/** 1.2 kB; thousands, as the terminal prints them. */
export function bytes(n: number): string {
  return scaled(n, 1000, [" B", " kB", " MB", " GB", " TB", " PB"]);
}

/** 12 %, 0.4 %; below that "<0.1 %". */
export function share(part: number, whole: number): string {
  if (whole <= 0) return "0 %";
  const percent = (100 * part) / whole;
  if (percent > 0 && percent < 0.1) return "<0.1 %";
  return `${percent < 10 && percent > 0 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** "3 flows", "1 flow", 「フロー 3」. */
export function many(n: number, one: string, more: string, japanese: string): string {
  return language() === "ja" ? `${japanese} ${count(n)}` : `${count(n)} ${n === 1 ? one : more}`;
}

function scaled(n: number, step: number, units: string[]): string {
  let at = 0;
  while (n >= step && at < units.length - 1) {
    n /= step;
    at++;
  }
  return `${at === 0 ? Math.round(n) : n.toFixed(n < 10 ? 2 : n < 100 ? 1 : 0)}${units[at]}`;
}
