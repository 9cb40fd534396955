import type { Attribute } from '../../lib/credential/attribute';
import { fillOptions } from './attribute-options';

/**
 * Most options that are made without anybody opening a list. 40 columns of an account with 1,000
 * attributes of its own need 40,000. Beyond, a list is filled when it is pressed or has the focus.
 */
const MOST_OPTIONS = 60_000;

let waiting: { readonly select: HTMLSelectElement; readonly attributes: readonly Attribute[] }[] = [];
let isScheduled = false;
let optionsMade = 0;

/**
 * Fills a list in a quiet moment, one list at a time: then programs that drive the panel find every
 * option, as they would in a list that is whole from the start.
 */
export function fillWhenQuiet(select: HTMLSelectElement, attributes: readonly Attribute[]): void {
  waiting.push({ select, attributes });
  schedule();
}

function schedule(): void {
  if (isScheduled || waiting.length === 0) return;
  isScheduled = true;
  requestIdleCallback(fillNext, { timeout: 500 });
}

function fillNext(): void {
  isScheduled = false;
  const isHere = waiting.filter(({ select }) => select.isConnected);
  // Lists of an earlier sheet are gone, with their options.
  if (isHere.length < waiting.length) optionsMade = countOptions();
  waiting = isHere;
  const next = waiting.shift();
  if (next === undefined) return;
  if (optionsMade + next.attributes.length > MOST_OPTIONS) {
    waiting = [];
    return;
  }
  optionsMade += fillOptions(next.select, next.attributes);
  schedule();
}

function countOptions(): number {
  return document.querySelectorAll('select.attribute optgroup[data-custom="all"] > option').length;
}
