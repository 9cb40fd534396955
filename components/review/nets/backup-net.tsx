import { useSignal } from '@preact/signals';
import { dayOfMoment } from '../../../lib/credential/day';
import type { Backup } from '../../../lib/report/backup-file';
import { downloadWords } from '../../parts/attribute-words';
import { t, tn } from '../../text';
import type { NetProps } from './net';
import { NetItem } from './net-item';
import { orBroken } from './or-broken';

type Saving = 'asked' | 'saving' | 'failed' | Backup;

/** Saves every credential that the update touches, as it is now (docs/product.md 2.5). */
export function BackupNet({ session, actions, facts }: NetProps) {
  const state = useSignal<Saving>('asked');
  const save = async () => {
    state.value = 'saving';
    const made = await orBroken(
      session.backup(downloadWords(t('backupNote'))),
      () => (state.value = 'failed'),
    );
    state.value = made ?? 'failed';
    const connection = session.connection.phase.peek();
    const group = connection.kind === 'connected' ? connection.connection.group.name : '';
    if (made !== null) actions.save(made.file, t('backupFile', group, dayOfMoment(Date.now())));
  };
  const now = state.value;
  const left = typeof now === 'object' ? now.evidence + now.cannot : 0;
  return (
    <NetItem title={t('backupTitle')} why={t('backupWhy')}>
      <button type="button" class="button" disabled={now === 'saving'} onClick={() => void save()}>
        {tn('backupSave', facts.changes)}
      </button>
      <p class="small" role="status">
        {now === 'failed' && <span class="caution">{t('netFailed')}</span>}
        {typeof now === 'object' && (
          <>
            {t('backupSaved')} {left > 0 && <span class="caution">{tn('backupLeft', left)}</span>}
          </>
        )}
      </p>
    </NetItem>
  );
}
