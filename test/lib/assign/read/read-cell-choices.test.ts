import { describe, expect, test } from 'vitest';
import type { ColumnChoice } from '../../../../lib/assign/choice/assignment';
import { readCell } from '../../../../lib/assign/read/read-cell';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { Cell } from '../../../../lib/sheet/cells/sheet';
import { cellOf, dayCell, type WrittenCell } from '../../../fakes/table';

/* The choices of a column change how its cells are read (docs/product.md 2.3). */

const ATTRIBUTES = attributesOf([
  { name: 'Seen', kind: 'date' },
  { name: 'Pic', kind: 'image' },
  { name: 'Mail', kind: 'email' },
]);
type Choice = Pick<ColumnChoice, 'dateFormat' | 'blank' | 'transform'>;
const KEEPING: Choice = { dateFormat: 'day-month-year', blank: 'keep' };

function read(id: AttributeId, written: WrittenCell, choice: Partial<Choice> = {}) {
  const attribute = ATTRIBUTES.find((each) => each.id === id);
  if (attribute === undefined) throw new Error(`${id} is no attribute`);
  return readCell(cellOf(written), attribute, { ...KEEPING, ...choice });
}

const value = (of: string | boolean) => ({ kind: 'value', value: of });
const bad = (code: string, text: string) => ({ kind: 'unreadable', code, text });
const keep = { kind: 'keep' };
const clear = { kind: 'clear' };

const half = (text: string): Cell => ({ kind: 'text', text, half: true });
const typed = (text: string): Cell => ({ kind: 'text', text, typed: true });
const number = (text: string, of: number): Cell => ({ kind: 'number', text, value: of, damaged: false });

describe('a blank cell', () => {
  test.each<[AttributeId, WrittenCell, Choice['blank'], object]>([
    ['grade', null, 'keep', keep],
    ['grade', null, 'clear', clear],
    ['grade', '  ', 'keep', keep],
    ['grade', '  ', 'clear', clear],
    ['grade', "'", 'clear', value("'")],
    ['expiry-date', null, 'clear', clear],
    ['custom:Seen', '', 'clear', clear],
    ['issue-date', null, 'clear', keep],
    ['recipient-name', ' ', 'clear', keep],
    ['recipient-email', null, 'clear', keep],
    ['recipient-email', "'", 'clear', keep],
    ['published', null, 'clear', keep],
    ['grade', '0', 'clear', value('0')],
    ['grade', '-', 'clear', value('-')],
    ['published', false, 'clear', value(false)],
  ])('%s %j, blanks %s: %j', (id, written, blank, expected) => {
    expect(read(id, written, { blank })).toEqual(expected);
  });
});

describe('half of a join', () => {
  test.each<[AttributeId, Cell, Choice['blank'], object]>([
    ['recipient-name', half('King'), 'keep', keep],
    ['recipient-name', half('King'), 'clear', value('King')],
    ['grade', half('A'), 'keep', keep],
    ['grade', half('A'), 'clear', value('A')],
    ['grade', half('#REF!'), 'keep', keep],
    ['grade', { kind: 'text', text: 'A' }, 'keep', value('A')],
  ])('%s %j, blanks %s: %j', (id, cell, blank, expected) => {
    expect(read(id, cell, { blank })).toEqual(expected);
  });
});

