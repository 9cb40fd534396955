/** Fields in which keys and a paste are the text's own. */
const TYPED = 'textarea, input:not([type="checkbox"], [type="radio"], [type="file"])';

/**
 * Whether a key or a paste belongs to something else than the step: to the text that is being
 * typed, or to a dialog over the step. Example: "/" in a note -> a letter of the note, not the way
 * to the search; Ctrl+Z with the history open -> nothing is undone behind it.
 */
export function isKeyTaken(document: Pick<Document, 'querySelector'>, target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target !== null && 'matches' in target && (target as Element).matches(TYPED);
}
