import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { usePlace } from "../state/place";
import { zone, dayAndTime } from "../text/clock";
import { language, say } from "../text/say";

/** One band of a stacked curve; `values` has one amount a time. */
export interface Band {
  key: string;
  /** Name of a CSS custom property with the colour. */
  color: string;
  values: number[];
}

interface Props {
  label: string;
  times: number[];
  binSeconds: number;
  bands: Band[];
  /** The same time a day before, in the same bins. */
  before?: number[];
  height?: number;
  format: (value: number) => string;
  onBrush?: (from: number, to: number) => void;
  /** The bin under the pointer; null when there is none. */
  onHover?: (index: number | null) => void;
}

/** A stacked curve over time. Drag to zoom; the keys + - [ ] do the same from the keyboard. */
export function Curve(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const theme = useTheme();
  const { query } = usePlace();
  const tz = query.get("tz");
  const shape = `${width}-${theme}-${tz}-${language()}-${props.bands.map(b => b.key).join()}-${props.before ? 1 : 0}-${props.height}`;
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!box.current || width === 0) return;
    plot.current = new uPlot(optionsOf(latest, width, box.current), dataOf(props), box.current);
    return () => {
      plot.current?.destroy();
      plot.current = null;
    };
  }, [shape]);
  useEffect(() => {
    plot.current?.setData(dataOf(props));
  }, [props.times, props.bands, props.before]);
  return <div class="curve" ref={box} role="img" aria-label={`${props.label}. ${inWords(props)}`} data-testid="curve" />;
}

/** What the picture shows, for those who do not see it. */
function inWords({ times, bands, format, binSeconds }: Props): string {
  if (times.length === 0) return "";
  const sums = bands.map(b => ({ key: b.key, sum: b.values.reduce((a, v) => a + v, 0) })).sort((a, b) => b.sum - a.sum);
  return `${dayAndTime(times[0])} – ${dayAndTime(times[times.length - 1] + binSeconds)}: ${sums.slice(0, 5).map(s => `${s.key} ${format(s.sum)}`).join(", ")}`;
}

/** Bands lie on one another: each series is the sum of itself and all below. A last point ends the last bin. */
function dataOf({ times, bands, before, binSeconds }: Props): uPlot.AlignedData {
  const close = (values: number[]) => (values.length > 0 ? [...values, values[values.length - 1]] : values);
  const at = times.length > 0 ? [...times, times[times.length - 1] + binSeconds] : [];
  const sums: number[][] = [];
  let below = new Array<number>(times.length).fill(0);
  for (const band of bands) {
    below = below.map((v, i) => v + (band.values[i] ?? 0));
    sums.push(close(below));
  }
  return [at, ...sums.reverse(), ...(before ? [close(before)] : [])];
}

function optionsOf(props: { current: Props }, width: number, box: HTMLElement): uPlot.Options {
  const color = (name: string) => colorOf(box, name);
  const { bands, before, height = 230 } = props.current;
  const [dim, line] = [color("--dim"), color("--line")];
  const stepped = uPlot.paths.stepped!({ align: 1 });
  const axis: uPlot.Axis = { stroke: dim, font: "12px system-ui, sans-serif", grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1, size: 5 } };
  const name = zone();
  return {
    width, height, padding: [10, 28, 0, 0],
    tzDate: name ? at => uPlot.tzDate(new Date(at * 1000), name) : undefined,
    scales: { x: { time: true }, y: { range: (_, __, most) => [0, most > 0 ? most * 1.05 : 1] } },
    axes: [
      { ...axis, values: (u, ticks, _, __, step) => ticks.map((t, i) => tick(t, i === 0 ? null : ticks[i - 1], step ?? 0, u)), size: 42 },
      { ...axis, size: 66, values: (_, ticks) => ticks.map(v => props.current.format(v)) },
    ],
    series: [
      {},
      ...bands.toReversed().map(band => ({ fill: color(band.color), stroke: color("--panel"), width: 0.5, paths: stepped, points: { show: false } })),
      ...(before ? [{ stroke: color("--text"), width: 1.5, dash: [4, 3], paths: stepped, points: { show: false } }] : []),
    ],
    legend: { show: false },
    cursor: { y: false, drag: { x: true, y: false, setScale: false } },
    hooks: {
      setSelect: [u => brushed(u, props.current)],
      setCursor: [u => props.current.onHover?.(u.cursor.idx !== null && u.cursor.idx !== undefined && u.cursor.left! >= 0 ? Math.min(u.cursor.idx, props.current.times.length - 1) : null)],
    },
  };
}

const leastBrushPixels = 4;

function brushed(u: uPlot, props: Props) {
  const { left, width } = u.select;
  if (width < leastBrushPixels) return;
  const [from, to] = [u.posToVal(left, "x"), u.posToVal(left + width, "x")];
  u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  props.onBrush?.(from, to);
}

/** A time on the axis: the day is said where it begins. */
function tick(at: number, previous: number | null, step: number, u: uPlot): string {
  const [now, last] = [dayAndTime(at, step < 1 ? 1 : 0), previous === null ? "" : dayAndTime(previous)];
  const [d, t] = now.split(" ");
  const year = step > 86400 * 300;
  const hour = step >= 60 ? t.slice(0, 5) : t;
  if (year) return d.slice(0, 4);
  if (step >= 86400) return d;
  return last.startsWith(d) || u.width < 200 ? hour : `${hour}\n${d}`;
}

function useWidth(box: { current: HTMLElement | null }): number {
  const [width, set] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(entries => set(Math.floor(entries[0].contentRect.width)));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  return width;
}

function useTheme(): string {
  const { query } = usePlace();
  const [system, set] = useState(matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const media = matchMedia("(prefers-color-scheme: dark)");
    const listener = () => set(media.matches);
    media.addEventListener("change", listener);
    return () => media.removeEventListener("change", listener);
  }, []);
  return query.get("theme") ?? (system ? "dark" : "light");
}

/** A colour of the style sheet as the canvas wants it. */
function colorOf(box: HTMLElement, name: string): string {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  box.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color;
}

/** What stands under a curve: the keys of its bands with their sums, or the amounts of the bin under the pointer. */
export function hoverText(times: number[], index: number | null): string {
  return index === null || times[index] === undefined ? say("sum", "合計") : dayAndTime(times[index]);
}
