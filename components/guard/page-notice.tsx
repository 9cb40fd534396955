import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';
import { theGuard } from './guard';

/** Milliseconds in which a panel that has just opened gets the keys. */
const OPENED_MS = 500;

/**
 * Says, before a file is taken, that the page lies over the panel or has taken the keys from it: it
 * would get what is dropped or pasted. That it did so is said as long as the step is shown, because
 * nothing can be read while it lies there.
 */
export function PageNotice({ actions }: { actions: PanelActions }) {
  const { sight } = theGuard();
  const wasCovered = useSignal(false);
  const hasKeys = useSignal(true);
  useSignalEffect(() => {
    if (sight?.isClear.value === false) wasCovered.value = true;
  });
  useEffect(() => {
    const look = () => (hasKeys.value = document.hasFocus());
    for (const type of ['focus', 'blur']) window.addEventListener(type, look);
    // A page that takes the keys before the panel ever had them causes neither event.
    const first = setTimeout(look, OPENED_MS);
    return () => {
      clearTimeout(first);
      for (const type of ['focus', 'blur']) window.removeEventListener(type, look);
    };
  }, [hasKeys]);
  if (sight === null || actions.openInTab === null) return null;
  const cannotTell = !sight.canTell;
  if (!cannotTell && !wasCovered.value)
    return hasKeys.value ? null : <p class="notice calm">{t('pageHasKeys')}</p>;
  return (
    <div class="notice" role="alert">
      {t(cannotTell ? 'pageUnknown' : 'pageCovered')}
      <button type="button" class="button" onClick={actions.openInTab}>
        {t('openInTab')}
      </button>
    </div>
  );
}
