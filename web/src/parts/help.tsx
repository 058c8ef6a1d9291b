import { useEffect, useRef } from "preact/hooks";
import { change } from "../state/place";
import { say } from "../text/say";

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => change({ help: null });
  const keys: [string, string][] = [
    ["1 … 9", say("the pages", "各ページ")],
    ["/", say("the filter of the flows", "フローの絞り込み")],
    ["j  k", say("next and previous row; Enter opens it", "次の行、前の行。Enter で開く")],
    ["+  −", say("zoom in and out", "拡大、縮小")],
    ["[  ]", say("earlier and later", "前へ、後へ")],
    ["0", say("the whole time", "全期間")],
    ["t", say("light or dark", "配色の切り替え")],
    ["l", say("English or Japanese", "日本語と英語の切り替え")],
    ["Esc", say("close what is open", "開いているものを閉じる")],
  ];
  return (
    <dialog class="help" ref={dialog} onCancel={close} onClose={close} aria-labelledby="help-title">
      <h2 id="help-title">{say("Keys", "キー操作")}</h2>
      <dl>{keys.map(([key, does]) => <><dt><kbd>{key}</kbd></dt><dd>{does}</dd></>)}</dl>
      <p class="dim">{say("Drag over a curve or a strip to zoom in. Every state of a page stands in its address: copy it to show others what you see.", "曲線や帯をドラッグすると拡大します。ページの状態は全てアドレスにあるので、コピーして他の人に見せられます。")}</p>
      <p><button type="button" onClick={close} autofocus>{say("Close", "閉じる")} <kbd>Esc</kbd></button></p>
    </dialog>
  );
}
