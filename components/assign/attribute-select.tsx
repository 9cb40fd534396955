import type { ColumnChoice, Target } from '../../lib/assign/choice/assignment';
import type { ColumnFacts } from '../../lib/assign/facts/describe-columns';
import { joinable } from '../../lib/assign/edit/join';
import type { Attribute } from '../../lib/credential/attribute';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { named, t } from '../text';

type Section = 'key' | 'recipient' | 'credential' | 'evidence' | 'custom' | 'check';
const SECTIONS: readonly Section[] = ['key', 'recipient', 'credential', 'evidence', 'custom', 'check'];

/**
 * The combobox "Attribute for {header}": a native select, so that it works with every keyboard and
 * screen reader.
 */
export function AttributeSelect(props: {
  session: Session;
  state: AssignState;
  choice: ColumnChoice;
  header: string;
}) {
  const { session, state, choice, header } = props;
  const { target } = choice;
  const partners = joinable(choice.column, state.table.columns, state.joins);
  const value = target.kind === 'attribute' ? target.id : target.kind;
  return (
    <select
      class="select attribute"
      aria-label={t('attributeFor', header)}
      value={value}
      onChange={({ currentTarget }) => {
        const other = partners.find((facts) => joinValue(facts) === currentTarget.value);
        if (other === undefined)
          session.assign.setTarget(choice.column, targetOf(currentTarget.value, state.attributes));
        else void session.assign.join(choice.column, other.column);
      }}
    >
      <option value="undecided">{t('chooseAttribute')}</option>
      <option value="skip">{t('skip')}</option>
      {SECTIONS.map((section) => {
        const attributes = state.attributes.filter((attribute) => sectionOf(attribute) === section);
        if (attributes.length === 0) return null;
        return (
          <optgroup key={section} label={t(named('attributeGroup', section))}>
            {attributes.map((attribute) => (
              <option key={attribute.id} value={attribute.id}>
                {attribute.label}
              </option>
            ))}
          </optgroup>
        );
      })}
      {partners.length > 0 && (
        <optgroup label={t('attributeGroup_join')}>
          {partners.map((facts) => (
            <option key={facts.column} value={joinValue(facts)}>
              {t('joinWith', facts.header)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

function joinValue({ column }: ColumnFacts): string {
  return `join:${column}`;
}

function targetOf(value: string, attributes: readonly Attribute[]): Target {
  if (value === 'skip') return { kind: 'skip' };
  const attribute = attributes.find(({ id }) => id === value);
  return attribute === undefined ? { kind: 'undecided' } : { kind: 'attribute', id: attribute.id };
}

function sectionOf(attribute: Attribute): Section {
  if (attribute.custom !== null) return 'custom';
  if (attribute.role === 'check') return 'check';
  if (attribute.role === 'key') return 'key';
  if (attribute.id.startsWith('recipient-')) return 'recipient';
  return attribute.id.startsWith('evidence-') ? 'evidence' : 'credential';
}
