import type { Area } from "../state/shapes";
import { say } from "../text/say";

const order = ["1", "2", "3", "4", "5-", "5+", "6-", "6+", "7"];

/** The stronger of what is forecast for an area. */
export function strongest(area: Area): string | undefined {
  return rank(area.to) > rank(area.from) ? area.to : area.from;
}

export function rank(intensity?: string): number {
  return intensity === undefined ? -1 : order.indexOf(intensity);
}

export function intensityClass(intensity?: string): string {
  const at = rank(intensity);
  if (at < 0) return "";
  return `i${intensity === "5-" ? "5-" : intensity![0]}`;
}

/** 5- is "5 lower" in words. */
export function intensityText(intensity: string): string {
  return intensity.replace(/^(\d)-$/, say("$1 lower", "$1 弱")).replace(/^(\d)\+$/, say("$1 upper", "$1 強"));
}

/** Prefectures by the codes of forecast areas: [first, last, name as on the map]. */
const codes: [number, number, string][] = [
  [100, 199, "Hokkaido"], [200, 209, "Aomori"], [210, 219, "Iwate"], [220, 229, "Miyagi"], [230, 239, "Akita"], [240, 249, "Yamagata"], [250, 259, "Fukushima"],
  [300, 309, "Ibaraki"], [310, 319, "Tochigi"], [320, 329, "Gunma"], [330, 339, "Saitama"], [340, 349, "Chiba"], [350, 359, "Tokyo"], [360, 369, "Kanagawa"],
  [370, 379, "Niigata"], [380, 389, "Toyama"], [390, 399, "Ishikawa"], [400, 409, "Fukui"], [410, 419, "Yamanashi"], [420, 429, "Nagano"], [430, 439, "Gifu"],
  [440, 449, "Shizuoka"], [450, 459, "Aichi"], [460, 469, "Mie"], [500, 509, "Shiga"], [510, 519, "Kyoto"], [520, 529, "Osaka"], [530, 539, "Hyogo"],
  [540, 549, "Nara"], [550, 559, "Wakayama"], [560, 569, "Tottori"], [570, 579, "Shimane"], [580, 589, "Okayama"], [590, 599, "Hiroshima"], [600, 609, "Tokushima"],
  [610, 619, "Kagawa"], [620, 629, "Ehime"], [630, 639, "Kochi"], [700, 709, "Yamaguchi"], [710, 719, "Fukuoka"], [720, 729, "Saga"], [730, 739, "Nagasaki"],
  [740, 749, "Kumamoto"], [750, 759, "Oita"], [760, 769, "Miyazaki"], [770, 779, "Kagoshima"], [800, 809, "Okinawa"],
];

/** The prefecture in which a forecast area lies. */
export function prefectureOf(area: string): string | undefined {
  const code = Number(area);
  return codes.find(([first, last]) => code >= first && code <= last)?.[2];
}
