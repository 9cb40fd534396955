import { useSignal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { Entry } from '../../lib/journal/entry';
import type { Environment } from '../../lib/platform/environment';
import { attributeLabel } from '../parts/attribute-label';
import { useRoving } from '../parts/roving';
import { formatNumber, t, tn } from '../text';
import { filterChoices, shownChanges, type ChangeFilter } from './change-filter';
import { EntryList } from './entry-list';

/** The changes of a finished run, with filters and a search. `filter`: the one that is pressed. */
export function ChangeList(props: {
  entries: readonly Entry[];
  attributes: readonly Attribute[];
  environment: Environment;
  filter: Signal<ChangeFilter>;
}) {
  const { entries, attributes, environment, filter } = props;
  const search = useSignal('');
  const chips = useRoving<HTMLDivElement>();
  const choices = useMemo(() => filterChoices(entries), [entries]);
  const [chosen, words] = [filter.value, search.value];
  const shown = useMemo(() => shownChanges(entries, chosen, words), [entries, chosen, words]);
  const label = (of: ChangeFilter) =>
    of.kind === 'attribute' ? attributeLabel(of.attribute, attributes) : t(NAMES[of.kind]);
  return (
    <section id="updated" class="changes" aria-labelledby="updated-title">
      <h3 id="updated-title" class="visually-hidden">
        {t('changesOfRun')}
      </h3>
      <div class="filters">
        <div ref={chips} class="chips" role="group" aria-label={t('filter')}>
          {choices.map(({ filter: one, count }) => (
            <button
              key={JSON.stringify(one)}
              type="button"
              class="chip"
              data-kind={one.kind}
              aria-pressed={JSON.stringify(one) === JSON.stringify(chosen)}
              onClick={() => (filter.value = one)}
            >
              {label(one)} <strong>{formatNumber(count)}</strong>
            </button>
          ))}
        </div>
        <input
          class="field search"
          type="search"
          autocomplete="off"
          aria-label={t('searchLabel')}
          placeholder={t('searchLabel')}
          value={words}
          onInput={({ currentTarget }) => (search.value = currentTarget.value)}
        />
      </div>
      <p role="status" class="visually-hidden">
        {tn('changesShown', shown.length)}
      </p>
      {shown.length === 0 ? (
        <p class="quiet">{t('changesNone')}</p>
      ) : (
        <EntryList
          key={JSON.stringify([chosen, words])}
          entries={shown}
          labelledBy="updated-title"
          attributes={attributes}
          environment={environment}
        />
      )}
    </section>
  );
}

const NAMES = {
  all: 'filterAll',
  updated: 'filterUpdated',
  part: 'filterPart',
  doubled: 'filterDoubled',
  'not-updated': 'failedList',
} as const;
