import { api, useAnswer } from "../state/answers";
import { hrefHere, hrefOf, usePlace } from "../state/place";
import type { Telegram } from "../state/shapes";
import { useSpanQuery } from "../state/span";
import { dayAndTime, duration, seconds, time } from "../text/clock";
import { language, say } from "../text/say";
import { intensityText, strongest, rank } from "../map/intensity";
import { JapanMap, placeOf, strengthOf } from "../map/japan";
import { Empty, Shown } from "../parts/states";

interface Event { id: string; reports: Telegram[] }

export function Telegrams() {
  const span = useSpanQuery();
  const answer = useAnswer<{ telegrams: Telegram[] }>(api("telegrams", span));
  return (
    <>
      <p class="notice-life" role="note" data-testid="notice">{say("This is an observation, not for the protection of life. ", "これは観測の記録であり、人命を守るためのものではありません。")}{say("Nothing in a telegram proves who sent it.", "電文には送り主を証明するものがありません。")}</p>
      <Shown answer={answer} isEmpty={t => t.telegrams.length === 0} empty={<section class="panel"><Empty what={say("No earthquake telegrams were seen.", "緊急地震速報の電文は観測されていません。")}><p>{say("They came over IPv6 multicast; ", "IPv6 マルチキャストで届いていたものです。")}<code>kansatsu demo</code>{say(" shows one of 2008.", " で 2008 年のものを見られます。")}</p></Empty></section>}>
        {({ telegrams }) => <Events events={group(telegrams)} />}
      </Shown>
    </>
  );
}

/** Reports of one event belong together; drills and tests of the same number are another event. The newest event comes first. */
function group(telegrams: Telegram[]): Event[] {
  const events = new Map<string, Telegram[]>();
  for (const telegram of telegrams) {
    const id = `${telegram.event ?? telegram.at}${telegram.standing === "live" ? "" : `-${telegram.standing}`}`;
    events.set(id, [...(events.get(id) ?? []), telegram]);
  }
  return [...events]
    .map(([id, reports]) => ({ id, reports: reports.sort((a, b) => (a.serial ?? 0) - (b.serial ?? 0) || seconds(a.at) - seconds(b.at)) }))
    .sort((a, b) => seconds(b.reports[0].at) - seconds(a.reports[0].at));
}

function Events({ events }: { events: Event[] }) {
  const { query } = usePlace();
  const [event, telegram] = [query.get("event"), query.get("telegram")];
  const shown = events.find(e => e.id === event) ?? events.find(e => e.reports.some(r => r.id !== undefined && r.id === telegram)) ?? events[0];
  return (
    <div class="eew" data-testid="telegrams">
      <nav class="panel" aria-label={say("Events", "地震")}>
        <header><h2>{say("Events", "地震")}</h2></header>
        <ul class="events">
          {events.map(event => <li key={event.id}><EventLink event={event} isShown={event === shown} /></li>)}
        </ul>
      </nav>
      <EventStory event={shown} />
    </div>
  );
}

function EventLink({ event, isShown }: { event: Event; isShown: boolean }) {
  const last = event.reports[event.reports.length - 1];
  return (
    <a data-row href={hrefHere({ event: event.id })} aria-current={isShown ? "true" : undefined}>
      {last.standing !== "live" && <span class="drill">{standingText(last)}</span>}
      <div><strong>{placeOf(last)}</strong></div>
      <div class="dim">{dayAndTime(seconds(event.reports[0].at))} · {say(`${event.reports.length} report${event.reports.length === 1 ? "" : "s"}`, `${event.reports.length} 報`)}</div>
      <Verdict verdict={worst(event.reports)} />
    </a>
  );
}

const verdicts = ["consistent", "doubtful", "contradictory"];

function worst(reports: Telegram[]): string {
  return verdicts[Math.max(...reports.map(r => verdicts.indexOf(r.verdict)))] ?? reports[0].verdict;
}

function Verdict({ verdict }: { verdict: string }) {
  switch (verdict) {
    case "consistent": return <span class="tag good">{say("consistent", "矛盾なし")}</span>;
    case "doubtful": return <span class="tag warn">{say("doubtful", "疑わしい")}</span>;
    case "contradictory": return <span class="tag bad">{say("contradictory", "矛盾あり")}</span>;
    default: return <span class="tag">{verdict}</span>;
  }
}

function standingText(telegram: Telegram): string {
  switch (telegram.standing) {
    case "drill": return say("DRILL, not an earthquake", "訓練報(実際の地震ではありません)");
    case "test": return say("TEST, not an earthquake", "試験電文(実際の地震ではありません)");
    default: return say("NOT KNOWN TO BE LIVE", "本番の電文か不明");
  }
}

