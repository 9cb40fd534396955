import type { ColumnChoice, Target } from '../../lib/assign/assignment';
import type { Attribute } from '../../lib/credential/attribute';
import type { SessionShape } from '../../lib/session';
import type { AssignState } from '../../lib/session/assign-shape';
import { named, t } from '../text';

type Section = 'key' | 'recipient' | 'credential' | 'evidence' | 'custom' | 'check';
const SECTIONS: readonly Section[] = ['key', 'recipient', 'credential', 'evidence', 'custom', 'check'];

/** The combobox "Attribute for {header}": a native select, so that it works with every keyboard and screen reader. */
export function AttributeSelect(props: {
  session: SessionShape;
  state: AssignState;
  choice: ColumnChoice;
  header: string;
}) {
  const { session, state, choice, header } = props;
  const { target } = choice;
  const value = target.kind === 'attribute' ? target.id : target.kind;
  return (
    <select
      class="select attribute"
      aria-label={t('attributeFor', header)}
      value={value}
      onChange={(event) => {
        session.assign.setTarget(choice.column, targetOf(event.currentTarget.value, state.attributes));
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
    </select>
  );
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
