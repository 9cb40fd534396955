import { plainWords } from '../words/pseudo';
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
  const found = all.find((one) => nameOf(one) === name) ?? all.find((one) => nameOf(one).includes(name));
  if (found === undefined) throw new Error(`nothing is called ${name}`);
  if (text === null) return found.click();
  if (!(found instanceof HTMLInputElement)) throw new Error(`${name} is no field`);
  found.value = text;
  found.dispatchEvent(new Event('input', { bubbles: true }));
  found.dispatchEvent(new Event('change', { bubbles: true }));
}

function nameOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement ? [...(element.labels ?? [])][0]?.textContent : undefined; // it may have none
  const name = element.getAttribute('aria-label') ?? label ?? element.textContent.trim();
  // Signs that keep a value of the other direction apart.
  return plainWords(name.replace(/[\u2068\u2069]/g, ''));
}
