import { hrefOf } from "../state/place";
import { means } from "../text/causes";
import { share } from "../text/amounts";

export function CauseMark({ kind }: { kind: string }) {
  return <span class="cause" title={means(kind)}><i class={`swatch c-${kind}`} aria-hidden="true" />{kind}</span>;
}

export function CauseLink({ kind }: { kind: string }) {
  return <a class="cause" href={hrefOf("flows", { filter: `cause:${kind}` })} title={means(kind)}><i class={`swatch c-${kind}`} aria-hidden="true" />{kind}</a>;
}

export function FamilyTag({ family }: { family: number }) {
  return <span class={`family c-${family}`}>IPv{family}</span>;
}

/** Shares of a whole as one bar; its text says the same for those who do not see it. */
export function ShareBar({ parts }: { parts: { kind: string; amount: number }[] }) {
  const whole = parts.reduce((sum, p) => sum + p.amount, 0);
  const words = parts.map(p => `${p.kind} ${share(p.amount, whole)}`).join(", ");
  return (
    <div class="bar" role="img" aria-label={words} title={words}>
      {parts.filter(p => p.amount > 0).map(p => <i key={p.kind} class={`c-${p.kind}`} style={{ flex: p.amount / whole }} />)}
    </div>
  );
}
