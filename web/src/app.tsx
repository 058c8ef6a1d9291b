import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Channels } from "./pages/channels";
import { DiaryPage } from "./pages/diary";
import { Findings } from "./pages/findings";
import { Flows } from "./pages/flows";
import { Health } from "./pages/health";
import { Moves } from "./pages/moves";
import { Overview } from "./pages/overview";
import { Peers } from "./pages/peers";
import { Telegrams } from "./pages/telegrams";
import { DeadBanner } from "./parts/banner";
import { Drawer } from "./parts/drawer";
import { Help } from "./parts/help";
import { Navigation, pageName } from "./parts/navigation";
import { TopBar } from "./parts/topbar";
import { useKeys } from "./state/keys";
import { usePlace, type Page } from "./state/place";
import { language, say } from "./text/say";

const views: Record<Page, ComponentType> = {
  overview: Overview, peers: Peers, flows: Flows, channels: Channels, telegrams: Telegrams, moves: Moves, findings: Findings, diary: DiaryPage, health: Health,
};

export function App() {
  const { page, query } = usePlace();
  const View = views[page];
  const [lang, theme] = [language(), query.get("theme")];
  useKeys();
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = `${pageName(page)} · Kansatsu`;
  }, [lang, page]);
  useEffect(() => {
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, [theme]);
  return (
    <div class="shell">
      <a class="skip" href="#main">{say("To the content", "本文へ")}</a>
      <Navigation page={page} />
      <main class="main" id="main" tabIndex={-1} key={`${lang}-${query.get("tz")}`}>
        <DeadBanner />
        <TopBar page={page} />
        <View key={page} />
      </main>
      {query.get("why") && <Drawer id={query.get("why")!} at={query.get("at")} key={query.get("why")} />}
      {query.get("help") && <Help />}
    </div>
  );
}
