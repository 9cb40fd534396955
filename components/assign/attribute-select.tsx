import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ColumnChoice, Target } from '../../lib/assign/choice/assignment';
import type { ColumnFacts } from '../../lib/assign/facts/describe-columns';
import { joinable } from '../../lib/assign/edit/join';
import type { Attribute } from '../../lib/credential/attribute';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { t } from '../text';
import { AttributeList } from './attribute-list';
import { chooseOption, fillOptions, resetOptions } from './attribute-options';
import { fillWhenQuiet } from './fill-when-quiet';

/** Keys that open the list, as they do in a list of the browser's own. A letter begins a search. */
const OPENING = new Set(['ArrowDown', 'ArrowUp', 'Enter', ' ', 'F4']);

/**
 * The combobox "Attribute for {header}": a native select, so that it works with every screen reader
 * and every program that drives a browser. Pressed, or opened by a key, it shows a list that can be
 * searched; a finger gets the browser's own. `isChip`: it stands in a chip, with a button before it
 * for the keyboard.
 */
export function AttributeSelect(props: {
  session: Session;
  state: AssignState;
  choice: ColumnChoice;
  header: string;
  isChip?: boolean;
  onChosen: (column: number) => void;
}) {
  const { session, state, choice, header, isChip = false, onChosen } = props;
  const { target, column } = choice;
  const { attributes } = state;
  const select = useRef<HTMLSelectElement>(null);
  const isTouch = useRef(false);
  /** Search text of the list; null while it is shut. */
  const search = useSignal<string | null>(null);
  const partners = joinable(column, state.table.columns, state.joins);
  const joins = partners.map((facts) => ({ value: joinValue(facts), label: t('joinWith', facts.header) }));
  const joinKey = joins.map(({ value }) => value).join();
  const value = target.kind === 'attribute' ? target.id : target.kind;
  useLayoutEffect(() => {
    if (select.current === null) return;
    resetOptions(select.current, attributes, joins);
    fillWhenQuiet(select.current, attributes);
  }, [attributes, joinKey]);
  useLayoutEffect(() => {
    if (select.current !== null) chooseOption(select.current, value, attributes);
  });
  const fill = () => select.current !== null && fillOptions(select.current, attributes);
  const choose = (chosen: string) => {
    const other = partners.find((facts) => joinValue(facts) === chosen);
    if (other === undefined) session.assign.setTarget(column, targetOf(chosen, attributes));
    else void session.assign.join(column, other.column);
    onChosen(column);
  };
  const open = (text: string) => (search.value = text);
  return (
    <>
      <select
        ref={select}
        id={attributeSelectId(column)}
        class="select attribute"
        aria-label={t('attributeFor', header)}
        tabIndex={isChip ? -1 : 0}
        onFocus={fill}
        onPointerDown={({ pointerType }) => {
          isTouch.current = pointerType === 'touch';
          fill();
        }}
        onMouseDown={(event) => {
          if (event.button !== 0 || isTouch.current) return;
          event.preventDefault();
          event.currentTarget.focus();
          open('');
        }}
        onKeyDown={(event) => {
          const isLetter = event.key.length === 1 && event.key !== ' ';
          if (event.ctrlKey || event.metaKey || (!isLetter && !OPENING.has(event.key))) return;
          event.preventDefault();
          open(isLetter ? event.key : '');
        }}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {search.value !== null && select.current !== null && (
        <AttributeList
          below={select.current}
          header={header}
          attributes={attributes}
          joins={joins}
          chosen={value}
          search={search}
          onChoose={choose}
        />
      )}
    </>
  );
}

/** The id of a column's list, to give it the focus. */
export function attributeSelectId(column: number): string {
  return `attribute-of-${column}`;
}

function joinValue({ column }: ColumnFacts): string {
  return `join:${column}`;
}

function targetOf(value: string, attributes: readonly Attribute[]): Target {
  if (value === 'skip') return { kind: 'skip' };
  const attribute = attributes.find(({ id }) => id === value);
  return attribute === undefined ? { kind: 'undecided' } : { kind: 'attribute', id: attribute.id };
}
