import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { isKeyTaken } from '../../../components/parts/key-taken';

/** Whether a key on the element with id "at" is taken. */
function isTaken(html: string): boolean {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return isKeyTaken(document, document.getElementById('at'));
}

test.each<[string, string, boolean]>([
  ['a text field', '<input id="at" type="text">', true],
  ['a field without a type', '<input id="at">', true],
  ['a search field', '<input id="at" type="search">', true],
  ['a password', '<input id="at" type="password">', true],
  ['a number', '<input id="at" type="number">', true],
  ['a day', '<input id="at" type="date">', true],
  ['a note of several lines', '<textarea id="at"></textarea>', true],
  ['the grid under a dialog', '<main id="at"></main><dialog open></dialog>', true],
  ['a button of a dialog', '<dialog open><button id="at">No</button></dialog>', true],
  ['a checkbox in a dialog', '<dialog open><input id="at" type="checkbox"></dialog>', true],
  ['nothing, with a dialog open', '<dialog open></dialog>', true],
  ['the grid', '<div id="at" role="grid" tabindex="0"></div>', false],
  ['a button', '<button id="at">Skip</button>', false],
  ['a checkbox', '<input id="at" type="checkbox">', false],
  ['a choice of one', '<input id="at" type="radio">', false],
  ['a file', '<input id="at" type="file">', false],
  ['a list', '<select id="at"></select>', false],
  ['the page, with a dialog that is shut', '<main id="at"></main><dialog></dialog>', false],
  ['nothing', '', false],
])('a key on %s', (_name, html, expected) => {
  expect(isTaken(html)).toBe(expected);
});
