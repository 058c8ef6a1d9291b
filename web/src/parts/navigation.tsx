import { hrefOf, change, pages, usePlace, type Page } from "../state/place";
import { isDark } from "../state/keys";
import { ownZone } from "../text/clock";
import { language, say } from "../text/say";

export function pageName(page: Page): string {
  switch (page) {
    case "overview": return say("Overview", "概観");
    case "peers": return say("Peers", "相手");
    case "flows": return say("Flows", "フロー");
    case "channels": return say("Channels", "チャンネル");
    case "telegrams": return say("Earthquakes (EEW)", "緊急地震速報");
    case "moves": return say("Move to IPv6", "IPv6 への移行");
    case "findings": return say("Findings", "発見");
    case "diary": return say("Diary", "日記");
    case "health": return say("Sensor health", "観測の状態");
  }
}

export function Navigation({ page }: { page: Page }) {
  return (
    <header class="side">
      <a class="brand" href={hrefOf("overview")}><Mark /> Kansatsu</a>
      <nav aria-label={say("Pages", "ページ")}>
        <ul>
          {pages.map((name, i) => (
            <li key={name}><a href={hrefOf(name)} aria-current={name === page ? "page" : undefined}>{pageName(name)}<kbd aria-hidden="true">{i + 1}</kbd></a></li>
          ))}
        </ul>
      </nav>
      <Settings />
    </header>
  );
}

function Mark() {
  return <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#1f3a5f" /><path d="M3 19h5l2-9 4 15 4-18 3 12h8" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" /></svg>;
}

function Settings() {
  const { query } = usePlace();
  const pick = (key: string) => (event: Event) => change({ [key]: (event.target as HTMLSelectElement).value });
  return (
    <div class="settings">
      <label>{say("Language", "言語")}
        <select value={language()} onChange={pick("lang")} name="lang"><option value="en">English</option><option value="ja">日本語</option></select>
      </label>
      <label>{say("Colours", "配色")}
        <select value={isDark() ? "dark" : "light"} onChange={pick("theme")} name="theme"><option value="light">{say("light", "明るい")}</option><option value="dark">{say("dark", "暗い")}</option></select>
      </label>
      <label>{say("Times", "時刻")}
        <select value={query.get("tz") ?? ""} onChange={pick("tz")} name="tz">
          <option value="">{ownZone}</option>
          {["UTC", "Asia/Tokyo"].filter(z => z !== ownZone).map(z => <option key={z} value={z}>{z}</option>)}
        </select>
      </label>
      <button type="button" onClick={() => change({ help: 1 })}>{say("Keys", "キー操作")} <kbd>?</kbd></button>
    </div>
  );
}
