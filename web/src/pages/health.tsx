import type { Status } from "../state/shapes";
import { useStatus } from "../state/span";
import { bytes, count } from "../text/amounts";
import { dayAndTime, range, seconds } from "../text/clock";
import { say } from "../text/say";
import { Empty, FillStore, Shown } from "../parts/states";

export function Health() {
  const answer = useStatus();
  return (
    <>
      <p class="lead">{say("What was observed, what was lost, and how much room the store takes. What is not counted here was not seen.", "何を観測し、何を取りこぼし、保存庫がどれだけ使っているか。ここに数えられていないものは観測されていません。")}</p>
      <Shown answer={answer}>
        {status => (
          <div class="stack">
            <Store status={status} />
            {status.sensors.length > 0 && <Sensors sensors={status.sensors} />}
            <Sources status={status} />
            <div class="columns"><Home status={status} /><Refused refused={status.refused} /></div>
          </div>
        )}
      </Shown>
    </>
  );
}

function Store({ status }: { status: Status }) {
  const { store } = status;
  const most = store.budget?.bytes;
  return (
    <dl class="panel figures" data-testid="store">
      <div><dt>{say("store", "保存庫")}</dt><dd><small class="wire">{store.path}</small></dd></div>
      <div><dt>{say("flows", "フロー")}</dt><dd>{count(store.flows)}</dd></div>
      <div><dt>{say("size", "サイズ")}</dt><dd>{bytes(store.bytes)}{most !== undefined && <small> / {bytes(most)}</small>}</dd></div>
      {store.budget?.days !== undefined && <div><dt>{say("flows are kept for", "フローの保存期間")}</dt><dd>{store.budget.days} <small>{say("days", "日")}</small></dd></div>}
      {status.learning && <div><dt>{say("learning", "学習")}</dt><dd>{status.learning.done ? say("done", "完了") : say("going on", "学習中")} <small>{status.learning.watched_days} / {status.learning.needed_days} {say("days", "日")}</small></dd></div>}
      <div><dt>{say("version", "バージョン")}</dt><dd>{status.version}</dd></div>
    </dl>
  );
}

function Sensors({ sensors }: { sensors: Status["sensors"] }) {
  return (
    <section class="panel">
      <header><h2>{say("Sensors", "センサー")}</h2></header>
      <table>
        <thead><tr><th>{say("sensor", "センサー")}</th><th>{say("state", "状態")}</th><th class="number">{say("frames", "フレーム")}</th><th class="number">{say("lost", "取りこぼし")}</th><th>{say("last", "最後")}</th></tr></thead>
        <tbody>{sensors.map(s => <tr key={s.name}><td class="wide wire">{s.name}</td><td>{s.state}</td><td class="number">{count(s.frames)}</td><td class="number">{s.lost !== undefined ? count(s.lost) : "–"}</td><td class="nowrap">{s.last && dayAndTime(seconds(s.last))}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

function Sources({ status }: { status: Status }) {
  return (
    <section class="panel">
      <header><h2>{say("Sources", "観測元")}</h2>{status.reading && <span class="tag warn">{say("reading ", "読み込み中 ")}{status.reading}</span>}</header>
      {status.sources.length === 0 ? <Empty what={say("Nothing was read yet.", "まだ何も読み込まれていません。")}><FillStore /></Empty> : (
        <div class="scroll">
          <table data-testid="sources">
            <caption class="visually-hidden">{say("Sources", "観測元")}</caption>
            <thead><tr><th>{say("source", "観測元")}</th><th>{say("time", "時間")}</th><th class="number">{say("frames", "フレーム")}</th><th class="number">{say("flows", "フロー")}</th><th>{say("problem", "問題")}</th></tr></thead>
            <tbody>
              {status.sources.map(s => (
                <tr key={s.name + (s.first ?? "")}>
                  <td class="wire wide">{s.name}</td>
                  <td class="nowrap">{s.first && s.last && range(seconds(s.first), seconds(s.last))}</td>
                  <td class="number">{count(s.frames)}</td><td class="number">{count(s.flows)}</td>
                  <td class="wire">{s.problem ? <span class="bad">{s.problem}</span> : <span class="good">{say("none", "なし")}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Home({ status }: { status: Status }) {
  const homes = status.sources.flatMap(s => (s.home ?? []).map(h => ({ ...h, source: s.name })));
  return (
    <section class="panel">
      <header><h2>{say("What home is", "観測側(home)")}</h2></header>
      {homes.length === 0 ? <p class="dim">{say("Not known: say it with --home PREFIX when reading.", "不明です。読み込むとき --home PREFIX で指定できます。")}</p> : (
        <table>
          <thead><tr><th>{say("prefix", "プレフィックス")}</th><th>{say("because", "根拠")}</th></tr></thead>
          <tbody>{homes.map(h => <tr key={h.source + h.prefix}><td class="mono nowrap">{h.prefix}</td><td class="wide wire">{h.because}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}

function Refused({ refused }: { refused: Record<string, number> }) {
  const rows = Object.entries(refused);
  return (
    <section class="panel">
      <header><h2>{say("Refused because a table was full", "表が一杯で断ったもの")}</h2></header>
      {rows.length === 0 ? <p class="good">{say("Nothing: every table had room.", "なし。全ての表に余裕がありました。")}</p> : (
        <table><tbody>{rows.map(([name, times]) => <tr key={name}><td class="wide">{name}</td><td class="number">{count(times)}</td></tr>)}</tbody></table>
      )}
    </section>
  );
}
