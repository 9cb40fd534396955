/** The most places: where it happened, and who called that. */
const MOST = 2;

/**
 * Gives the places in our code at which a bug happened ("background.js:12:345"), for the log. No
 * more than that: a message may hold a cell, also on lines of its own, and so may the name.
 */
export function placeOfFault(error: unknown): string {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return '';
  const { stack, message } = error;
  // V8 puts the message in front of the calls, Firefox leaves it out.
  const at = message === '' ? -1 : stack.indexOf(`: ${message}`);
  const calls = at < 0 ? stack : stack.slice(at + message.length);
  const places = calls.match(/\/[\w-]+\.js:\d+:\d+(?=\)?(?:\n|$))/g) ?? []; // none: not of our code
  return places
    .slice(0, MOST)
    .map((place) => place.slice(1))
    .join(' ');
}
