import { useEffect, useRef } from 'preact/hooks';
import type { ColumnChoice } from '../../lib/assign/choice/assignment';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { t, tn } from '../text';
import { REVIEW_CHANGES } from './assign-sentence';
import { attributeSelectId } from './attribute-select';
import { ColumnRow } from './column-row';
import { isHalf, SkippedColumns, type ShownColumn } from './skipped-columns';

/**
 * The columns of the sheet: first those to decide, then those that are ready, then the skipped
 * ones.
 */
export function ColumnSections({ session, state }: { session: Session; state: AssignState }) {
  const toFocus = useRef<'next' | number | null>(null);
  const columns = inReadingOrder(state);
  const of = (kind: ColumnChoice['target']['kind']) =>
    columns.filter(({ choice }) => choice.target.kind === kind);
  const [open, ready, skipped] = [of('undecided'), of('attribute'), of('skip')];
  useEffect(() => {
    const wanted = toFocus.current;
    if (wanted === null) return;
    toFocus.current = null;
    const column = wanted === 'next' ? open[0]?.choice.column : wanted;
    const select = column === undefined ? null : document.getElementById(attributeSelectId(column));
    // The list of a chip is not for the keyboard: its button is.
    const isInChip = select?.closest('.chip') ?? null;
    const target = isInChip?.querySelector('button') ?? select ?? document.getElementById(REVIEW_CHANGES);
    target?.focus();
  });
  const after = {
    onChosen: (column: number) => (toFocus.current = column),
    onSettled: () => (toFocus.current = 'next'),
  };
  const rows = (shown: readonly ShownColumn[]) =>
    shown.map(({ choice, facts }) => (
      <ColumnRow
        key={facts.column}
        session={session}
        state={state}
        choice={choice}
        facts={facts}
        after={after}
      />
    ));
  const folded = skipped.filter(({ facts }) => !isHalf(state, facts.column)).length;
  return (
    <>
      <table class="columns">
        <colgroup>
          <col class="of-header" />
          <col />
          <col class="of-attribute" />
          <col class="of-how" />
        </colgroup>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{t('assignColumnHeader')}</th>
            <th scope="col">{t('assignSamplesHeader')}</th>
            <th scope="col">{t('assignAttributeHeader')}</th>
            <th scope="col">{t('assignHowHeader')}</th>
          </tr>
        </thead>
        {open.length > 0 && (
          <tbody class="open">
            <Heading text={tn('sectionToDecide', open.length)} />
            {rows(open)}
          </tbody>
        )}
        {ready.length > 0 && (
          <tbody>
            <Heading text={tn('sectionReady', ready.length)} more={t('sectionReadyMore')} />
            {rows(ready)}
          </tbody>
        )}
      </table>
      {skipped.length > 0 && (
        <section class="skipped-columns" aria-label={tn('columnsSkipped', folded)}>
          <h2 class="small">
            {tn('sectionSkipped', folded)} <span class="quiet">{t('sectionSkippedMore')}</span>
          </h2>
          <SkippedColumns session={session} state={state} columns={skipped} onChosen={after.onChosen} />
        </section>
      )}
    </>
  );
}

function Heading({ text, more }: { text: string; more?: string }) {
  return (
    <tr class="heading">
      <th scope="rowgroup" colSpan={4}>
        <h2 class="small">
          {text} {more !== undefined && <span class="quiet">{more}</span>}
        </h2>
      </th>
    </tr>
  );
}

/** The columns as they stand in the sheet, a joined one below the later of its two. */
function inReadingOrder({ assignment, joins, table }: AssignState): readonly ShownColumn[] {
  const placeOf = (column: number) => {
    const join = joins.find((of) => of.column === column);
    return join === undefined ? column : Math.max(join.first, join.second) + 0.5;
  };
  const factsOf = new Map(table.columns.map((facts) => [facts.column, facts]));
  return assignment.columns
    .flatMap((choice): ShownColumn[] => {
      const facts = factsOf.get(choice.column);
      return facts === undefined ? [] : [{ choice, facts }];
    })
    .toSorted((one, other) => placeOf(one.choice.column) - placeOf(other.choice.column));
}
