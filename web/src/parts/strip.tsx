import { useEffect, useRef, useState } from "preact/hooks";
import { choose, type Span } from "../state/span";
import type { Burst } from "../state/shapes";
import { dayAndTime, seconds, time } from "../text/clock";
import { say } from "../text/say";

const height = 54;
const ground = 38;
const leastBrush = 4;

interface Props { bursts: Burst[]; span: Span; gap?: number; label: string; silence?: Span; color?: string }

/** The heartbeat of a channel: a stroke for each burst, as high as it has packets; zoomed in far enough, a stroke for each packet. Drag to zoom. */
export function Strip({ bursts, span, gap, label, silence, color }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg);
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null);
  const x = (at: number) => ((at - span.from) / (span.to - span.from)) * width;
  const most = Math.max(1, ...bursts.map(b => b.packets));
  const strokes = strokesOf(bursts, span, width, most, gap ?? 0);
  const place = (event: PointerEvent) => Math.max(0, Math.min(width, event.clientX - svg.current!.getBoundingClientRect().left));
  const down = (event: PointerEvent) => {
    svg.current!.setPointerCapture(event.pointerId);
    setBrush({ from: place(event), to: place(event) });
  };
  const move = (event: PointerEvent) => brush && setBrush({ ...brush, to: place(event) });
  const up = () => {
    if (brush && Math.abs(brush.to - brush.from) >= leastBrush) {
      const at = (pixel: number) => span.from + (pixel / width) * (span.to - span.from);
      choose({ from: at(Math.min(brush.from, brush.to)), to: at(Math.max(brush.from, brush.to)) });
    }
    setBrush(null);
  };
  return (
    <svg class={`strip ${color ?? ""}`} ref={svg} height={height} role="img" aria-label={`${label}: ${say(`${bursts.length} bursts`, `${bursts.length} 回`)}`} data-testid="strip" data-strokes={strokes.count} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={() => setBrush(null)}>
      <rect class="ground" width={width} height={ground} rx="3" />
      {silence && <rect class="hole" x={Math.max(0, x(silence.from))} width={Math.max(0, Math.min(width, x(silence.to)) - Math.max(0, x(silence.from)))} height={ground} />}
      <path class="beat" d={strokes.path} stroke-width={strokes.count > width / 3 ? 1 : 2} />
      {ticks(span, width).map(t => (
        <g key={t.at}><path class="axis" d={`M${t.x} 0V${ground + 3}`} /><text x={t.x + 3} y={height - 3}>{t.text}</text></g>
      ))}
      {brush && <rect class="brush" x={Math.min(brush.from, brush.to)} width={Math.abs(brush.to - brush.from)} height={ground} />}
    </svg>
  );
}

/** One path for all: thousands of elements would be slow. Strokes that would share a pixel column are drawn once. */
function strokesOf(bursts: Burst[], span: Span, width: number, most: number, gap: number): { path: string; count: number } {
  const perSecond = width / (span.to - span.from);
  let [path, count, lastColumn] = ["", 0, -1];
  for (const burst of bursts) {
    const at = seconds(burst.at);
    const apart = gap * perSecond;
    const each = apart >= 3 ? burst.packets : 1;
    const top = ground - 3 - (ground - 8) * (each > 1 ? 1 / most : burst.packets / most);
    for (let i = 0; i < each; i++) {
      const x = (at - span.from) * perSecond + i * apart;
      if (x < 0 || x > width || (Math.round(x) === lastColumn && each === 1)) continue;
      lastColumn = Math.round(x);
      path += `M${x.toFixed(1)} ${ground - 2}V${Math.min(ground - 6, top).toFixed(1)}`;
      count++;
    }
  }
  return { path, count };
}

const steps = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1800, 3600, 10800, 43200, 86400, 604800, 2592000, 31536000];
const pixelsPerTick = 110;

function ticks(span: Span, width: number): { at: number; x: number; text: string }[] {
  const length = span.to - span.from;
  const step = steps.find(s => (s / length) * width >= pixelsPerTick) ?? length;
  const found = [];
  for (let at = Math.ceil(span.from / step) * step; at < span.to; at += step) {
    const x = ((at - span.from) / length) * width;
    if (x < width - 50) found.push({ at, x, text: step < 1 ? time(at, 2) : step < 86400 ? (found.length === 0 ? dayAndTime(at) : time(at)) : dayAndTime(at).slice(0, 10) });
  }
  return found;
}

function useWidth(box: { current: SVGSVGElement | null }): number {
  const [width, set] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(entries => set(Math.floor(entries[0].contentRect.width)));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  return Math.max(width, 1);
}
