import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask } from "../state/answers";
import { change } from "../state/place";
import type { Completion } from "../state/shapes";
import { useSpanQuery } from "../state/span";
import { count } from "../text/amounts";
import { say } from "../text/say";

interface Option { value: string; flows?: number }

/** The word at the end of what was typed: what is kept before it, a minus, its field and its value. */
function lastWord(text: string): { kept: string; field: string; value: string } {
  const at = text.lastIndexOf(" ") + 1;
  const word = text.slice(at);
  const minus = word.startsWith("-") ? 1 : 0;
  const colon = word.indexOf(":");
  const kept = text.slice(0, at + minus);
  return colon < 0 ? { kept, field: "", value: word.slice(minus) } : { kept, field: word.slice(minus, colon), value: word.slice(colon + 1) };
}

const pauseMs = 120;

/** The filter of the flows. It completes fields, and their values as they occur in the store. */
export function FilterBar({ value }: { value: string }) {
  const [text, setText] = useState(value);
  const [options, setOptions] = useState<Option[]>([]);
  const [at, setAt] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const span = useSpanQuery();
  useEffect(() => setText(value), [value]);
  const { kept, field, value: prefix } = lastWord(text);
  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask<Completion>(api("complete", { ...span, field, prefix }), stop.signal).then(
        found => {
          setOptions(found.values);
          setAt(-1);
        },
        () => setOptions([]),
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [isOpen, field, prefix]);

  const submit = (filter: string) => {
    setOpen(false);
    change({ filter: filter.trim() || null, before: null });
  };
  const take = (option: Option) => {
    const isField = field === "";
    const word = isField ? `${option.value}:` : `${field}:${option.value}`;
    const next = kept + word + (isField ? "" : " ");
    setText(next);
    if (isField) input.current?.focus();
    else submit(next);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      if (options.length > 0) setAt((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + options.length) % options.length);
    } else if (event.key === "Tab" && isOpen && options.length > 0 && prefix !== "") {
      event.preventDefault();
      take(options[Math.max(0, at)]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen && at >= 0) take(options[at]);
      else submit(text);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const shown = isOpen && options.length > 0;
  return (
    <div class="filter">
      <input
        ref={input} type="text" name="filter" role="combobox" autocomplete="off" spellcheck={false} aria-expanded={shown} aria-controls="filter-options" aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `filter-option-${at}` : undefined} aria-label={say("Filter", "絞り込み")}
        placeholder={say("cause:scan  peer:2001:db8::/32  port:443  name:example  -family:4   ( / )", "cause:scan  peer:2001:db8::/32  port:443  name:example  -family:4   ( / )")}
        value={text} onInput={e => { setText(e.currentTarget.value); setOpen(true); }} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={onKey}
      />
      <ul class="options" id="filter-options" role="listbox" aria-label={say("Completions", "候補")} hidden={!shown}>
        {options.map((option, i) => (
          <li key={option.value} id={`filter-option-${i}`} role="option" aria-selected={i === at} onMouseDown={e => { e.preventDefault(); take(option); }}>
            <span class="mono">{option.value}</span>
            {option.flows !== undefined && <span>{count(option.flows)} {say("flows", "フロー")}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
