/** The shapes of the API, as docs/reference/api.md has them. Absent facts are left out. */

export interface Status {
  schema: number;
  version: string;
  revision: number;
  store: { path: string; bytes: number; flows: number; first?: string; last?: string; budget?: { days?: number; bytes?: number } };
  sensors: { name: string; state: string; last?: string; frames: number; lost?: number }[];
  sources: Source[];
  learning?: { done: boolean; watched_days: number; needed_days: number; until?: string };
  refused: Record<string, number>;
  reading?: string;
  stories?: Story[];
}

export interface Source {
  name: string;
  files: number;
  first?: string;
  last?: string;
  frames: number;
  flows: number;
  problem?: string | null;
  home?: { prefix: string; because: string }[];
}

/** What a recording tells; `demo` has one for each sample. */
export interface Story {
  from: string;
  to: string;
  title: string;
  says: string;
  look: { says: string; href: string }[];
}

export interface Timeline {
  from: number;
  to: number;
  bin_s: number;
  tier: string;
  times: number[];
  series: { key: string; packets: number[]; bytes: number[]; flows: number[] }[];
}

export interface CauseSum { kind: string; flows: number; packets: number; bytes: number }

export interface Causes { causes: CauseSum[]; unexplained: { flows: number; packets: number; bytes: number } }

export interface Peer {
  name?: string;
  prefix?: string;
  families: number[];
  flows: number;
  packets: [number, number];
  bytes: [number, number];
  causes: { kind: string; flows: number; bytes: number }[];
  first: string;
  last: string;
}

export interface Peers { peers: Peer[]; total: number }

export interface Evidence { rung: string; says: string; packets: number[] }

export interface Flow {
  id: string;
  first: string;
  last: string;
  family: number;
  zone: string | null;
  protocol: string;
  initiator: string;
  initiator_port?: number;
  responder: string;
  responder_port?: number;
  icmp_type?: number;
  initiator_guessed: boolean;
  packets: [number, number];
  bytes: [number, number];
  history?: string;
  direction?: string;
  name?: string;
  names: { name: string; from: string }[];
  application?: string;
  community_id?: string;
  source?: string;
  cause: { kind: string; detail: string; program?: string; purpose?: string; confidence: string; evidence: Evidence[] };
}

export interface Flows { flows: Flow[]; next: string | null }

export interface Completion { values: { value: string; flows?: number }[] }

export interface Channel {
  id: string;
  source: string;
  group: string;
  port: number;
  first: string;
  last: string;
  packets: number;
  bytes: number;
  period_s?: number;
  burst?: number;
  gap_s?: number;
  jitter_s?: number;
  joined: boolean;
  joined_by?: string;
  hop_limits: number[];
  last_hop?: string;
  payload_lengths: number[];
  kind: string;
  scope?: string;
  state: string;
  loss?: { by: string; expected: number; missing: number; duplicates: number };
  silence?: { times: number; from: string; to: string };
}

export interface Burst { at: string; packets: number; bytes: number; gap_s?: number }

export interface Bursts { bursts: Burst[]; cut?: boolean }

export interface Area { code: string; ja?: string; en?: string; from?: string; to?: string; or_more?: boolean; warning?: boolean; arrival?: string; arrived?: boolean; plum?: boolean }

export interface Telegram {
  id?: string;
  at: string;
  kind: string;
  training: boolean;
  standing: string;
  live: boolean;
  issued?: string;
  origin?: string;
  event?: string;
  serial?: number;
  final: boolean;
  cancel: boolean;
  epicentre?: { code: string; ja?: string; ja_then?: string; en?: string };
  assumed_hypocentre?: boolean;
  latitude?: number;
  longitude?: number;
  depth_km?: number;
  magnitude?: number;
  max_intensity?: string;
  warning: boolean;
  areas: Area[];
  copies: number;
  event_state?: string;
  verdict: string;
  reasons: string[];
  reasons_ja?: string[];
  raw: string;
  packets: number[];
}

export interface Finding {
  id: string;
  name: string;
  severity: "info" | "notice" | "warning" | "alert";
  subject: string;
  first: string;
  last: string;
  times: number;
  says: string;
  because: string[];
  do: string;
  packets: number[];
  says_ja?: string;
  because_ja?: string[];
  do_ja?: string;
}

export interface Moves {
  names: Move[];
  shares: { t: number; v4_bytes: number; v6_bytes: number }[];
}

export interface Move {
  name: string;
  before: { v4: number; v6: number };
  after: { v4: number; v6: number };
  moved_at?: string;
  moved_back_at?: string;
  broken?: { how: string; saved?: string; attempts: number; saved_attempts: number; finding: string };
  programs: string[];
}

export interface Diary { title: string; day: string; entries: { kind: string; says: string; links: { to: string; id: string }[] }[] }

export interface Days { days: { day: string; flows?: number; entries?: number }[] }
