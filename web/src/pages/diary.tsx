import { api, useAnswer } from "../state/answers";
import { change, hrefHere, hrefOf, usePlace } from "../state/place";
import type { Days, Diary } from "../state/shapes";
import { count } from "../text/amounts";
import { ownZone } from "../text/clock";
import { lang, say } from "../text/say";
import { Empty, FillStore, Shown } from "../parts/states";

export function DiaryPage() {
  const { query } = usePlace();
  const days = useAnswer<Days>(api("days", { tz: query.get("tz") ?? ownZone }));
  return (
    <>
      <p class="lead">{say("A day in sentences: what is new, what changed, what stopped, what broke, what stayed unexplained. Each leads to its evidence.", "1 日を文章で: 新しいもの、変わったもの、止まったもの、壊れたもの、説明できなかったもの。どの文も根拠につながっています。")}</p>
      <Shown answer={days} isEmpty={d => d.days.length === 0} empty={<section class="panel"><Empty what={say("There is no day to tell of yet.", "まだ書ける日がありません。")}><FillStore /></Empty></section>}>
        {data => <Book days={data.days} />}
      </Shown>
    </>
  );
}

function Book({ days }: { days: Days["days"] }) {
  const { query } = usePlace();
  const day = query.get("day") ?? days[days.length - 1].day;
  const answer = useAnswer<Diary>(api("diary", { day, tz: query.get("tz") ?? ownZone, ...lang() }));
  return (
    <div class="diary" data-testid="diary">
      <nav class="panel days" aria-label={say("Days", "日")}>
        <p><label><span class="visually-hidden">{say("Day", "日")}</span><input type="date" name="day" value={day} min={days[0].day} max={days[days.length - 1].day} onChange={e => change({ day: e.currentTarget.value })} /></label></p>
        {days.toReversed().map(d => <a key={d.day} data-row href={hrefHere({ day: d.day })} aria-current={d.day === day ? "true" : undefined}><span>{d.day}</span>{d.flows !== undefined && <span>{count(d.flows)}</span>}</a>)}
      </nav>
      <section class="panel">
        <Shown answer={answer} isEmpty={d => d.entries.length === 0} empty={<Empty what={say("Nothing worth writing happened on this day.", "この日に書くべきことはありませんでした。")} />}>
          {({ title, entries }) => <><header><h2>{title}</h2></header><ol>{entries.map((e, i) => <Entry key={i} entry={e} />)}</ol></>}
        </Shown>
      </section>
    </div>
  );
}

function Entry({ entry }: { entry: Diary["entries"][number] }) {
  return (
    <li class={`wire d-${entry.kind}`}>
      <span class="tag">{kindText(entry.kind)}</span> {entry.says}
      {linksOf(entry).length > 0 && <div class="dim">{linksOf(entry).map((l, i) => <>{i > 0 && " · "}<a key={i} href={addressOf(l)}>{l.to === "peer" ? l.id : nameOf(l.to)}</a></>)}</div>}
    </li>
  );
}

/** Evidence that has a page to show it on. */
function linksOf(entry: Diary["entries"][number]) {
  return entry.links.filter(l => l.id && l.to !== "control");
}

function kindText(kind: string): string {
  switch (kind) {
    case "new": return say("new", "新しい");
    case "changed": return say("changed", "変わった");
    case "stopped": return say("stopped", "止まった");
    case "broke": return say("broke", "壊れた");
    case "unexplained": return say("unexplained", "説明できない");
    default: return say("usual", "普段");
  }
}

function addressOf({ to, id }: { to: string; id: string }): string {
  switch (to) {
    case "flow": return hrefHere({ why: id });
    case "channel": return `${hrefOf("channels", { channel: id })}#${id}`;
    case "finding": return hrefOf("findings", { open: id });
    case "telegram": return hrefOf("telegrams", { telegram: id });
    case "cause": return hrefOf("flows", { filter: `cause:${id}` });
    default: return hrefOf("flows", { filter: /[:/]/.test(id) || /^\d+\.\d+\.\d+\.\d+$/.test(id) ? `peer:${id}` : `name:${id}` });
  }
}

function nameOf(to: string): string {
  switch (to) {
    case "flow": return say("why?", "なぜ?");
    case "channel": return say("the stream", "ストリーム");
    case "finding": return say("the finding", "発見");
    case "telegram": return say("the telegram", "電文");
    default: return say("its flows", "フロー");
  }
}
