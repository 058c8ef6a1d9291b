import { say } from "./say";

/** Every kind of cause, in the order in which they are stacked: home's own first, then the network, then what came unasked. */
export const causeKinds = [
  "own-action", "own-software", "own-housekeeping", "own-unknown", "network-control", "neighbor-chatter", "channel-joined", "channel-unjoined",
  "visit", "scan", "backscatter", "misdirected", "leak", "attack", "tunnel", "transit", "unexplained",
] as const;
export type CauseKind = (typeof causeKinds)[number];

/** What a kind means, for people. */
export function means(kind: string): string {
  switch (kind) {
    case "own-action": return say("something done here on purpose", "ここで意図して行った動作");
    case "own-software": return say("a program of home acting by itself", "こちらのプログラムが自ら行う通信");
    case "own-housekeeping": return say("home keeps its network running", "こちらがネットワークを保つための通信");
    case "own-unknown": return say("home began it; nothing says why", "こちらが始めたが、理由は分からない");
    case "network-control": return say("routers and neighbours run the network", "ルーターや近隣がネットワークを動かす通信");
    case "neighbor-chatter": return say("other hosts announce themselves", "近隣のホストの名乗り");
    case "channel-joined": return say("multicast that home asked for", "こちらが参加したマルチキャスト");
    case "channel-unjoined": return say("multicast that nobody here asked for", "誰も頼んでいないのに届くマルチキャスト");
    case "visit": return say("someone uses a service of home", "こちらのサービスへの訪問");
    case "scan": return say("probing that nobody asked for", "頼まれない探り");
    case "backscatter": return say("answers to packets home never sent", "送っていないパケットへの応答");
    case "misdirected": return say("meant for someone else", "宛先違いのゴミ通信");
    case "leak": return say("addresses that must not be on this link", "このリンクにあってはならないアドレス");
    case "attack": return say("matches a named attack", "既知の攻撃");
    case "tunnel": return say("a carrier of other flows", "他のフローを運ぶトンネル");
    case "transit": return say("neither end is home", "どちらの端もこちらではない");
    case "unexplained": return say("nothing seen here proves why", "理由を示すものが見つからない");
    default: return "";
  }
}

export function confidence(name: string): string {
  switch (name) {
    case "certain": return say("certain", "確実");
    case "likely": return say("likely", "おそらく");
    case "guess": return say("a guess", "推測");
    default: return name;
  }
}