function EventStory({ event }: { event: Event }) {
  const last = event.reports[event.reports.length - 1];
  return (
    <section class="panel stack" data-testid="event">
      {last.standing !== "live" && <p class="drill" data-testid="drill">{standingText(last)}</p>}
      <header>
        <h2>{placeOf(last)} · {strengthOf(last)}</h2>
        {last.max_intensity && <span class="tag warn">{say("intensity up to ", "最大震度 ")}{intensityText(last.max_intensity)}</span>}
        {last.cancel && <span class="tag bad">{say("cancelled", "取消")}</span>}
        {last.event_state && <span class="tag">{stateText(last.event_state)}</span>}
      </header>
      <div class="told">
        <JapanMap telegram={last} />
        <div>
          <h2>{say("How the event was told", "報の経過")}</h2>
          <ol class="stack">{event.reports.map((r, i) => <li key={i}><Report telegram={r} /></li>)}</ol>
        </div>
      </div>
    </section>
  );
}

function stateText(state: string): string {
  switch (state) {
    case "open": return say("open", "継続中");
    case "final": return say("final", "最終報");
    case "cancelled": return say("cancelled", "取消");
    case "timed-out": return say("no further news", "続報なし");
    default: return state;
  }
}

function Report({ telegram }: { telegram: Telegram }) {
  const at = seconds(telegram.at);
  const delay = telegram.issued ? at - seconds(telegram.issued) : undefined;
  return (
    <article class="report">
      {telegram.standing !== "live" && <p class="drill">{standingText(telegram)}</p>}
      <header>
        <span class="big">{say(`Report ${telegram.serial ?? "?"}`, `第 ${telegram.serial ?? "?"} 報`)}</span>
        <Verdict verdict={telegram.verdict} />
        <span class="dim">{say("seen ", "観測 ")}{time(at, 3)}{delay !== undefined && say(`, ${duration(Math.abs(delay))} ${delay < 0 ? "before" : "after"} its issue`, `(発表から ${delay < 0 ? "−" : ""}${duration(Math.abs(delay))})`)}</span>
        <span class="dim">{say(telegram.copies === 1 ? "a single copy" : `${telegram.copies} copies`, `同報 ${telegram.copies} 通`)}</span>
        {telegram.warning && <span class="tag bad">{say("warning", "警報")}</span>}
        {telegram.cancel && <span class="tag bad">{say("cancellation", "取消報")}</span>}
      </header>
      <p>{placeOf(telegram)} · {strengthOf(telegram)}{telegram.max_intensity && ` · ${say("intensity up to ", "最大震度 ")}${intensityText(telegram.max_intensity)}`}{telegram.origin && ` · ${say("shook from ", "発生 ")}${dayAndTime(seconds(telegram.origin))}`}</p>
      {telegram.areas.length > 0 && <Areas telegram={telegram} />}
      <h3>{telegram.verdict === "consistent" ? say("What speaks for it", "矛盾しないと言える理由") : say("What speaks against it", "疑う理由")}</h3>
      <ul class="reasons">{((language() === "ja" && telegram.reasons_ja) || telegram.reasons).map(r => <li key={r} class="wire">{r}</li>)}</ul>
      <details><summary>{say("The telegram itself", "電文そのもの")}</summary><pre>{telegram.raw}</pre></details>
      <p class="dim">{telegram.id && <><code>kansatsu explain {telegram.id} FILE</code> · </>}{say("packets ", "パケット ")}{telegram.packets.map(p => `#${p}`).join(", ")} · <a href={hrefOf("channels")}>{say("the stream that brought it", "これを運んだストリーム")}</a></p>
    </article>
  );
}

function Areas({ telegram }: { telegram: Telegram }) {
  const areas = telegram.areas.toSorted((a, b) => rank(strongest(b)) - rank(strongest(a)));
  return (
    <details>
      <summary>{say(`${areas.length} areas`, `${areas.length} 地域`)}</summary>
      <table>
        <thead><tr><th>{say("area", "地域")}</th><th>{say("intensity", "震度")}</th><th>{say("arrival", "到達")}</th></tr></thead>
        <tbody>
          {areas.map(a => (
            <tr key={a.code}>
              <td>{say(a.en ?? a.code, a.ja ?? a.code)}</td>
              <td class="nowrap">{a.from !== undefined && intensityText(a.from)}{a.to !== undefined && a.to !== a.from && ` – ${intensityText(a.to)}`}{a.or_more && say(" or more", " 以上")}</td>
              <td class="nowrap">{a.arrival ? time(seconds(a.arrival)) : a.arrived ? say("already", "到達済み") : ""}{a.warning && <> <span class="tag bad">{say("warning", "警報")}</span></>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
