import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';
import { AskDialog } from './ask-dialog';

/** Places in which Escape means something else: it ends an edit, clears a search, closes a list. */
const OWN_ESCAPE =
  'dialog, select, textarea, input:not([type="checkbox"], [type="radio"], [type="file"]), .find-replace, [role="listbox"]';

/**
 * Closes the panel by Escape, as a dialog. Pressed by mistake, it would hide a sheet that was not
 * sent yet: that is asked first.
 */
export function LeaveGuard({ session, actions }: { session: Session; actions: PanelActions }) {
  const asks = useSignal(false);
  const { close } = actions;
  useEffect(() => {
    if (close === null) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (isOwnEscape(event.target)) return;
      event.preventDefault();
      if (hasUnsent(session)) asks.value = true;
      else close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [session, close, asks]);
  if (!asks.value || close === null) return null;
  return (
    <AskDialog
      title={t('leaveTitle')}
      yes={t('leaveYes')}
      no={t('leaveNo')}
      harmless
      onYes={close}
      onClose={() => (asks.value = false)}
    >
      <p>{t('leaveText')}</p>
    </AskDialog>
  );
}

function isOwnEscape(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(OWN_ESCAPE) !== null) return true;
  // Narrow, the side is a sheet over the foot, which Escape leaves.
  const side = target.closest('aside');
  return side !== null && getComputedStyle(side).position !== 'static';
}

/** Whether a sheet is open that no run has taken. */
function hasUnsent({ file, run, notSent }: Session): boolean {
  const { kind } = run.phase.peek();
  const isBegun = kind === 'preparing' || kind === 'watching' || kind === 'over';
  return file.phase.peek().kind === 'open' && (!isBegun || notSent.peek() !== null);
}
