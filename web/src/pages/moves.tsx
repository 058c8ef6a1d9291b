import { useState } from "preact/hooks";
import { api, useAnswer } from "../state/answers";
import { hrefOf } from "../state/place";
import type { Move, Moves as MovesAnswer } from "../state/shapes";
import { choose, useSpanQuery } from "../state/span";
import { bytes, share } from "../text/amounts";
import { dayAndTime, seconds, time } from "../text/clock";
import { say } from "../text/say";
import { ShareBar } from "../parts/cause";
import { Curve, hoverText } from "../parts/curve";
import { Empty, FillStore, Shown } from "../parts/states";

export function Moves() {
  const span = useSpanQuery();
  const answer = useAnswer<MovesAnswer>(api("moves", span));
  return (
    <>
      <p class="lead">{say("Names that were reached over IPv4 and are reached over IPv6 since their address in the DNS (AAAA) appeared; what broke there, and whether falling back to IPv4 saved it.", "IPv4 で使われていた名前が、DNS に IPv6 アドレス(AAAA)が現れて IPv6 に移った様子。そこで壊れたもの、IPv4 に戻って助かったかも示します。")}</p>
      <Shown answer={answer} isEmpty={m => m.names.length === 0 && m.shares.length === 0} empty={<section class="panel"><Empty what={say("No name moved, and nothing broke.", "移った名前も、壊れたものもありません。")}><FillStore /></Empty></section>}>
        {data => (
          <div class="stack">
            <Figures names={data.names} />
            {data.shares.length > 1 && <Shares shares={data.shares} />}
            {data.names.length > 0 && <Names names={data.names} />}
          </div>
        )}
      </Shown>
    </>
  );
}

function Figures({ names }: { names: Move[] }) {
  const broken = names.filter(n => n.broken);
  const saved = broken.filter(n => n.broken!.saved === "always" || n.broken!.saved === "sometimes");
  return (
    <dl class="panel figures" data-testid="move-figures">
      <div><dt>{say("moved to IPv6", "IPv6 に移った名前")}</dt><dd>{names.filter(n => n.moved_at).length}</dd></div>
      <div><dt>{say("moved back", "IPv4 に戻った名前")}</dt><dd>{names.filter(n => n.moved_back_at).length}</dd></div>
      <div><dt>{say("broken over IPv6", "IPv6 で壊れた名前")}</dt><dd class={broken.length > 0 ? "bad" : ""}>{broken.length}</dd></div>
      <div><dt>{say("of these saved by IPv4", "うち IPv4 で助かったもの")}</dt><dd>{saved.length} <small>/ {broken.length}</small></dd></div>
    </dl>
  );
}

function Shares({ shares }: { shares: MovesAnswer["shares"] }) {
  const [at, hover] = useState<number | null>(null);
  const times = shares.map(s => s.t);
  const bands = [
    { key: "IPv6", color: "--v6", values: shares.map(s => s.v6_bytes) },
    { key: "IPv4", color: "--v4", values: shares.map(s => s.v4_bytes) },
  ];
  const amount = (values: number[]) => (at === null ? values.reduce((a, b) => a + b, 0) : values[at]);
  const whole = bands.reduce((sum, b) => sum + amount(b.values), 0);
  const title = say("IPv4 and IPv6 over time", "IPv4 と IPv6 の推移");
  return (
    <section class="panel">
      <header><h2>{title}</h2></header>
      <Curve label={title} times={times} binSeconds={times[1] - times[0]} bands={bands} format={bytes} onHover={hover} onBrush={(from, to) => choose({ from, to })} height={190} />
      <div class="legend">
        <span class="at">{hoverText(times, at)}</span>
        {bands.map(b => <span key={b.key}><i class={`swatch c-${b.key.toLowerCase()}`} aria-hidden="true" />{b.key}<span class="value">{bytes(amount(b.values))} · {share(amount(b.values), whole)}</span></span>)}
      </div>
    </section>
  );
}

function Names({ names }: { names: Move[] }) {
  const sorted = names.toSorted((a, b) => Number(!!b.broken) - Number(!!a.broken) || a.name.localeCompare(b.name));
  return (
    <section class="panel">
      <header><h2>{say("Names", "名前")}</h2><span class="dim">{say("conversations before and after the move", "移行の前と後の会話の数")}</span></header>
      <div class="scroll">
        <table data-testid="moves">
          <caption class="visually-hidden">{say("Names that moved or broke", "移った、または壊れた名前")}</caption>
          <thead><tr><th>{say("name", "名前")}</th><th>{say("before", "前")}</th><th>{say("after", "後")}</th><th>{say("moved", "移行")}</th><th>{say("back", "戻り")}</th><th>{say("over IPv6", "IPv6 では")}</th><th>{say("programs", "プログラム")}</th></tr></thead>
          <tbody>{sorted.map(n => <Row key={n.name} move={n} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ move }: { move: Move }) {
  return (
    <tr>
      <td class="wire"><a data-row href={hrefOf("flows", { filter: `name:${move.name}` })}>{move.name}</a></td>
      <td><Families sums={move.before} /></td>
      <td><Families sums={move.after} /></td>
      <td class="nowrap">{move.moved_at && time(seconds(move.moved_at))}</td>
      <td class="nowrap" title={move.moved_back_at && dayAndTime(seconds(move.moved_back_at))}>{move.moved_back_at && time(seconds(move.moved_back_at))}</td>
      <td>{move.broken ? <Broken broken={move.broken} /> : <span class="tag good">{say("works", "動作")}</span>}</td>
      <td class="dim">{move.programs.join(", ")}</td>
    </tr>
  );
}

function Families({ sums }: { sums: { v4: number; v6: number } }) {
  if (sums.v4 + sums.v6 === 0) return <span class="dim">–</span>;
  return <span class="move-bar"><ShareBar parts={[{ kind: "ipv6", amount: sums.v6 }, { kind: "ipv4", amount: sums.v4 }]} /><span class="dim nowrap">IPv6 {sums.v6} · IPv4 {sums.v4}</span></span>;
}

function Broken({ broken }: { broken: NonNullable<Move["broken"]> }) {
  const tries = `${broken.saved_attempts}/${broken.attempts}`;
  return <><a class="tag bad" href={hrefOf("findings", { open: broken.finding })}>{howText(broken.how)}</a><div class="dim nowrap">{savedText(broken.saved)} ({tries})</div></>;
}

function howText(how: string): string {
  switch (how) {
    case "dropped": return say("no answer", "応答なし");
    case "refused": return say("refused", "拒否");
    case "icmp-error": return say("unreachable", "到達不能");
    case "large-packets-lost": return say("large packets lost", "大きなパケットが消える");
    default: return how;
  }
}

function savedText(saved?: string): string {
  switch (saved) {
    case "always": return say("saved by IPv4", "IPv4 で助かった");
    case "sometimes": return say("sometimes saved by IPv4", "IPv4 で一部助かった");
    case "never": return say("nothing saved it", "助からなかった");
    default: return say("tries", "試行");
  }
}
