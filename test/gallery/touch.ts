import { englishOf } from './speak-gallery';
import type { Touch } from './state';

const PRESSED = 'button, summary, a, input';
const FILLED = 'input:not([type="checkbox"], [type="radio"])';

/**
 * Presses or fills what has this English name, or else what has it in its name. Throws when there
 * is nothing of the kind.
 */
export function touch(root: HTMLElement, what: Touch): void {
  const [name, text] = typeof what === 'string' ? [what, null] : what;
  const all = [...root.querySelectorAll<HTMLElement>(text === null ? PRESSED : FILLED)];
  const found =
    all.find((one) => namesOf(one).includes(name)) ??
    all.find((one) => namesOf(one).some((own) => own.includes(name)));
  if (found === undefined) throw new Error(`nothing is called ${name}`);
  if (text === null) return found.click();
  if (!(found instanceof HTMLInputElement)) throw new Error(`${name} is no field`);
  found.value = text;
  found.dispatchEvent(new Event('input', { bubbles: true }));
  found.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Names that it may have in English. */
function namesOf(element: HTMLElement): readonly string[] {
  const label = element instanceof HTMLInputElement ? [...(element.labels ?? [])][0]?.textContent : undefined; // it may have none
  const name = element.getAttribute('aria-label') ?? label ?? element.textContent.trim();
  // Without the signs that keep a value of the other direction apart.
  return englishOf(name).map((own) => own.replace(/[\u2068\u2069]/g, ''));
}
