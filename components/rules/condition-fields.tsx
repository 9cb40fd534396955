import { COMPARISONS, hasComparedValue, type ConditionSource } from '../../lib/assign/choice/value-rule';
import { evidencePartOf } from '../../lib/credential/evidence-attribute';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { attributeLabel } from '../parts/attribute-label';
import { named, t } from '../text';
import { Choice, TextField, type DraftProps } from './rule-fields';

/** Chooses which rows a rule is for: all, or those of which a condition is true. */
export function ConditionFields(props: Omit<DraftProps, 'attribute'> & { readonly state: AssignState }) {
  const { draft, state, onChange } = props;
  const { of, is } = draft;
  // An attribute that only a whole credential has would cost a request for each of them.
  const present = state.attributes.filter(
    ({ id, role, needsDetail }) => !needsDetail && role !== 'check' && evidencePartOf(id) === null,
  );
  return (
    <>
      <label>
        <span class="small quiet">{t('ruleWhere')}</span>
        <select
          class="select"
          value={of === null ? '' : optionOf(of)}
          onChange={({ currentTarget }) => {
            const sources: readonly ConditionSource[] = [
              ...state.table.columns.map(({ column }) => ({ kind: 'column', column }) as const),
              ...present.map(({ id }) => ({ kind: 'attribute', id }) as const),
            ];
            onChange({ of: sources.find((one) => optionOf(one) === currentTarget.value) ?? null });
          }}
        >
          <option value="">{t('ruleWhere_all')}</option>
          <optgroup label={t('ruleWhere_column')}>
            {state.table.columns.map(({ column, header }) => (
              <option key={column} value={optionOf({ kind: 'column', column })}>
                {header}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('ruleWhere_attribute')}>
            {present.map(({ id }) => (
              <option key={id} value={optionOf({ kind: 'attribute', id })}>
                {attributeLabel(id, state.attributes)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {of !== null && (
        <Choice
          label={t('ruleIs')}
          value={is}
          choices={COMPARISONS.map((one) => [one, t(named('ruleIs', one))])}
          onChoose={(chosen) => onChange({ is: chosen })}
        />
      )}
      {of !== null && hasComparedValue(is) && (
        <TextField label={t('ruleThan')} value={draft.than} onInput={(than) => onChange({ than })} />
      )}
    </>
  );
}

function optionOf(of: ConditionSource): string {
  return of.kind === 'column' ? `column ${of.column}` : `attribute ${of.id}`;
}
