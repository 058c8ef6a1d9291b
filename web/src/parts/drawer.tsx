import { useEffect, useRef, useState } from "preact/hooks";
import { api, useAnswer } from "../state/answers";
import { change, hrefOf } from "../state/place";
import type { Evidence, Flow } from "../state/shapes";
import { bytes, count } from "../text/amounts";
import { confidence, means } from "../text/causes";
import { dayAndTime, duration, seconds } from "../text/clock";
import { end, protocolOf } from "../text/flows";
import { lang, say } from "../text/say";
import { CauseLink, FamilyTag } from "./cause";
import { Shown } from "./states";

/** "Why is this here?" for one flow, over whatever page is open. */
export function Drawer({ id, at }: { id: string; at: string | null }) {
  const answer = useAnswer<Flow>(api(`flows/${encodeURIComponent(id)}`, { at, ...lang() }));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    panel.current?.focus();
    return () => before?.focus?.();
  }, []);
  return (
    <aside class="drawer" ref={panel} tabIndex={-1} aria-labelledby="why-title" data-testid="drawer">
      <header>
        <h2 id="why-title">{say("Why is this here?", "なぜ来たのか")}</h2>
        <button type="button" onClick={() => change({ why: null, at: null })}>{say("Close", "閉じる")} <kbd>Esc</kbd></button>
      </header>
      <Shown answer={answer}>{flow => <Story flow={flow} />}</Shown>
    </aside>
  );
}

function Story({ flow }: { flow: Flow }) {
  const { cause } = flow;
  return (
    <>
      <p class="wire"><strong>{flow.name ?? flow.responder}</strong></p>
      <p class="dim wire">{protocolOf(flow)} · {end(flow.initiator, flow.initiator_port)} → {end(flow.responder, flow.responder_port)}</p>
      <div class={`verdict c-${cause.kind}`}>
        <p class="wire">{cause.detail || means(cause.kind)}</p>
        <p class="dim"><CauseLink kind={cause.kind} /> · {means(cause.kind)} · <span data-testid="confidence">{confidence(cause.confidence)}</span></p>
        {cause.program && <p class="dim wire">{cause.program}{cause.purpose ? `: ${cause.purpose}` : ""}</p>}
      </div>
      <h3>{say("Because", "根拠")}</h3>
      <ol class="evidence">{cause.evidence.map((e, i) => <EvidenceItem key={i} evidence={e} />)}</ol>
      <h3>{say("What was seen", "観測された内容")}</h3>
      <Facts flow={flow} />
      <h3>{say("The packets themselves", "パケットそのもの")}</h3>
      <p class="dim">{say("This prints the same chain with each packet, from the capture:", "キャプチャから、同じ道筋を各パケットとともに表示します:")}</p>
      <Command text={`kansatsu explain ${flow.id} ${flow.source ?? "FILE"}`} />
    </>
  );
}

function EvidenceItem({ evidence }: { evidence: Evidence }) {
  return (
    <li>
      <span class="rung">{evidence.rung}</span>
      <span class="wire">{evidence.says}</span>
      {evidence.packets.length > 0 && <span class="packets">{say("packets ", "パケット ")}{evidence.packets.map(p => `#${p}`).join(", ")}</span>}
    </li>
  );
}

function Facts({ flow }: { flow: Flow }) {
  const [first, last] = [seconds(flow.first), seconds(flow.last)];
  const names = flow.names.map(n => `${n.name} (${n.from})`).join(", ");
  return (
    <dl class="facts">
      <dt>{say("family", "ファミリー")}</dt><dd><FamilyTag family={flow.family} /></dd>
      <dt>{say("first", "最初")}</dt><dd>{dayAndTime(first, 3)}</dd>
      <dt>{say("lasted", "時間")}</dt><dd>{duration(last - first)}</dd>
      <dt>{say("packets", "パケット")}</dt><dd>{count(flow.packets[0])} → · ← {count(flow.packets[1])}</dd>
      <dt>{say("bytes", "バイト")}</dt><dd>{bytes(flow.bytes[0])} → · ← {bytes(flow.bytes[1])}</dd>
      {flow.direction && <><dt>{say("direction", "向き")}</dt><dd>{flow.direction}</dd></>}
      {flow.initiator_guessed && <><dt>{say("who began", "開始側")}</dt><dd>{say("a conclusion: the beginning was not seen", "推定: 始まりは見えていない")}</dd></>}
      {names && <><dt>{say("names", "名前")}</dt><dd class="wire">{names}</dd></>}
      {flow.history && <><dt>{say("history", "履歴")}</dt><dd class="mono">{flow.history}</dd></>}
      {flow.zone && <><dt>{say("zone", "ゾーン")}</dt><dd class="wire">{flow.zone}</dd></>}
      {flow.community_id && <><dt>Community ID</dt><dd class="mono wire">{flow.community_id}</dd></>}
      <dt>{say("others", "ほか")}</dt>
      <dd><a href={hrefOf("flows", { filter: flow.name ? `name:${flow.name}` : `peer:${flow.responder}` })}>{say("flows with the same peer", "同じ相手とのフロー")}</a></dd>
    </dl>
  );
}

const copiedMs = 2000;

function Command({ text }: { text: string }) {
  const [said, set] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      set(say("copied", "コピーしました"));
    } catch {
      set(say("select and copy it by hand", "選択してコピーしてください"));
    }
    setTimeout(() => set(""), copiedMs);
  };
  return (
    <div class="command">
      <code data-testid="command">{text}</code>
      <button type="button" onClick={copy}>{said || say("Copy", "コピー")}</button>
    </div>
  );
}
