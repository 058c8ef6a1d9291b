import { here } from "../state/place";

export type Language = "en" | "ja";

export function language(): Language {
  const chosen = here().query.get("lang");
  if (chosen === "en" || chosen === "ja") return chosen;
  return navigator.language.toLowerCase().startsWith("ja") ? "ja" : "en";
}

/** A text of the page in the language of the reader. */
export function say(english: string, japanese: string): string {
  return language() === "ja" ? japanese : english;
}

/** What the API is told about the language, for sentences that it makes. */
export function lang(): { lang: string | null } {
  return { lang: language() === "ja" ? "ja" : null };
}

interface Told { says: string; because: string[]; do: string; says_ja?: string; because_ja?: string[]; do_ja?: string }

/** The sentences of a finding in the language of the reader. */
export function told(finding: Told): { says: string; because: string[]; do: string } {
  if (language() === "en") return finding;
  return { says: finding.says_ja ?? finding.says, because: finding.because_ja ?? finding.because, do: finding.do_ja ?? finding.do };
}