describe('a cell of each kind of attribute', () => {
  test.each<[AttributeId, WrittenCell, object]>([
    ['recipient-email', 'ada@example.org', value('ada@example.org')],
    ['recipient-email', 'ada at example.org', bad('bad-email', 'ada at example.org')],
    ['recipient-email', 'jos\u00C3\u00A9@example.org', bad('damaged-text', 'jos\u00C3\u00A9@example.org')],
    ['recipient-email', '?ada@example.org', value('?ada@example.org')],
    ['custom:Mail', 'ada', bad('bad-email', 'ada')],
    ['recipient-phone', '+44 20 7946 0000', value('+442079460000')],
    ['recipient-phone', '020 7946 0000', bad('bad-phone', '020 7946 0000')],
    ['evidence-url-1', 'https://example.org/a', value('https://example.org/a')],
    ['evidence-url-1', 'example', bad('bad-link', 'example')],
    ['custom:Pic', 'https://example.org/a.png', value('https://example.org/a.png')],
    ['custom:Pic', 'a.png', bad('bad-link', 'a.png')],
    ['published', { kind: 'flag', text: 'WAHR', value: true }, value(true)],
    ['published', { kind: 'flag', text: 'vero?', value: true }, value(true)],
    ['published', 'perhaps', bad('bad-flag', 'perhaps')],
    ['grade', '#REF!', bad('formula-error', '#REF!')],
    ['grade', '#1', value('#1')],
    ['grade', number('#REF!', 7), value('#REF!')],
    ['recipient-name', 'Garc?a', bad('damaged-text', 'Garc?a')],
    ['recipient-name', '?ukasz', bad('damaged-text', '?ukasz')],
    ['grade', '?ukasz', value('?ukasz')],
    ['grade', 'passed?yes', bad('damaged-text', 'passed?yes')],
    ['recipient-name', 'Ada King?', value('Ada King?')],
    ['recipient-name', 'Voil\u00C3\u00A0', bad('damaged-text', 'Voil\u00C3\u00A0')],
    ['recipient-name', 'Voil\u00C3\u00A0 Roi', bad('damaged-text', 'Voil\u00C3\u00A0 Roi')],
    ['recipient-name', number(' 12 ', 12), value('12')],
    ['uuid', 'https://www.credential.net/abc123', value('abc123')],
    ['license-id', 'https://www.credential.net/abc123', value('https://www.credential.net/abc123')],
    ['license-id', '1.23E+15', bad('damaged-id', '1.23E+15')],
  ])('%s reads %j', (id, written, expected) => {
    expect(read(id, written)).toEqual(expected);
  });
});

describe('a date', () => {
  test.each<[AttributeId, WrittenCell, Choice['dateFormat'], object]>([
    ['expiry-date', '03/04/2027', 'day-month-year', value('2027-04-03')],
    ['expiry-date', '03/04/2027', 'month-day-year', value('2027-03-04')],
    ['expiry-date', '03/04/2027', null, bad('bad-date', '03/04/2027')],
    ['expiry-date', '3 April 2027', null, value('2027-04-03')],
    ['expiry-date', '27-04-03', 'year-month-day', value('2027-04-03')],
    ['expiry-date', '27-04-03', null, bad('bad-date', '27-04-03')],
    ['expiry-date', 'soon', null, bad('bad-date', 'soon')],
    ['expiry-date', number('0.5 kg', 0.5), null, bad('bad-date', '0.5 kg')],
    [
      'expiry-date',
      { kind: 'number', text: 'soon', value: 1, damaged: false, since1904: true },
      null,
      bad('bad-date', 'soon'),
    ],
    ['expiry-date', dayCell('2027-04-03', '3/4'), null, value('2027-04-03')],
    ['expiry-date', '44956', null, value('2023-01-30')],
    // Numbers of days near 0 are empty cells, not days.
    ['expiry-date', number('0', 0), null, bad('bad-date', '0')],
    ['expiry-date', dayCell('1900-01-01', '0'), null, bad('bad-date', '0')],
    ['expiry-date', '1904-12-31', null, bad('bad-date', '1904-12-31')],
    ['expiry-date', '1905-01-01', null, value('1905-01-01')],
    ['custom:Seen', '1904-12-31', null, value('1904-12-31')],
    ['custom:Seen', 'in spring', null, bad('bad-date', 'in spring')],
    ['expiry-date', null, null, keep],
  ])('%s %j, in the order %s', (id, written, dateFormat, expected) => {
    expect(read(id, written, { dateFormat })).toEqual(expected);
  });
});

describe('the transform of a column', () => {
  test.each<[AttributeId, Cell, Choice['transform'], string]>([
    ['recipient-name', { kind: 'text', text: 'ADA  KING' }, undefined, 'ADA  KING'],
    ['recipient-name', { kind: 'text', text: 'ADA  KING' }, 'spaces', 'ADA KING'],
    ['recipient-name', { kind: 'text', text: 'ADA  KING' }, 'title', 'Ada King'],
    ['recipient-name', typed('ADA  KING'), 'title', 'ADA  KING'],
    ['recipient-email', { kind: 'text', text: 'ADA@Example.org' }, 'lower', 'ada@example.org'],
    ['recipient-email', typed('ADA@Example.org'), 'lower', 'ADA@Example.org'],
    ['grade', number('4 STARS', 4), 'lower', '4 stars'],
    ['grade', { kind: 'flag', text: 'TRUE', value: true }, 'lower', 'true'],
    ['uuid', { kind: 'text', text: 'ABC' }, 'lower', 'ABC'],
  ])('%s %j, %s: %j', (id, cell, transform, expected) => {
    expect(read(id, cell, { transform })).toEqual(value(expected));
  });
});
