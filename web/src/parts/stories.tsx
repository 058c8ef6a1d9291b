import { hrefOf } from "../state/place";
import type { Status, Story } from "../state/shapes";
import { seconds } from "../text/clock";
import type { Span } from "../state/span";
import { count } from "../text/amounts";
import { range } from "../text/clock";
import { say } from "../text/say";
import { Traffic } from "./traffic";

/** What the samples of `demo` tell, for somebody who never heard of them. */
export function Stories({ stories }: { stories: Story[] }) {
  return (
    <section class="stories" aria-label={say("What was recorded", "何が記録されているか")} data-testid="stories">
      {stories.map(story => {
        const [from, to] = [seconds(story.from), seconds(story.to)];
        return (
          <article class="panel story" key={story.from}>
            <h2><a href={hrefOf("overview", { from, to })}>{story.title}</a></h2>
            <p class="when">{range(from, to)}</p>
            <p>{story.says}</p>
            <ul>{story.look.map(l => <li key={l.href}><a href={addressOf(l.href, from, to)}>{l.says}</a></li>)}</ul>
          </article>
        );
      })}
    </section>
  );
}

/** A place given as "page?query", in the time of the story, with the reader's language and colours kept. */
function addressOf(place: string, from: number, to: number): string {
  const [page, query] = place.split("?");
  return hrefOf(page as "flows", { from, to, ...Object.fromEntries(new URLSearchParams(query ?? "")) });
}

/** Recordings that lie far apart get a curve each only when chosen: one axis over years shows nothing. */
export function Recordings({ status, whole }: { status: Status; whole: Span }) {
  const spans = clusters(status);
  if (spans.length < 2) return <Traffic span={whole} />;
  const largest = spans.reduce((a, b) => (b.flows > a.flows ? b : a));
  return (
    <>
      {!status.stories && <section class="panel" data-testid="recordings">
        <header><h2>{say("Recordings", "記録された時間")}</h2><span class="dim">{say("They lie far apart; choose one to see its curve. The curve below is the largest.", "互いに離れているため、1 つを選ぶとその曲線が見えます。下の曲線は最大のものです。")}</span></header>
        <table>
          <tbody>
            {spans.toReversed().map(s => (
              <tr key={s.from}>
                <td class="nowrap"><a data-row href={hrefOf("overview", { from: s.from, to: s.to })}>{range(s.from, s.to)}</a></td>
                <td class="wide wire dim">{s.names.join(", ")}</td>
                <td class="number">{count(s.flows)} {say("flows", "フロー")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>}
      <Traffic span={largest} note={range(largest.from, largest.to)} />
    </>
  );
}

interface Recording extends Span { names: string[]; flows: number }

/** Sources that follow one another without a gap larger than all of them together are one recording. */
function clusters(status: Status): Recording[] {
  const spans = status.sources
    .filter(s => s.first && s.last)
    .map(s => ({ from: seconds(s.first!), to: seconds(s.last!), names: [s.name], flows: s.flows }))
    .sort((a, b) => a.from - b.from);
  const watched = spans.reduce((sum, s) => sum + s.to - s.from, 0);
  const joined: Recording[] = [];
  for (const span of spans) {
    const last = joined[joined.length - 1];
    if (last && span.from - last.to <= watched) Object.assign(last, { to: Math.max(last.to, span.to), names: [...last.names, ...span.names], flows: last.flows + span.flows });
    else joined.push({ ...span });
  }
  return joined;
}
