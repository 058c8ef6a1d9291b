import { useEffect, useState } from "preact/hooks";
import { useChangedAt } from "../state/live";
import { change, type Page } from "../state/place";
import { remember, useChosen, useStatus, wholeSpan } from "../state/span";
import { range } from "../text/clock";
import { say } from "../text/say";
import { pageName } from "./navigation";

/** The name of the page, the span of time it shows, and whether it has just followed a change. */
export function TopBar({ page }: { page: Page }) {
  const status = useStatus();
  const span = useChosen();
  const whole = wholeSpan(status.data);
  remember(whole);
  const shown = span ?? whole;
  return (
    <div class="top">
      <h1>{pageName(page)}</h1>
      <span class="spring" />
      {shown && <span class="dim nowrap" data-testid="span">{range(shown.from, shown.to)}</span>}
      {span && <button type="button" onClick={() => change({ from: null, to: null, before: null })}>{say("Everything", "全期間")} <kbd>0</kbd></button>}
      <Updated />
    </div>
  );
}

const freshMs = 4000;

function Updated() {
  const at = useChangedAt();
  const [isFresh, set] = useState(false);
  useEffect(() => {
    if (at === 0) return;
    set(true);
    const timer = setTimeout(() => set(false), freshMs);
    return () => clearTimeout(timer);
  }, [at]);
  return <span class={isFresh ? "updated fresh" : "updated"} role="status" data-testid="updated">{isFresh ? say("updated", "更新しました") : ""}</span>;
}
