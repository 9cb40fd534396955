import { isUsable, placeOf, placeOfRemoved } from './focus-place';

/** A button that is disabled for no longer is at work, and has the keyboard again afterwards. */
const BUSY_MS = 600;

/**
 * Keeps the keyboard in its place when the button that has it is removed, hidden or disabled, by
 * its own press often enough: the browser gives the keyboard to nothing then, a screen reader is
 * silent, and the keys of the grid do nothing. A focus that was taken away by a click on nothing,
 * or was given elsewhere meanwhile, is left alone. Returns what ends it.
 */
export function keepFocus(document: Document, view: Window): () => void {
  const { body } = document;
  let last: HTMLElement | null = null;
  /** Had the keyboard before a dialog took it. */
  let opener: HTMLElement | null = null;
  let disabled: HTMLElement | null = null;
  /** Was given the keyboard here, by a key that may still be held. */
  let given: HTMLElement | null = null;

  const isNowhere = () => document.activeElement === null || document.activeElement === body;
  const give = (target: HTMLElement | null) => {
    target?.focus({ preventScroll: true });
    given = target;
  };
  const giveOpenerOr = (place: HTMLElement | null) => {
    const before = opener;
    opener = null;
    give(before !== null && isUsable(before) ? before : place);
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const dialog = target.closest('dialog');
    if (dialog === null) opener = null;
    else if (last?.closest('dialog') !== dialog) opener = last;
    last = target;
  };
  // A change of the page that takes it away is seen before the next task.
  const onBlur = () =>
    view.setTimeout(() => {
      if (last !== null && isNowhere() && isUsable(last)) last = null;
    });
  const onKey = (event: KeyboardEvent) => {
    // A key that is held presses one button, and not the one that comes into its place.
    if (event.repeat && event.target === given) event.preventDefault();
    else given = null;
  };
  const whenDisabled = (lost: HTMLElement) => {
    disabled = lost;
    view.setTimeout(() => {
      if (disabled !== lost || last !== lost || !isNowhere()) return;
      disabled = null;
      give(placeOf(lost));
    }, BUSY_MS);
  };
  const observer = new MutationObserver((records) => {
    const lost = last;
    if (lost === null || !document.hasFocus()) return;
    const isAt = document.activeElement === lost;
    if (!isAt && !isNowhere()) return;
    if (!lost.isConnected) {
      if (lost.closest('dialog') === null) give(placeOfRemoved(lost, records));
      else giveOpenerOr(placeOfRemoved(lost, records));
      return;
    }
    const isMoved = records.some(({ removedNodes }) => [...removedNodes].some((one) => one.contains(lost)));
    const isChanged = records.some(({ type, target }) => type === 'attributes' && target.contains(lost));
    if (!isMoved && !isChanged) return;
    if (lost.matches(':disabled')) whenDisabled(lost);
    else if (!isUsable(lost)) give(placeOf(lost));
    else if (!isAt && (isMoved || disabled === lost)) give(lost);
  });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  document.addEventListener('keydown', onKey, true);
  const attributeFilter = ['disabled', 'hidden', 'open', 'inert'];
  observer.observe(body, { childList: true, subtree: true, attributes: true, attributeFilter });
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
    document.removeEventListener('keydown', onKey, true);
  };
}
