import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { rulesOf } from '../../lib/assign/edit/assigned-rules';
import { ruleKindsOf, type AttributeRule, type ConditionSource } from '../../lib/assign/choice/value-rule';
import type { Attribute } from '../../lib/credential/attribute';
import type { AssignState } from '../../lib/session/assign/assign-model';
import type { Session } from '../../lib/session/session';
import { isPartOfKey } from '../assign/reason';
import { attributeLabel } from '../parts/attribute-label';
import { withOwnIsolates } from '../parts/isolated';
import { withSignsShown } from '../parts/shown-signs';
import { t } from '../text';
import { RuleForm } from './rule-form';
import { rulePairs } from './rule-pairs';

/** The value rules of the assignment, and the way to add one (docs/product.md 2.3). */
export function RuleSection({ session, state }: { session: Session; state: AssignState }) {
  const rules = rulesOf(state.assignment);
  /** The rule that is being written; `rule` null: a new one. */
  const editing = useSignal<{ readonly rule: AttributeRule | null } | null>(null);
  const isGroup = isWholeGroup(session);
  const free = state.attributes.filter(
    (attribute) =>
      ruleKindsOf(attribute).length > 0 &&
      !isPartOfKey(attribute, state) &&
      (editing.value?.rule?.attribute === attribute.id ||
        !rules.some((rule) => rule.attribute === attribute.id)),
  );
  const [first, ...others] = likeliestFirst(free);
  const section = useRef<HTMLElement>(null);
  const isClosing = useRef(false);
  const close = () => {
    isClosing.current = true;
    editing.value = null;
  };
  useEffect(() => {
    if (!isClosing.current) return;
    isClosing.current = false;
    // The form that had the keyboard is gone: the rules that there are now get it.
    section.current?.querySelector('button')?.focus(); // none: every attribute has a rule
  });
  return (
    <section ref={section} class="rules" aria-labelledby="rules-title">
      <h2 id="rules-title" class="small">
        {t('ruleSection')} <span class="quiet">{t(isGroup ? 'ruleSectionGroup' : 'ruleSectionMore')}</span>
      </h2>
      {rules.length > 0 && (
        <ul>
          {rules.map((rule) => (
            <Rule
              key={rule.attribute}
              rule={rule}
              session={session}
              state={state}
              onEdit={() => (editing.value = { rule })}
            />
          ))}
        </ul>
      )}
      {editing.value !== null && first !== undefined && (
        <RuleForm
          key={editing.value.rule?.attribute ?? ''}
          session={session}
          state={state}
          offered={[first, ...others]}
          rule={editing.value.rule}
          onClose={close}
        />
      )}
      {editing.value === null && first !== undefined && (
        <button
          type="button"
          class={isGroup && rules.length === 0 ? 'button primary' : 'button'}
          onClick={() => (editing.value = { rule: null })}
        >
          {t('ruleAdd')}
        </button>
      )}
    </section>
  );
}

/** Most rules are about the expiry. */
function likeliestFirst(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes.toSorted((a, b) => Number(b.id === 'expiry-date') - Number(a.id === 'expiry-date'));
}

function isWholeGroup({ file }: Session): boolean {
  const open = file.phase.value;
  return open.kind === 'open' && open.group === true;
}

/** Name of what a condition looks at: a column of the open sheet, or an attribute. */
function sourceName(source: ConditionSource, { attributes, table }: AssignState): string {
  if (source.kind === 'attribute') return attributeLabel(source.id, attributes);
  return table.columns.find(({ column }) => column === source.column)?.header ?? ''; // it is there
}

function Rule(props: { rule: AttributeRule; session: Session; state: AssignState; onEdit: () => void }) {
  const { rule, session, state, onEdit } = props;
  const label = attributeLabel(rule.attribute, state.attributes);
  return (
    <li class="rule">
      <strong>{label}</strong>
      <dl class="small">
        {rulePairs(rule, (source) => sourceName(source, state)).map(([name, text]) => (
          <div key={name}>
            <dt class="quiet">{name}</dt>
            <dd>
              <bdi>{withOwnIsolates(text, withSignsShown)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <span class="end">
        <button type="button" class="link small" aria-label={t('ruleChangeOf', label)} onClick={onEdit}>
          {t('ruleChange')}
        </button>{' '}
        <button
          type="button"
          class="link small"
          aria-label={t('ruleRemoveOf', label)}
          onClick={() => session.assign.removeRule(rule.attribute)}
        >
          {t('ruleRemove')}
        </button>
      </span>
    </li>
  );
}
