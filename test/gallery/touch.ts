import { plainWords } from '../words/pseudo';
import type { Touch } from './state';

const TOUCHED = 'button, summary, a, input';

/**
 * Presses or fills what has this English name, or else what has it in its name. Throws when there
 * is nothing of the kind.
 */
export function touch(root: HTMLElement, what: Touch): void {
  const [name, text] = typeof what === 'string' ? [what, null] : what;
  const all = [...root.querySelectorAll<HTMLElement>(TOUCHED)];
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
  return plainWords(element.getAttribute('aria-label') ?? label ?? (element.textContent.trim() || ''));
}
