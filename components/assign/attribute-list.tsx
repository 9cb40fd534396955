import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import { attributeLabel } from '../parts/attribute-label';
import { t, tn } from '../text';
import { sectionsOf, type JoinOption } from './attribute-options';

/** Options that are shown at once. Of more, the search leaves fewer. */
const MOST_SHOWN = 100;
const LIST = 'attribute-list';

interface Shown {
  readonly value: string;
  readonly label: string;
  /** The heading above it, for the first below one. */
  readonly heading: string | null;
}

/** The list of attributes under a select, searched by typing. Esc shuts it and changes nothing. */
export function AttributeList(props: {
  below: HTMLSelectElement;
  header: string;
  attributes: readonly Attribute[];
  joins: readonly JoinOption[];
  chosen: string;
  search: Signal<string | null>;
  onChoose: (value: string) => void;
}) {
  const { below, header, attributes, joins, chosen, search, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const active = useSignal<string>(chosen);
  const text = search.value ?? ''; // shut: it is not drawn
  const { shown, rest } = matching(text, attributes, joins);
  const at = Math.max(
    0,
    shown.findIndex(({ value }) => value === active.value),
  );
  const shut = (takesFocus: boolean) => {
    search.value = null;
    if (takesFocus) below.focus();
  };
  const choose = (value: string) => {
    shut(true);
    if (value !== chosen) onChoose(value);
  };
  const move = (to: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, to))];
    if (next !== undefined) active.value = next.value;
  };

  useLayoutEffect(() => {
    if (list.current !== null) place(list.current, below);
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, []);
  useEffect(() => {
    // Nothing moves under the pointer while the list is open.
    const scrolled = ({ target }: Event) => {
      if (target instanceof Node && list.current?.contains(target) !== true) shut(false);
    };
    const resized = () => shut(false);
    document.addEventListener('scroll', scrolled, true);
    window.addEventListener('resize', resized);
    return () => {
      document.removeEventListener('scroll', scrolled, true);
      window.removeEventListener('resize', resized);
    };
  }, []);
  useEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at, text]);

  return (
    <div
      ref={list}
      class="attribute-list"
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || list.current?.contains(relatedTarget) !== true) shut(false);
      }}
    >
      <input
        ref={input}
        type="text"
        role="combobox"
        class="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('searchAttributes', header)}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls={LIST}
        aria-activedescendant={shown.length > 0 ? optionId(at) : undefined}
        placeholder={t('searchAttributesHint')}
        value={text}
        onInput={({ currentTarget }) => {
          search.value = currentTarget.value;
          active.value = '';
        }}
        onKeyDown={(event) => {
          // Keys of an input method choose a word, and no option.
          if (event.isComposing) return;
          const steps: Readonly<Record<string, number>> = {
            ArrowDown: 1,
            ArrowUp: -1,
            PageDown: 10,
            PageUp: -10,
          };
          const step = steps[event.key];
          if (step !== undefined) move(at + step);
          else if (event.key === 'Enter') choose(shown[at]?.value ?? chosen);
          else if (event.key === 'Escape') shut(true);
          else if (event.key === 'Tab') shut(true);
          else return;
          event.stopPropagation();
          // Tab goes on from the select.
          if (event.key !== 'Tab') event.preventDefault();
        }}
      />
      <ul id={LIST} role="listbox" aria-label={t('searchAttributes', header)} tabIndex={-1}>
        {shown.flatMap(({ value, label, heading }, index) => [
          heading !== null && (
            <li key={`heading ${heading}`} role="presentation" class="heading">
              {heading}
            </li>
          ),
          <li
            key={value}
            id={optionId(index)}
            role="option"
            aria-selected={value === chosen}
            data-active={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(value)}
          >
            {label}
          </li>,
        ])}
      </ul>
      {shown.length === 0 && (
        <p class="small quiet" role="status">
          {t('searchAttributesNone')}
        </p>
      )}
      {rest > 0 && <p class="small quiet">{tn('searchAttributesMore', rest)}</p>}
    </div>
  );
}

function optionId(index: number): string {
  return `${LIST}-${index}`;
}

/** The options with every word of the search in their label, and how many more there are. */
function matching(
  search: string,
  attributes: readonly Attribute[],
  joins: readonly JoinOption[],
): { readonly shown: readonly Shown[]; readonly rest: number } {
  const words = plain(search).split(/\s+/);
  const fits = (label: string) => {
    const own = plain(label);
    return words.every((word) => own.includes(word));
  };
  const shown: Shown[] = [];
  let rest = 0;
  const add = (heading: string | null, options: readonly JoinOption[]) => {
    let first = heading;
    for (const { value, label } of options) {
      if (!fits(label)) continue;
      if (shown.length >= MOST_SHOWN) {
        rest += 1;
        continue;
      }
      shown.push({ value, label, heading: first });
      first = null;
    }
  };
  add(null, [
    { value: 'undecided', label: t('chooseAttribute') },
    { value: 'skip', label: t('skip') },
  ]);
  for (const section of sectionsOf(attributes))
    add(
      section.label,
      section.attributes.map(({ id }) => ({ value: id, label: attributeLabel(id, attributes) })),
    );
  add(t('attributeGroup_join'), joins);
  return { shown, rest };
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}

/** Puts the list below the select, or above it where there is more room. */
function place(list: HTMLElement, below: HTMLElement): void {
  const { top, bottom, left, width } = below.getBoundingClientRect();
  const { innerHeight, innerWidth } = window;
  const isAbove = innerHeight - bottom < 240 && top > innerHeight - bottom;
  const wide = Math.max(width, 260);
  list.style.width = `${wide}px`;
  list.style.left = `${Math.max(8, Math.min(left, innerWidth - wide - 8))}px`;
  list.style.maxHeight = `${Math.max(160, (isAbove ? top : innerHeight - bottom) - 16)}px`;
  if (isAbove) list.style.bottom = `${innerHeight - top + 4}px`;
  else list.style.top = `${bottom + 4}px`;
}
