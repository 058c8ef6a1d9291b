import { hrefHere } from "../state/place";

/** A choice among few that stands in the URL. An empty value is the default and leaves the URL. */
export function Switch({ label, field, value, options, drop = [] }: { label: string; field: string; value: string; options: [string, string][]; drop?: string[] }) {
  const rest = Object.fromEntries(drop.map(key => [key, null]));
  return (
    <span class="switch" role="group" aria-label={label}>
      {options.map(([option, name], i) => (
        <a key={option} href={hrefHere({ ...rest, [field]: i === 0 ? null : option })} aria-current={option === value ? "true" : undefined}>{name}</a>
      ))}
    </span>
  );
}
