import { textTransformsOf } from '../../lib/assign/choice/text-transform';
import { MOST_OF_UNIT, PERIOD_UNITS, ruleKindsOf } from '../../lib/assign/choice/value-rule';
import type { Attribute } from '../../lib/credential/attribute';
import { named, t } from '../text';
import type { RuleDraft } from './rule-draft';

export interface DraftProps {
  readonly draft: RuleDraft;
  readonly attribute: Attribute;
  readonly onChange: (part: Partial<RuleDraft>) => void;
}

/** A labelled list of choices. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly (readonly [value: T, text: string])[];
  onChoose: (value: T) => void;
}) {
  const { label, value, choices, onChoose } = props;
  return (
    <label>
      <span class="small quiet">{label}</span>
      <select
        class="select"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find(([one]) => one === currentTarget.value);
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
      >
        {choices.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The fields of the kind of rule that is chosen. */
export function RuleFields(props: DraftProps) {
  const { draft, attribute, onChange } = props;
  const kinds = ruleKindsOf(attribute);
  return (
    <>
      {kinds.length > 1 && (
        <Choice
          label={t('ruleKind')}
          value={draft.kind}
          choices={kinds.map((kind) => [kind, t(named('ruleKind', kind))])}
          onChoose={(kind) => onChange({ kind })}
        />
      )}
      {draft.kind === 'extend' && <ExtendFields {...props} />}
      {draft.kind === 'tidy' && (
        <Choice
          label={t('ruleTidy')}
          value={draft.tidy}
          choices={textTransformsOf(attribute).map((tidy) => [tidy, t(named('tidy', tidy))])}
          onChoose={(tidy) => onChange({ tidy })}
        />
      )}
      {draft.kind === 'replace' && <ReplaceFields {...props} />}
      {draft.kind === 'set' && <SetField {...props} />}
    </>
  );
}

function ExtendFields({ draft, onChange }: DraftProps) {
  const { unit, from, lapsed, without, end } = draft;
  return (
    <>
      <label>
        <span class="small quiet">{t('ruleCount')}</span>
        <input
          class="field count"
          type="number"
          min={1}
          max={MOST_OF_UNIT[unit]}
          autocomplete="off"
          value={draft.count}
          onInput={({ currentTarget }) => onChange({ count: currentTarget.value })}
        />
      </label>
      <Choice
        label={t('ruleUnit')}
        value={unit}
        choices={PERIOD_UNITS.map((one) => [one, t(named('ruleUnit', one))])}
        onChoose={(chosen) => onChange({ unit: chosen })}
      />
      <Choice
        label={t('ruleFrom')}
        value={from}
        choices={(['expiry', 'today'] as const).map((one) => [one, t(named('ruleFrom', one))])}
        onChoose={(chosen) => onChange({ from: chosen })}
      />
      <Choice
        label={t('ruleLapsed')}
        value={lapsed}
        choices={(['from-today', 'keep'] as const).map((one) => [one, t(named('ruleLapsed', one))])}
        onChoose={(chosen) => onChange({ lapsed: chosen })}
      />
      <Choice
        label={t('ruleWithout')}
        value={without}
        choices={(['keep', 'from-today'] as const).map((one) => [one, t(named('ruleWithout', one))])}
        onChoose={(chosen) => onChange({ without: chosen })}
      />
      <Choice
        label={t('ruleEnd')}
        value={end}
        choices={(['day', 'month', 'year'] as const).map((one) => [one, t(named('ruleEnd', one))])}
        onChoose={(chosen) => onChange({ end: chosen })}
      />
      {from === 'expiry' && (
        <label class="check small">
          <input
            type="checkbox"
            checked={draft.evenIfLong}
            onChange={({ currentTarget }) => onChange({ evenIfLong: currentTarget.checked })}
          />
          {t('ruleEvenIfLong')}
        </label>
      )}
    </>
  );
}

function ReplaceFields({ draft, onChange }: DraftProps) {
  return (
    <>
      <TextField label={t('ruleFind')} value={draft.find} onInput={(find) => onChange({ find })} />
      <TextField label={t('ruleBy')} value={draft.by} onInput={(by) => onChange({ by })} />
      <label class="check small">
        <input
          type="checkbox"
          checked={draft.wholeValue}
          onChange={({ currentTarget }) => onChange({ wholeValue: currentTarget.checked })}
        />
        {t('ruleWholeValue')}
      </label>
    </>
  );
}

function SetField({ draft, attribute, onChange }: DraftProps) {
  if (attribute.kind === 'flag')
    return (
      <Choice
        label={t('ruleValue')}
        value={draft.value === 'no' ? 'no' : 'yes'}
        choices={(['yes', 'no'] as const).map((one) => [one, t(one)])}
        onChoose={(value) => onChange({ value })}
      />
    );
  if (attribute.kind === 'day')
    return (
      <label>
        <span class="small quiet">{t('ruleValue')}</span>
        <input
          class="field"
          type="date"
          autocomplete="off"
          value={draft.value}
          onInput={({ currentTarget }) => onChange({ value: currentTarget.value })}
        />
      </label>
    );
  return <TextField label={t('ruleValue')} value={draft.value} onInput={(value) => onChange({ value })} />;
}

export function TextField(props: { label: string; value: string; onInput: (text: string) => void }) {
  const { label, value, onInput } = props;
  return (
    <label>
      <span class="small quiet">{label}</span>
      <input
        class="field"
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </label>
  );
}
