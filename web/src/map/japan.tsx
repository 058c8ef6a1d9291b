import { geoMercator, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Telegram } from "../state/shapes";
import { say } from "../text/say";
import { intensityClass, intensityText, prefectureOf, rank, strongest } from "./intensity";
import topology from "./japan.json";

const [width, height] = [620, 640];

const japan = feature(topology as unknown as Topology, topology.objects.prefectures as unknown as GeometryCollection<{ name: string }>);
const projection = geoMercator();
// From Kyushu to Hokkaido; Okinawa stands at the lower edge where it is.
projection.fitExtent([[12, 12], [width - 12, height - 12]], { type: "MultiPoint", coordinates: [[128.4, 30.2], [146, 45.6]] } as GeoPermissibleObjects);
const path = geoPath(projection).digits(1);
const shapes = japan.features.map(f => ({ name: f.properties.name, d: path(f) ?? "" }));

/** Where a telegram says that it shakes. A prefecture has the colour of its strongest area. */
export function JapanMap({ telegram }: { telegram: Telegram }) {
  const worst = new Map<string, string>();
  for (const area of telegram.areas) {
    const [name, intensity] = [prefectureOf(area.code), strongest(area)];
    if (name && intensity && rank(intensity) > rank(worst.get(name))) worst.set(name, intensity);
  }
  return (
    <svg class="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={inWords(telegram)} data-testid="map">
      {shapes.map(s => <path key={s.name} class={`land ${intensityClass(worst.get(s.name))}`} d={s.d}><title>{worst.has(s.name) ? `${s.name}: ${intensityText(worst.get(s.name)!)}` : s.name}</title></path>)}
      <Epicentre telegram={telegram} />
    </svg>
  );
}

function Epicentre({ telegram }: { telegram: Telegram }) {
  const { latitude, longitude } = telegram;
  if (latitude === undefined || longitude === undefined || telegram.assumed_hypocentre) return null;
  const at = projection([longitude, latitude]);
  if (!at) return null;
  const [x, y] = [Math.max(14, Math.min(width - 14, at[0])), Math.max(14, Math.min(height - 14, at[1]))];
  const isRight = x > width * 0.62;
  return (
    <g data-testid="epicentre">
      <circle class="ring" cx={x} cy={y} r="16" /><circle class="ring" cx={x} cy={y} r="30" />
      <path class="epicentre" d={`M${x - 8} ${y - 8}l16 16m0-16l-16 16`} />
      <text x={isRight ? x - 36 : x + 36} y={y - 10} text-anchor={isRight ? "end" : "start"}>{placeOf(telegram)}</text>
      <text x={isRight ? x - 36 : x + 36} y={y + 8} text-anchor={isRight ? "end" : "start"}>{strengthOf(telegram)}</text>
    </g>
  );
}

/** The name of the time of the telegram; today's where it is the same. */
export function placeOf(telegram: Telegram): string {
  const place = telegram.epicentre;
  if (!place) return say("place unknown", "震央不明");
  return say(place.en ?? `code ${place.code}`, place.ja_then ?? place.ja ?? `コード ${place.code}`);
}

export function strengthOf(telegram: Telegram): string {
  const parts = [];
  if (telegram.assumed_hypocentre) return say("hypocentre assumed: no estimate", "仮定震源要素(推定値ではない)");
  if (telegram.magnitude !== undefined) parts.push(`M ${telegram.magnitude.toFixed(1)}`);
  if (telegram.depth_km !== undefined) parts.push(say(`${telegram.depth_km} km deep`, `深さ ${telegram.depth_km} km`));
  return parts.join(" · ");
}

function inWords(telegram: Telegram): string {
  const intensity = telegram.max_intensity ? say(`, intensity up to ${intensityText(telegram.max_intensity)}`, `、最大震度 ${intensityText(telegram.max_intensity)}`) : "";
  return `${say("Map of Japan. Epicentre: ", "日本地図。震央: ")}${placeOf(telegram)}, ${strengthOf(telegram)}${intensity}`;
}
