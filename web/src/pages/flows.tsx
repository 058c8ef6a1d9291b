import { api, useAnswer } from "../state/answers";
import { hrefHere, usePlace } from "../state/place";
import type { Flow, Flows as FlowsAnswer } from "../state/shapes";
import { useSpanQuery } from "../state/span";
import { bytes, count } from "../text/amounts";
import { confidence } from "../text/causes";
import { dayAndTime, duration, seconds } from "../text/clock";
import { end, protocolOf } from "../text/flows";
import { lang, say } from "../text/say";
import { CauseMark } from "../parts/cause";
import { FilterBar } from "../parts/filterbar";
import { Empty, FillStore, Shown } from "../parts/states";

const perPage = 100;

export function Flows() {
  const { query } = usePlace();
  const span = useSpanQuery();
  const filter = query.get("filter") ?? "";
  const answer = useAnswer<FlowsAnswer>(api("flows", { ...span, ...lang(), filter, before: query.get("before"), limit: perPage }));
  return (
    <>
      <p class="lead">{say("Conversations, newest first. Each has one cause; press a row to see why, down to the packets.", "会話を新しい順に並べます。それぞれに原因が 1 つあり、行を押すと根拠をパケットまでたどれます。")}</p>
      <div class="top"><FilterBar value={filter} /></div>
      <section class="panel">
        <Shown answer={answer} isEmpty={f => f.flows.length === 0} empty={<Nothing filter={filter} />}>
          {data => (
            <>
              <Table flows={data.flows} />
              {(query.get("before") || data.next) && (
                <p class="top">
                  {query.get("before") && <a class="button" href={hrefHere({ before: null })}>{say("newest", "最新")}</a>}
                  {data.next && <a class="button" href={hrefHere({ before: data.next })}>{say("older", "より古いもの")}</a>}
                </p>
              )}
            </>
          )}
        </Shown>
      </section>
    </>
  );
}

function Nothing({ filter }: { filter: string }) {
  return (
    <Empty what={filter ? say("No flow fits this filter.", "この条件に合うフローはありません。") : say("No flows here.", "フローはありません。")}>
      {filter ? <p><a href={hrefHere({ filter: null, before: null })}>{say("Show all flows", "全てのフローを見る")}</a></p> : <FillStore />}
    </Empty>
  );
}

function Table({ flows }: { flows: Flow[] }) {
  const { query } = usePlace();
  const open = query.get("why");
  return (
    <div class="scroll">
      <table data-testid="flows">
        <caption class="visually-hidden">{say("Flows", "フロー")}</caption>
        <thead>
          <tr>
            <th>{say("first", "最初")}</th><th class="number">{say("lasted", "時間")}</th><th>{say("protocol", "プロトコル")}</th><th>{say("initiator → responder", "開始側 → 応答側")}</th>
            <th class="number">{say("packets", "パケット")}</th><th class="number">{say("bytes", "バイト")}</th><th>{say("cause", "原因")}</th><th>{say("name, detail", "名前、詳細")}</th>
          </tr>
        </thead>
        <tbody>{flows.map(flow => <Row key={flow.id} flow={flow} isOpen={flow.id === open} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ flow, isOpen }: { flow: Flow; isOpen: boolean }) {
  const [first, last] = [seconds(flow.first), seconds(flow.last)];
  return (
    <tr class={isOpen ? "chosen" : undefined}>
      <td class="nowrap"><a data-row href={hrefHere({ why: flow.id, at: flow.first })} title={say("why?", "なぜ?")}>{dayAndTime(first)}</a></td>
      <td class="number">{last > first ? duration(last - first) : ""}</td>
      <td class="nowrap">{protocolOf(flow)}</td>
      <td class="ends mono"><div>{end(flow.initiator, flow.initiator_port)}</div><div><span class="dim" title={flow.initiator_guessed ? say("who began is a conclusion", "開始側は推定") : undefined}>{flow.initiator_guessed ? "?→" : "→"}</span> {end(flow.responder, flow.responder_port)}</div></td>
      <td class="number">{count(flow.packets[0])} / {count(flow.packets[1])}</td>
      <td class="number">{bytes(flow.bytes[0] + flow.bytes[1])}</td>
      <td><CauseMark kind={flow.cause.kind} /><div class="dim">{confidence(flow.cause.confidence)}</div></td>
      <td class="wire detail">{flow.name && <div>{flow.name}</div>}<div class="dim">{flow.cause.detail}</div></td>
    </tr>
  );
}
