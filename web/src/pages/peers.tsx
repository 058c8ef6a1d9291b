import { api, useAnswer } from "../state/answers";
import { hrefHere, hrefOf, usePlace } from "../state/place";
import type { Peer, Peers as PeersAnswer } from "../state/shapes";
import { useSpanQuery } from "../state/span";
import { bytes, count } from "../text/amounts";
import { dayAndTime, seconds } from "../text/clock";
import { say } from "../text/say";
import { CauseLink, FamilyTag, ShareBar } from "../parts/cause";
import { Empty, FillStore, Shown } from "../parts/states";
import { Switch } from "../parts/switch";

const perPage = 50;

export function Peers() {
  const { query } = usePlace();
  const span = useSpanQuery();
  const by = query.get("by") === "64" || query.get("by") === "48" ? query.get("by")! : "name";
  const offset = Math.max(0, Number(query.get("offset")) || 0);
  const answer = useAnswer<PeersAnswer>(api("peers", {
    ...span, by, family: query.get("family"), cause: query.get("cause"), without_own: query.get("own") === "without" ? 1 : null, limit: perPage, offset: offset || null,
  }));
  return (
    <>
      <p class="lead">{say("Who home spoke with or heard from, most bytes first. Groups are no peers.", "誰と話し、誰から届いたか。バイトの多い順。グループは相手に含みません。")}</p>
      <div class="top">
        <Switch label={say("put together by", "まとめ方")} field="by" value={by} drop={["offset"]} options={[["name", say("by name", "名前")], ["64", "/64"], ["48", "/48"]]} />
        <Switch label={say("family", "ファミリー")} field="family" value={query.get("family") ?? ""} drop={["offset"]} options={[["", say("both", "両方")], ["6", "IPv6"], ["4", "IPv4"]]} />
        <Switch label={say("own actions", "自分の操作")} field="own" value={query.get("own") ?? ""} drop={["offset"]} options={[["", say("with own actions", "自分の操作を含む")], ["without", say("without", "含まない")]]} />
      </div>
      <section class="panel">
        <Shown answer={answer} isEmpty={p => p.peers.length === 0} empty={<Empty what={say("No peers here.", "相手はいません。")}><FillStore /></Empty>}>
          {data => (
            <>
              <Table peers={data.peers} by={by} />
              <Pager offset={offset} shown={data.peers.length} total={data.total} />
            </>
          )}
        </Shown>
      </section>
    </>
  );
}

function Table({ peers, by }: { peers: Peer[]; by: string }) {
  return (
    <div class="scroll">
      <table data-testid="peers">
        <caption class="visually-hidden">{say("Peers", "相手")}</caption>
        <thead>
          <tr>
            <th>{by === "name" ? say("name", "名前") : say("prefix", "プレフィックス")}</th><th>{say("over", "経路")}</th><th>{say("why", "理由")}</th>
            <th class="number">{say("flows", "フロー")}</th><th class="number">{say("packets out / in", "パケット 出/入")}</th><th class="number">{say("bytes out / in", "バイト 出/入")}</th><th>{say("last seen", "最後")}</th>
          </tr>
        </thead>
        <tbody>
          {peers.map(peer => {
            const id = peer.name ?? peer.prefix ?? "";
            return (
              <tr key={id}>
                <td class="wide wire"><a data-row href={hrefOf("flows", { filter: peer.name ? `name:${peer.name}` : `peer:${peer.prefix}` })}>{id}</a></td>
                <td class="nowrap">{peer.families.map(f => <FamilyTag key={f} family={f} />)}</td>
                <td><ShareBar parts={peer.causes.map(c => ({ kind: c.kind, amount: c.bytes }))} />{peer.causes.slice(0, 2).map(c => <div key={c.kind}><CauseLink kind={c.kind} /></div>)}</td>
                <td class="number">{count(peer.flows)}</td>
                <td class="number">{count(peer.packets[0])} / {count(peer.packets[1])}</td>
                <td class="number">{bytes(peer.bytes[0])} / {bytes(peer.bytes[1])}</td>
                <td class="nowrap dim">{dayAndTime(seconds(peer.last))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Pager({ offset, shown, total }: { offset: number; shown: number; total: number }) {
  if (total <= perPage) return null;
  return (
    <p class="top">
      <span class="dim">{offset + 1} – {offset + shown} / {count(total)}</span>
      {offset > 0 && <a class="button" href={hrefHere({ offset: offset > perPage ? offset - perPage : null })}>{say("previous", "前")}</a>}
      {offset + shown < total && <a class="button" href={hrefHere({ offset: offset + perPage })}>{say("next", "次")}</a>}
    </p>
  );
}
