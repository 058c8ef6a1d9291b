import { api, useAnswer } from "../state/answers";
import { change, hrefHere, usePlace } from "../state/place";
import type { Finding } from "../state/shapes";
import { useSpanQuery } from "../state/span";
import { count } from "../text/amounts";
import { dayAndTime, range, seconds } from "../text/clock";
import { say, told } from "../text/say";
import { Empty, Shown } from "../parts/states";
import { Switch } from "../parts/switch";

export function Findings() {
  const { query } = usePlace();
  const span = useSpanQuery();
  const name = query.get("name");
  const answer = useAnswer<{ findings: Finding[] }>(api("findings", { ...span, severity: query.get("severity") }));
  return (
    <>
      <p class="lead">{say("What is worth knowing, told without being asked: with its evidence and what to do.", "尋ねなくても知らせること。根拠と対処をあわせて示します。")}</p>
      <div class="top">
        <Switch label={say("at least", "重要度")} field="severity" value={query.get("severity") ?? ""} options={[["", say("all", "全て")], ["notice", severityText("notice")], ["warning", severityText("warning")], ["alert", severityText("alert")]]} />
        {name && <a class="button" href={hrefHere({ name: null })}>{name} ✕</a>}
      </div>
      <Shown answer={answer} isEmpty={f => f.findings.length === 0} empty={<section class="panel"><Empty what={say("Nothing worth telling.", "知らせるべきことはありません。")}><p>{say("Names that move to IPv6, what breaks there, streams that come or stop, and routers that vanish are told here.", "IPv6 に移った名前、そこで壊れたもの、始まった・止まったストリーム、消えたルーターなどをここで知らせます。")}</p></Empty></section>}>
        {({ findings }) => (
          <>
            <Kinds findings={findings} name={name} />
            <div class="stack" data-testid="findings">{findings.filter(f => !name || f.name === name).map(f => <Item key={f.id} finding={f} />)}</div>
          </>
        )}
      </Shown>
    </>
  );
}

function severityText(severity: string): string {
  switch (severity) {
    case "info": return say("info", "情報");
    case "notice": return say("notice", "注意");
    case "warning": return say("warning", "警告");
    case "alert": return say("alert", "警報");
    default: return severity;
  }
}

function severityTag(severity: string): string {
  return severity === "alert" || severity === "warning" ? "tag bad" : severity === "notice" ? "tag warn" : "tag";
}

function Kinds({ findings, name }: { findings: Finding[]; name: string | null }) {
  const kinds = new Map<string, number>();
  for (const f of findings) kinds.set(f.name, (kinds.get(f.name) ?? 0) + 1);
  if (kinds.size < 2) return null;
  return (
    <p class="legend top">
      {[...kinds].map(([kind, times]) => <a key={kind} class="button" aria-current={kind === name ? "true" : undefined} href={hrefHere({ name: kind === name ? null : kind })}>{kind} <span class="dim">{count(times)}</span></a>)}
    </p>
  );
}

function Item({ finding }: { finding: Finding }) {
  const { query } = usePlace();
  const isOpen = query.get("open") === finding.id;
  const toggle = (event: Event) => {
    event.preventDefault();
    change({ open: isOpen ? null : finding.id }, true);
  };
  return (
    <details class={`panel finding s-${finding.severity}`} open={isOpen}>
      <summary data-row onClick={toggle}>
        <span><span class={severityTag(finding.severity)}>{severityText(finding.severity)}</span></span>
        <span class="wire">{told(finding).says}</span>
        <span class="dim nowrap">{dayAndTime(seconds(finding.last))}</span>
      </summary>
      <p class="dim wire"><code>{finding.name}</code> · {finding.subject} · {range(seconds(finding.first), seconds(finding.last))} · {say(finding.times === 1 ? "once" : `${finding.times} times`, `${finding.times} 回`)}</p>
      <ul class="because">{told(finding).because.map((b, i) => <li key={i} class="wire">{b}</li>)}</ul>
      <p class="do"><strong>{say("What to do: ", "対処: ")}</strong>{told(finding).do}</p>
      <p class="dim">{finding.packets.length > 0 && <>{say("packets ", "パケット ")}{finding.packets.map(p => `#${p}`).join(", ")} · </>}<code>kansatsu explain {finding.id} FILE</code></p>
    </details>
  );
}
