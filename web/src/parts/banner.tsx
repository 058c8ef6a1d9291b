import { useIsDead } from "../state/live";
import { say } from "../text/say";

/** Says that the server is gone, what to do, and goes away by itself when it is back. */
export function DeadBanner() {
  if (!useIsDead()) return null;
  return (
    <div class="banner dead" role="alert" data-testid="dead">
      <strong>{say("Kansatsu does not answer.", "Kansatsu が応答しません。")}</strong>
      <span>
        {say("What you see is what was last received. Look whether it still runs; start it again with ", "表示は最後に受け取った内容です。動いているか確かめ、止まっていれば ")}
        <code>kansatsu serve</code>
        {say(". This page tries again every 3 seconds.", " で起動してください。このページは 3 秒ごとに再接続します。")}
      </span>
    </div>
  );
}
