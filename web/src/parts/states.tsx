import type { ComponentChildren } from "preact";
import type { Answer, Trouble } from "../state/answers";
import { change } from "../state/place";
import { useChosen } from "../state/span";
import { say } from "../text/say";

/** Shows an answer, or what is in its place: waiting, trouble, nothing. */
export function Shown<T>({ answer, isEmpty, empty, children }: {
  answer: Answer<T>;
  isEmpty?: (data: T) => boolean;
  empty?: ComponentChildren;
  children: (data: T) => ComponentChildren;
}) {
  if (answer.data === undefined) return answer.trouble ? <TroubleBox trouble={answer.trouble} /> : <div class="waiting" aria-busy="true" />;
  if (isEmpty?.(answer.data)) return <>{empty}</>;
  return <>{children(answer.data)}</>;
}

export function TroubleBox({ trouble }: { trouble: Trouble }) {
  const what = trouble.status === 0 ? say("Nobody answers.", "応答がありません。") : trouble.error;
  const remedy = trouble.status === 0 ? say("Start it again: kansatsu serve", "kansatsu serve で起動してください") : trouble.do;
  return <div class="empty trouble" role="alert"><strong>{what}</strong>{remedy}</div>;
}

/** Nothing is here; why, and what to do. */
export function Empty({ what, children }: { what: string; children?: ComponentChildren }) {
  const span = useChosen();
  return (
    <div class="empty" data-testid="empty">
      <strong>{what}</strong>
      {children}
      {span && <p><button type="button" class="plain" onClick={() => change({ from: null, to: null })}>{say("Look at the whole time instead", "全期間を見る")}</button></p>}
    </div>
  );
}

/** What to do when the store itself has nothing. */
export function FillStore() {
  return (
    <p>
      {say("Read a capture into the store: ", "キャプチャを保存庫に読み込んでください: ")}
      <code>kansatsu read FILE --store PATH</code>
      {say(". This page follows by itself. To look around first: ", "。このページは自動で更新されます。まず試すなら: ")}
      <code>kansatsu demo</code>
    </p>
  );
}
