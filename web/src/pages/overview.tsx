import { api, useAnswer } from "../state/answers";
import { hrefOf, usePlace } from "../state/place";
import type { Causes, Finding, Peers, Status } from "../state/shapes";
import { useChosen, useSpanQuery, useStatus, wholeSpan } from "../state/span";
import { bytes, count, share } from "../text/amounts";
import { means } from "../text/causes";
import { dayAndTime, seconds } from "../text/clock";
import { say, told } from "../text/say";
import { CauseLink, FamilyTag } from "../parts/cause";
import { Empty, FillStore, Shown } from "../parts/states";
import { Recordings, Stories } from "../parts/stories";
import { Traffic } from "../parts/traffic";

export function Overview() {
  const status = useStatus();
  return (
    <>
      <p class="what">
        {say("Kansatsu watches network traffic and tells of every conversation why it is there: who began it, which program, name or router is behind it, and how sure that is. Nothing leaves this machine.",
          "Kansatsu はネットワークの通信を観測し、そのひとつひとつがなぜ流れたのかを示します。誰が始め、どのプログラム・名前・ルーターによるものか、どれほど確かか。データがこの機械の外へ出ることはありません。")}
        {status.data && <Learning status={status.data} />}
      </p>
      <Shown answer={status} isEmpty={s => !s.store.first} empty={<section class="panel"><Empty what={say("The store is empty.", "保存庫はまだ空です。")}><FillStore /></Empty></section>}>
        {data => <Content status={data} />}
      </Shown>
    </>
  );
}

function Learning({ status }: { status: Status }) {
  const { learning } = status;
  if (!learning || learning.done) return null;
  return (
    <span class="dim" data-testid="learning">
      {" "}{say(`Still learning what is usual here (day ${learning.watched_days} of ${learning.needed_days}); after that it tells what is new.`, `普段の様子を学習中です(${learning.needed_days} 日のうち ${learning.watched_days} 日目)。その後は新しいものを知らせます。`)}
    </span>
  );
}

function Content({ status }: { status: Status }) {
  const span = useChosen();
  const whole = wholeSpan(status)!;
  return (
    <div class="stack">
      {status.stories && !span && <Stories stories={status.stories} />}
      {span ? <Traffic span={span} /> : <Recordings status={status} whole={whole} />}
      <div class="columns pair">
        <CauseShares />
        <TopPeers />
      </div>
      <NewestFindings />
    </div>
  );
}

function CauseShares() {
  const span = useSpanQuery();
  const { query } = usePlace();
  const answer = useAnswer<Causes>(api("causes", { ...span, family: query.get("family") }));
  return (
    <section class="panel" data-testid="causes">
      <Shown answer={answer} isEmpty={c => c.causes.length === 0} empty={<Empty what={say("No flows in this time.", "この時間にフローはありません。")} />}>
        {({ causes, unexplained }) => {
          const whole = causes.reduce((sum, c) => sum + c.bytes, 0);
          const flows = causes.reduce((sum, c) => sum + c.flows, 0);
          return (
            <>
              <header>
                <h2>{say("Why it is there", "なぜ流れたのか")}</h2>
                <span class="spring" />
                <span class="dim" data-testid="unexplained">{say("unexplained: ", "説明できないもの: ")}<strong>{share(unexplained.flows, flows)}</strong> {say("of flows", "(フロー)")}, <strong>{share(unexplained.bytes, whole)}</strong> {say("of bytes", "(バイト)")}</span>
              </header>
              <ul class="shares">
                {causes.map(c => (
                  <li key={c.kind}>
                    <CauseLink kind={c.kind} />
                    <span class={`bar c-${c.kind}`} aria-hidden="true"><i style={{ flex: c.bytes }} /><span style={{ flex: whole - c.bytes }} /></span>
                    <span class="number">{share(c.bytes, whole)}</span>
                    <span class="number dim">{count(c.flows)} {say("flows", "フロー")} · {bytes(c.bytes)}</span>
                    <span class="visually-hidden">{means(c.kind)}</span>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function TopPeers() {
  const span = useSpanQuery();
  const { query } = usePlace();
  const answer = useAnswer<Peers>(api("peers", { ...span, by: "name", without_own: 1, family: query.get("family"), limit: 8 }));
  return (
    <section class="panel" data-testid="top-peers">
      <header><h2>{say("Peers without your own doing", "自分の操作によらない相手")}</h2><span class="spring" /><a href={hrefOf("peers", { own: "without" })}>{say("all", "全て")}</a></header>
      <Shown answer={answer} isEmpty={p => p.peers.length === 0} empty={<Empty what={say("Nobody: all of it was your own doing, or nothing was seen.", "該当なし: 全て自分の操作によるもの、または観測なし。")} />}>
        {({ peers }) => (
          <table>
            <tbody>
              {peers.map(peer => {
                const id = peer.name ?? peer.prefix ?? "";
                return (
                  <tr key={id}>
                    <td class="wide wire"><a href={hrefOf("flows", { filter: peer.name ? `name:${peer.name}` : `peer:${peer.prefix}` })}>{id}</a></td>
                    <td class="nowrap">{peer.families.map(f => <FamilyTag key={f} family={f} />)}</td>
                    <td>{peer.causes[0] && <CauseLink kind={peer.causes[0].kind} />}</td>
                    <td class="number">{bytes(peer.bytes[0] + peer.bytes[1])}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </Shown>
    </section>
  );
}

const newest = 6;

function NewestFindings() {
  const span = useSpanQuery();
  const answer = useAnswer<{ findings: Finding[] }>(api("findings", { ...span, limit: newest }));
  return (
    <section class="panel" data-testid="newest-findings">
      <header><h2>{say("Newest findings", "新しい発見")}</h2><span class="spring" /><a href={hrefOf("findings")}>{say("all", "全て")}</a></header>
      <Shown answer={answer} isEmpty={f => f.findings.length === 0} empty={<Empty what={say("Nothing worth telling in this time.", "この時間に知らせるべきことはありません。")} />}>
        {({ findings }) => (
          <ul class="found">
            {findings.slice(0, newest).map(f => (
              <li key={f.id} class={`s-${f.severity}`}>
                <a class="wire" href={hrefOf("findings", { open: f.id })}>{told(f).says}</a>
                <div class="dim">{f.name} · {dayAndTime(seconds(f.last))}</div>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
