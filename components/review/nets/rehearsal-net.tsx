import { useSignal } from '@preact/signals';
import { dayOfMoment } from '../../../lib/credential/day';
import type { RowsInDoubt } from '../../../lib/report/rehearsal/unknown-ways';
import type { MadeRehearsal, RehearsalProblem } from '../../../lib/session/run/make-rehearsal';
import { runProblemText } from '../../parts/problem-text';
import { t, tn } from '../../text';
import type { NetProps } from './net';
import { NetItem } from './net-item';
import { orBroken } from './or-broken';

type Rehearsal =
  | { readonly kind: 'asked' }
  | { readonly kind: 'making'; readonly done: number }
  | { readonly kind: 'failed'; readonly problem: RehearsalProblem | null }
  | { readonly kind: 'made'; readonly of: MadeRehearsal };

/** Saves the requests that the update would send, and sends none of them (docs/rehearsal.md). */
export function RehearsalNet({ session, actions, facts }: NetProps) {
  const state = useSignal<Rehearsal>({ kind: 'asked' });
  const rehearse = async () => {
    state.value = { kind: 'making', done: 0 };
    const onDone = (done: number) => (state.value = { kind: 'making', done });
    const made = await orBroken(
      session.rehearse(onDone),
      () => (state.value = { kind: 'failed', problem: null }),
    );
    if (made?.ok !== true) {
      state.value = { kind: 'failed', problem: made === null ? null : made.problem };
      return;
    }
    state.value = { kind: 'made', of: made.value };
    const connection = session.connection.phase.peek();
    const group = connection.kind === 'connected' ? connection.connection.group.name : '';
    actions.save(made.value.bytes, t('rehearsalFile', group, dayOfMoment(Date.now())));
  };
  const now = state.value;
  return (
    <NetItem title={t('rehearsalTitle')} why={t('rehearsalWhy')}>
      <button type="button" class="button" disabled={now.kind === 'making'} onClick={() => void rehearse()}>
        {t('rehearsalSave')}
      </button>
      <div class="small" role="status">
        {now.kind === 'making' && <p class="quiet">{t('rehearsalMaking', now.done, facts.changes)}</p>}
        {now.kind === 'failed' && (
          <p class="caution">{now.problem === null ? t('netFailed') : runProblemText(now.problem)}</p>
        )}
        {now.kind === 'made' && <Made of={now.of} />}
      </div>
    </NetItem>
  );
}

function Made({ of }: { of: MadeRehearsal }) {
  return (
    <>
      <p>
        {tn('rehearsalWrites', of.writes)} {tn('rehearsalReads', of.reads)}
      </p>
      <ul class="listed">
        {of.notWritten.map(({ why, rows }) => (
          <li key={why} class="caution">
            {tn(NOT_WRITTEN[why], rows)}
          </li>
        ))}
        {of.inDoubt.map((doubt) => (
          <li key={doubt.way}>{doubtText(doubt)}</li>
        ))}
      </ul>
      <p class="quiet sums">
        {t('rehearsalSum')} <code>{of.sha256}</code>
        <br />
        {t('rehearsalList')} <code>{of.list}</code>
      </p>
    </>
  );
}

const NOT_WRITTEN = {
  'moved-on': 'rehearsalMoved',
  'there-already': 'rehearsalThere',
  'not-read': 'rehearsalUnread',
} as const;

function doubtText({ way, rows, known }: RowsInDoubt): string {
  switch (way) {
    case 'grade':
      if (known === null) return tn('rehearsalGrade', rows);
      return tn(known === 'taken' ? 'rehearsalGradeTaken' : 'rehearsalGradeNot', rows);
    case 'private':
      if (known === null) return tn('rehearsalPrivate', rows);
      return tn(known === 'taken' ? 'rehearsalPrivateTaken' : 'rehearsalPrivateNot', rows);
    case 'clear':
      return tn(known === null ? 'rehearsalClear' : 'rehearsalClearTaken', rows);
  }
}
