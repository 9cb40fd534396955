import { useSignal } from '@preact/signals';
import {
  COMPARISONS,
  hasComparedValue,
  type Comparison,
  type Condition,
} from '../../lib/assign/choice/value-rule';
import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import { attributesOf } from '../../lib/credential/attributes';
import type { DownloadChoice } from '../../lib/report/template/chosen-credentials';
import { listedKeys } from '../../lib/session/file/pasted-keys';
import type { TemplatePhase } from '../../lib/session/group/template-model';
import type { Session } from '../../lib/session/session';
import { attributeLabel } from '../parts/attribute-label';
import { conditionOf } from '../rules/rule-draft';
import { Choice, TextField } from '../rules/rule-fields';
import { formatList, named, t, tn } from '../text';

type Open = Extract<TemplatePhase, { kind: 'choosing' | 'writing' }>;
type Kind = DownloadChoice['kind'];

const KINDS: readonly Kind[] = ['all', 'keys', 'where'];

/** Content of the fields, for each kind of choice. */
interface Draft {
  readonly kind: Kind;
  readonly list: string;
  readonly of: AttributeId;
  readonly is: Comparison;
  readonly than: string;
}

/** Chooses the credentials of a download: all, those of a list, or those with a certain value. */
export function WhichCredentials({ session, phase }: { session: Session; phase: Open }) {
  const connection = session.connection.phase.value;
  const attributes = attributesOf(
    connection.kind === 'connected' ? connection.connection.customAttributes : [],
  );
  const draft = useSignal(draftOf(phase.which));
  const { kind, list } = draft.value;
  const change = (part: Partial<Draft>) => {
    draft.value = { ...draft.value, ...part };
    void session.template.narrow(choiceOf(draft.value));
  };
  return (
    <fieldset class="which" disabled={phase.kind === 'writing'}>
      <Choice
        label={t('downloadWhich')}
        value={kind}
        choices={KINDS.map((one) => [one, t(named('downloadWhich', one))])}
        onChoose={(chosen) => change({ kind: chosen })}
      />
      {kind === 'keys' && (
        <label>
          <span class="small quiet">{t('downloadList')}</span>
          <textarea
            class="field"
            rows={3}
            autocomplete="off"
            spellcheck={false}
            value={list}
            onInput={({ currentTarget }) => change({ list: currentTarget.value })}
          />
        </label>
      )}
      {kind === 'where' && (
        <div class="row">
          <Compared
            draft={draft.value}
            attributes={attributes}
            columns={phase.columns.map(({ attribute }) => attribute)}
            onChange={change}
          />
        </div>
      )}
      <Found draft={draft.value} phase={phase} />
    </fieldset>
  );
}

function Compared(props: {
  draft: Draft;
  attributes: readonly Attribute[];
  columns: readonly AttributeId[];
  onChange: (part: Partial<Draft>) => void;
}) {
  const { draft, attributes, columns, onChange } = props;
  return (
    <>
      <Choice
        label={t('ruleWhere_attribute')}
        value={draft.of}
        choices={columns.map((id) => [id, attributeLabel(id, attributes)])}
        onChoose={(of) => onChange({ of })}
      />
      <Choice
        label={t('ruleIs')}
        value={draft.is}
        choices={COMPARISONS.map((one) => [one, t(named('ruleIs', one))])}
        onChoose={(is) => onChange({ is })}
      />
      {hasComparedValue(draft.is) && (
        <TextField label={t('ruleThan')} value={draft.than} onInput={(than) => onChange({ than })} />
      )}
    </>
  );
}

/** The fields of a choice. */
function draftOf(which: DownloadChoice | null): Draft {
  return {
    kind: which?.kind ?? 'all',
    list: which?.kind === 'keys' ? which.keys.join('\n') : '',
    ...(which?.kind === 'where' ? which.condition : { of: 'grade', is: 'is', than: '' }),
  };
}

/** Says how many credentials that are, or what the choice still lacks. */
function Found({ draft, phase: { which, found } }: { draft: Draft; phase: Open }) {
  const lacks = which === null ? lackOf(draft) : null;
  return (
    <div role="status" class="small">
      {lacks !== null && <p class={draft.list.trim() === '' ? 'quiet' : 'error'}>{lacks}</p>}
      {found !== null && <p>{tn('downloadCount', found.count)}</p>}
      {found !== null && found.missing > 0 && (
        <p class="caution">{tn('downloadMissing', found.missing, formatList(found.named))}</p>
      )}
      {found !== null && found.unreadable > 0 && (
        <p class="caution">{tn('downloadUnreadable', found.unreadable)}</p>
      )}
    </div>
  );
}

function lackOf(draft: Draft): string {
  if (draft.kind === 'keys') return t(draft.list.trim() === '' ? 'downloadListEmpty' : 'pastedKeysMixed');
  return t(named('ruleProblem', comparisonOf(draft) === 'order' ? 'order' : 'than'));
}

/** The choice that the fields say; null while something is missing. */
function choiceOf(draft: Draft): DownloadChoice | null {
  switch (draft.kind) {
    case 'all':
      return { kind: 'all' };
    case 'keys': {
      const keys = listedKeys(draft.list);
      return keys === null ? null : { kind: 'keys', keys };
    }
    case 'where': {
      const condition = comparisonOf(draft);
      return typeof condition === 'string' ? null : { kind: 'where', condition };
    }
  }
}

function comparisonOf({ of, is, than }: Draft): Condition<AttributeId> | 'than' | 'order' {
  const condition = conditionOf({ of: { kind: 'attribute', id: of }, is, than });
  if (condition === null) return 'than'; // no attribute is chosen, which the list does not allow
  return typeof condition === 'string' ? condition : { ...condition, of };
}
