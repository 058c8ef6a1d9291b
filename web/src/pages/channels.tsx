import { api, useAnswer } from "../state/answers";
import { hrefOf, usePlace } from "../state/place";
import type { Bursts, Channel } from "../state/shapes";
import { useChosen, useSpanQuery } from "../state/span";
import { bytes, count } from "../text/amounts";
import { dayAndTime, duration, range, seconds } from "../text/clock";
import { end } from "../text/flows";
import { say } from "../text/say";
import { Empty, Shown } from "../parts/states";
import { Strip } from "../parts/strip";

export function Channels() {
  const span = useSpanQuery();
  const answer = useAnswer<{ channels: Channel[] }>(api("channels", span));
  return (
    <>
      <p class="lead">{say("Multicast streams: who sends to which group and port, and how it beats. Drag over a strip to zoom until you see each packet.", "マルチキャストのストリーム: 誰がどのグループとポートへ送り、どんな周期か。帯をドラッグするとパケット 1 つまで拡大できます。")}</p>
      <Shown answer={answer} isEmpty={c => c.channels.length === 0} empty={<section class="panel"><Empty what={say("No multicast streams were seen.", "マルチキャストのストリームは観測されていません。")}><p>{say("They appear here as soon as somebody sends to a group, asked for or not.", "頼んだかどうかにかかわらず、グループへ送られたものがここに現れます。")}</p></Empty></section>}>
        {({ channels }) => <div class="stack" data-testid="channels">{channels.map(c => <ChannelCard key={c.id + c.first} channel={c} />)}</div>}
      </Shown>
    </>
  );
}

function ChannelCard({ channel }: { channel: Channel }) {
  const chosen = useChosen();
  const { query } = usePlace();
  const [first, last] = [seconds(channel.first), seconds(channel.last)];
  const margin = Math.max(1, (last - first) * 0.02);
  const span = chosen ?? { from: first - margin, to: last + margin };
  const bursts = useAnswer<Bursts>(api(`channels/${encodeURIComponent(channel.id)}/bursts`, { from: span.from, to: span.to }));
  const { silence } = channel;
  return (
    <article class="panel channel" id={channel.id} aria-current={query.get("channel") === channel.id ? "true" : undefined}>
      <header>
        <h2 class="wire mono">{channel.source} → {end(channel.group, channel.port)}</h2>
        <span class="tag">{channel.kind}</span>
        {channel.state === "live" ? <span class="tag good">{say("live", "継続中")}</span> : <span class="tag bad">{say("stopped", "停止")}</span>}
        {channel.joined ? <span class="tag">{say("joined by home", "こちらが参加")}</span> : <span class="tag warn">{joinedBy(channel)}</span>}
      </header>
      <div class="rhythm">
        {channel.period_s !== undefined && <span>{say("every ", "周期 ")}<strong>{duration(channel.period_s)}</strong></span>}
        {channel.burst !== undefined && <span><strong>{channel.burst}</strong> {say("packets a burst", "発ずつ")}{channel.gap_s !== undefined && `, ${duration(channel.gap_s)} ${say("apart", "間隔")}`}</span>}
        <span>{count(channel.packets)} {say("packets", "パケット")} · {bytes(channel.bytes)}</span>
        {channel.payload_lengths.length > 0 && <span>{say("payloads of ", "ペイロード ")}{channel.payload_lengths.join(", ")} {say("bytes", "バイト")}</span>}
        {channel.hop_limits.length > 0 && <span>{say("hop limit ", "ホップリミット ")}{channel.hop_limits.join(", ")}</span>}
        {channel.loss && channel.loss.missing > 0 && <span class="warn">{channel.loss.missing} {say("missing", "欠落")}</span>}
        {channel.scope && <span>{channel.scope}</span>}
      </div>
      <Shown answer={bursts}>
        {data => <>
          <Strip bursts={data.bursts} span={span} gap={channel.gap_s} label={say("heartbeat", "鼓動")} color={`c-${channel.joined ? "channel-joined" : "channel-unjoined"}`} silence={silence && { from: seconds(silence.from), to: seconds(silence.to) }} />
          {data.bursts.length === 0 && <p class="dim">{say(`Silent in this time; it was heard ${range(first, last)}. `, `この時間には届いていません。観測されたのは ${range(first, last)}。`)}<a href={hrefOf("channels", { from: first - margin, to: last + margin })}>{say("Show that", "表示する")}</a></p>}
          {data.cut && <p class="dim">{say("More bursts than are drawn; zoom in.", "描ききれない数です。拡大してください。")}</p>}
        </>}
      </Shown>
      <p class="dim">{say("last heard ", "最後 ")}{dayAndTime(last, 3)} · <a href={hrefOf("flows", { filter: `peer:${channel.source}` })}>{say("its flows", "このフロー")}</a>{channel.kind === "eew" && <> · <a href={hrefOf("telegrams")}>{say("its telegrams", "この電文")}</a></>}</p>
    </article>
  );
}

function joinedBy(channel: Channel): string {
  switch (channel.joined_by) {
    case "others": return say("joined by a neighbor", "近隣が参加");
    case "everybody": return say("for everybody on the link", "リンクの全員宛て");
    default: return say("nobody joined", "誰も参加していない");
  }
}
