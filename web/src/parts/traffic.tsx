import { useState } from "preact/hooks";
import { api, useAnswer } from "../state/answers";
import { change, hrefHere, hrefOf, usePlace } from "../state/place";
import type { Timeline } from "../state/shapes";
import { choose, type Span } from "../state/span";
import { bytes, count } from "../text/amounts";
import { causeKinds, means } from "../text/causes";
import { say } from "../text/say";
import { Curve, hoverText, type Band } from "./curve";
import { Empty, Shown } from "./states";
import { Switch } from "./switch";

const points = 300;
const day = 86400;

/** The traffic curve with its switches. All of them stand in the URL. */
export function Traffic({ span, note }: { span: Span; note?: string }) {
  const { query } = usePlace();
  const by = query.get("by") === "family" ? "family" : "cause";
  const unit = unitOf(query);
  const family = query.get("family");
  const question = { by, family, points };
  const answer = useAnswer<Timeline>(api("timeline", { ...question, from: span.from, to: span.to }));
  const compares = query.get("compare") === "day";
  const before = useAnswer<Timeline>(compares ? api("timeline", { ...question, from: span.from - day, to: span.to - day }) : null);
  return (
    <section class="panel" aria-label={say("Traffic over time", "時間ごとのトラフィック")}>
      <header>
        <h2>{say("Traffic over time", "時間ごとのトラフィック")}</h2>
        {note && <span class="dim">{note}</span>}
        <span class="spring" />
        <Switch label={say("stacked by", "積み上げ")} field="by" value={by} options={[["cause", say("by cause", "原因別")], ["family", say("by family", "IPv4/IPv6 別")]]} />
        <Switch label={say("family", "ファミリー")} field="family" value={family ?? ""} options={[["", say("both", "両方")], ["6", "IPv6"], ["4", "IPv4"]]} />
        <Switch label={say("unit", "単位")} field="unit" value={unit} options={[["bytes", say("bytes", "バイト")], ["packets", say("packets", "パケット")], ["flows", say("flows", "フロー")]]} />
        <label class="nowrap"><input type="checkbox" name="compare" checked={compares} onChange={e => change({ compare: e.currentTarget.checked ? "day" : null })} /> {say("the day before", "前日と比べる")}</label>
      </header>
      <Shown answer={answer} isEmpty={t => t.times.length === 0 || t.series.length === 0} empty={<Empty what={say("Nothing was seen in this time.", "この時間には何も観測されていません。")} />}>
        {timeline => <Stacked timeline={timeline} unit={unit} before={compares ? before.data : undefined} />}
      </Shown>
    </section>
  );
}

type Unit = "bytes" | "packets" | "flows";

function unitOf(query: URLSearchParams): Unit {
  const unit = query.get("unit");
  return unit === "packets" || unit === "flows" ? unit : "bytes";
}

function Stacked({ timeline, unit, before }: { timeline: Timeline; unit: Unit; before?: Timeline }) {
  const [hovered, hover] = useState<number | null>(null);
  const bands = bandsOf(timeline, unit);
  const format = unit === "bytes" ? bytes : count;
  const amount = (band: Band) => (hovered === null ? band.values.reduce((a, b) => a + b, 0) : (band.values[hovered] ?? 0));
  const past = before && totals(before, unit, timeline.times.length);
  return (
    <>
      <Curve label={say("Traffic over time", "時間ごとのトラフィック")} times={timeline.times} binSeconds={timeline.bin_s} bands={bands} before={past} format={format} onHover={hover} onBrush={(from, to) => choose({ from, to })} />
      <div class="legend">
        <span class="at">{hoverText(timeline.times, hovered)}</span>
        {bands.toReversed().map(band => (
          <a key={band.key} href={linkOf(band.key)} title={means(band.key)}><i class={`swatch c-${band.key}`} aria-hidden="true" />{nameOf(band.key)}<span class="value">{format(amount(band))}</span></a>
        ))}
        {past && <span>┄ {say("the day before", "前日")}<span class="value">{past.some(v => v > 0) ? format(hovered === null ? past.reduce((a, b) => a + b, 0) : past[hovered]) : say("nothing was seen then", "観測なし")}</span></span>}
      </div>
      {timeline.tier === "flows" && <p class="dim note">{say("In so short a time each conversation is drawn spread evenly over its life.", "短い時間なので、各会話をその長さに均等にならして描いています。")}</p>}
    </>
  );
}

function linkOf(key: string): string {
  return /^ipv[46]$/.test(key) ? hrefHere({ family: key.slice(3) }) : hrefOf("flows", { filter: `cause:${key}` });
}

function nameOf(key: string): string {
  return key === "ipv6" ? "IPv6" : key === "ipv4" ? "IPv4" : key;
}

export function bandsOf(timeline: Timeline, unit: Unit): Band[] {
  const order = ["ipv6", "ipv4", ...causeKinds] as string[];
  return timeline.series
    .map(s => ({ key: s.key, color: /^ipv/.test(s.key) ? `--v${s.key.slice(3)}` : `--${s.key}`, values: s[unit] }))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

function totals(timeline: Timeline, unit: Unit, length: number): number[] {
  return Array.from({ length }, (_, i) => timeline.series.reduce((sum, s) => sum + (s[unit][i] ?? 0), 0));
}
