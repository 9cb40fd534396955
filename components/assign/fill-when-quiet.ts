import type { Attribute } from '../../lib/credential/attribute';
import { fillOptions } from './attribute-options';

/**
 * Most options that are made without anybody opening a list. 40 columns of an account with 1,000
 * attributes of its own need 40,000. Beyond, a list is filled when it is pressed or has the focus.
 */
const MOST_OPTIONS = 50_000;
/** Longest list that is filled so. Longer ones take memory and time that nobody asked for. */
const LONGEST = 2000;

/** Lists that are filled in one go, however busy the machine is. */
const AT_LEAST = 2;

let waiting: { readonly select: HTMLSelectElement; readonly attributes: readonly Attribute[] }[] = [];
let isScheduled = false;
let optionsMade = 0;

/**
 * Fills a list in a quiet moment, one list at a time: then programs that drive the panel find every
 * option, as they would in a list that is whole from the start.
 */
export function fillWhenQuiet(select: HTMLSelectElement, attributes: readonly Attribute[]): void {
  if (attributes.length > LONGEST) return;
  waiting.push({ select, attributes });
  schedule();
}

function schedule(): void {
  if (isScheduled || waiting.length === 0) return;
  isScheduled = true;
  requestIdleCallback(fillSome, { timeout: 100 });
}

/** Fills lists as long as the moment is quiet; a few in any case, or a busy machine never does. */
function fillSome(deadline: IdleDeadline): void {
  isScheduled = false;
  // Lists of an earlier sheet are gone.
  waiting = waiting.filter(({ select }) => select.isConnected);
  for (let filled = 0; filled < AT_LEAST || deadline.timeRemaining() > 2; filled += 1) {
    const next = waiting.shift();
    if (next === undefined) return;
    if (!hasRoom(next.attributes.length)) return void (waiting = []);
    optionsMade += fillOptions(next.select, next.attributes);
  }
  schedule();
}

function hasRoom(options: number): boolean {
  if (optionsMade + options <= MOST_OPTIONS) return true;
  // Lists that are gone or were made again have taken their options with them.
  optionsMade = countOptions();
  return optionsMade + options <= MOST_OPTIONS;
}

function countOptions(): number {
  return document.querySelectorAll('select.attribute optgroup[data-custom="all"] > option').length;
}
