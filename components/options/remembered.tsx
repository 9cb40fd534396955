import type { AttributeId } from '../../lib/credential/attribute';
import type { RememberedMapping } from '../../lib/rpc/contract/remembered';
import type { OptionsModel } from '../../lib/session/options/create-options-model';
import { guarded } from '../guard/guard';
import { attributeLabel } from '../parts/attribute-label';
import { withOwnIsolates } from '../parts/isolated';
import { nameOfGroup } from '../parts/look-alikes';
import { withSignsShown } from '../parts/shown-signs';
import { rulePairs } from '../rules/rule-pairs';
import { formatDay, formatUnits, named, t } from '../text';

/**
 * Columns and rules that are remembered for sheets, each to be forgotten; all of them as a file.
 * Their headers cannot be shown: only fingerprints of them are stored (docs/privacy.md).
 */
export function Remembered({ options, all }: { options: OptionsModel; all: readonly RememberedMapping[] }) {
  const groups = all.flatMap(({ page, group }) =>
    page === null || group === null ? [] : [{ id: page.groupId, name: group }],
  );
  return (
    <section aria-labelledby="options-remembered">
      <h2 id="options-remembered">{t('optionsRemembered')}</h2>
      <p class="quiet">{t(all.length === 0 ? 'optionsRememberedNone' : 'optionsRememberedWhat')}</p>
      <ul class="cards">
        {all.map((one) => (
          <Mapping key={one.id} one={one} group={groupOf(one, groups)} options={options} />
        ))}
      </ul>
      <p class="tools">
        {all.length > 0 && (
          <button type="button" class="button" onClick={() => void options.saveRemembered()}>
            {t('optionsSaveAll')}
          </button>
        )}
        <label class="button">
          {t('loadAssignment')}
          <input
            class="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]; // none was chosen
              if (file !== undefined) void options.loadRemembered(file);
              // The same file may be chosen again after it was mended.
              currentTarget.value = '';
            }}
          />
        </label>
      </p>
    </section>
  );
}

function Mapping(props: { one: RememberedMapping; group: string; options: OptionsModel }) {
  const { one, group, options } = props;
  const { id, page, assignment } = one;
  const { day, key, alsoBy, columns, rules = [] } = assignment;
  const assigned = columns.flatMap(({ attribute }) => attribute ?? []); // null: skipped
  const keys = [key, alsoBy].flatMap((attribute) => attribute ?? []); // it may have none
  return (
    <li>
      <h3>
        <bdi>{withOwnIsolates(group, withSignsShown)}</bdi>{' '}
        {page !== null && (
          <span class="environment quiet" data-environment={page.environment}>
            {t(named('environment', page.environment))}
          </span>
        )}
      </h3>
      <dl class="small">
        <dt class="quiet">{t('optionsSavedOn')}</dt>
        <dd>{formatDay(day)}</dd>
        <dt class="quiet">{t('optionsColumns')}</dt>
        <dd>{assigned.length === 0 ? t('historyNone') : formatUnits(assigned.map(labelOf))}</dd>
        {keys.length > 0 && (
          <>
            <dt class="quiet">{t('optionsMatchedBy')}</dt>
            <dd>{formatUnits(keys.map(labelOf))}</dd>
          </>
        )}
        {rules.map((rule) => (
          <Rule key={rule.attribute} rule={rule} />
        ))}
      </dl>
      <p class="tools">
        <button
          type="button"
          class="link"
          aria-label={t('optionsForgetOf', group, formatDay(day))}
          onClick={guarded(() => void options.forget(id))}
        >
          {t('forgetAssignment')}
        </button>
        {rules.length > 0 && (
          <button
            type="button"
            class="link"
            aria-label={t('optionsForgetRulesOf', group, formatDay(day))}
            onClick={guarded(() => void options.forgetRules(id))}
          >
            {t('optionsForgetRules')}
          </button>
        )}
      </p>
    </li>
  );
}

type SavedRule = NonNullable<RememberedMapping['assignment']['rules']>[number];

function Rule({ rule }: { rule: SavedRule }) {
  const pairs = rulePairs(rule, (source) =>
    source.kind === 'attribute' ? labelOf(source.id) : t('optionsSomeColumn'),
  );
  return (
    <>
      <dt class="quiet">{t('optionsRuleFor', labelOf(rule.attribute))}</dt>
      <dd>
        <ul>
          {pairs.map(([name, text]) => (
            <li key={name}>
              <span class="quiet">{name}</span> <bdi>{withOwnIsolates(text, withSignsShown)}</bdi>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

/** The account's own attributes are not known here: their names are a part of their ids. */
function labelOf(id: AttributeId): string {
  return attributeLabel(id, []).replace(/^custom:/, '');
}

/** `groups`: those of all that are remembered, for the ones that look the same. */
function groupOf(
  { page, group }: RememberedMapping,
  groups: readonly { readonly id: string; readonly name: string }[],
): string {
  if (page === null) return t('optionsGroupUnknown');
  if (group === null) return t('optionsGroupId', page.groupId); // no run of it is in the history
  return nameOfGroup({ id: page.groupId, name: group }, groups, (name, id) => t('historyNamedId', name, id));
}
