import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MOST_OF_UNIT, type AttributeRule } from '../../lib/assign/choice/value-rule';
import type { Attribute } from '../../lib/credential/attribute';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { attributeLabel } from '../parts/attribute-label';
import { named, t } from '../text';
import { ConditionFields } from './condition-fields';
import { draftFor, draftOf, ruleOf, type DraftProblem, type RuleDraft } from './rule-draft';
import { Choice, RuleFields } from './rule-fields';

/**
 * Writes a value rule, a new one or `rule` again. `offered`: the attributes that it can be for, at
 * least one.
 */
export function RuleForm(props: {
  session: Session;
  state: AssignState;
  offered: readonly [Attribute, ...Attribute[]];
  rule: AttributeRule | null;
  onClose: () => void;
}) {
  const { session, state, offered, rule, onClose } = props;
  const first = offered.find(({ id }) => id === rule?.attribute) ?? offered[0];
  const written = useSignal<{ readonly attribute: Attribute; readonly draft: RuleDraft }>({
    attribute: first,
    draft: rule === null ? draftFor(first) : draftOf(rule),
  });
  /** Whether the rule was to be used: what it lacks is not said while it is being written. */
  const isAsked = useSignal(false);
  const { attribute, draft } = written.value;
  const made = ruleOf(draft, attribute);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('select')?.focus(); // it was just opened
  }, []);
  const change = (part: Partial<RuleDraft>) =>
    (written.value = { attribute, draft: { ...written.peek().draft, ...part } });
  return (
    <form
      ref={form}
      class="rule-form"
      aria-label={t('ruleFormTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        isAsked.value = true;
        if (typeof made === 'string') return;
        session.assign.setRule(made);
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="rule-fields">
        <Choice
          label={t('ruleAttribute')}
          value={attribute.id}
          choices={offered.map(({ id }) => [id, attributeLabel(id, offered)])}
          onChoose={(id) => {
            const chosen = offered.find((one) => one.id === id) ?? attribute;
            written.value = { attribute: chosen, draft: draftFor(chosen, written.peek().draft) };
          }}
        />
        <RuleFields draft={draft} attribute={attribute} onChange={change} />
        <ConditionFields draft={draft} state={state} onChange={change} />
      </div>
      {draft.kind === 'extend' && <p class="small quiet">{t('ruleNeverShorter')}</p>}
      {isTaken(state, attribute) && (
        <p class="small caution">{t('ruleTakesColumn', attributeLabel(attribute.id, offered))}</p>
      )}
      <p class="error small" role="alert">
        {isAsked.value && typeof made === 'string' && problemText(made, draft, attribute)}
      </p>
      <p class="row">
        <button type="submit" class="button primary">
          {t('ruleUse')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('ruleCancel')}
        </button>
      </p>
    </form>
  );
}

/** Whether a column has the attribute: it will be skipped. */
function isTaken({ assignment }: AssignState, { id }: Attribute): boolean {
  return assignment.columns.some(({ target }) => target.kind === 'attribute' && target.id === id);
}

function problemText(problem: DraftProblem, { unit }: RuleDraft, attribute: Attribute): string {
  switch (problem) {
    case 'count':
      return t('ruleProblem_count', MOST_OF_UNIT[unit]);
    case 'value':
      return t('ruleProblem_value', attributeLabel(attribute.id, [attribute]));
    default:
      return t(named('ruleProblem', problem));
  }
}
