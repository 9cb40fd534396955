import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { credentialId } from '../../../../lib/credential/ids';
import type { Corrected, ReviewInput } from '../../../../lib/review/group/review-input';
import {
  credentialsOfRows,
  indexOf,
  matchRows,
  NONE,
  positionOfRow,
  whyUnmatched,
} from '../../../../lib/review/match/match-rows';
import { sheetColumnsOf } from '../../../../lib/review/match/sheet-columns';
import { credentialOf } from '../../../fakes/credential';
import { reviewInputOf, type WrittenReview } from '../../../fakes/review';
import type { WrittenCell } from '../../../fakes/table';

/** Positions: 0 Ada, 1 Bo, 2 and 3 Cy twice, 4 Di without a license id. */
const CREDENTIALS = [
  credentialOf({ id: '10', recipientEmail: 'ada@x.test', licenseId: 'L1', grade: 'A' }),
  credentialOf({ id: '11', recipientEmail: 'bo@x.test', licenseId: 'L2', grade: 'B' }),
  credentialOf({ id: '12', recipientEmail: 'cy@x.test', licenseId: 'L3', grade: 'A' }),
  credentialOf({ id: '13', recipientEmail: 'Cy@x.test', licenseId: 'L4', grade: 'B' }),
  credentialOf({ id: '14', recipientEmail: 'di@x.test', licenseId: null, grade: null }),
];
const REF: WrittenCell = { kind: 'error', text: '#REF!' };

type Given = Pick<WrittenReview, 'columns' | 'rows' | 'alsoBy'>;

function matchingOf(given: Given, chosen: Corrected['chosen'] = new Map()) {
  const written = reviewInputOf({ ...given, credentials: CREDENTIALS });
  const input: ReviewInput = { ...written, corrected: { ...written.corrected, chosen } };
  const columns = sheetColumnsOf(input.assignment, input.attributes);
  return { input, columns, index: indexOf(columns, input.group) };
}

/** One row with these cells, by e-mail, by e-mail and grade, or by another key. */
const byEmail = (cell: WrittenCell): Given => ({ columns: ['recipient-email'], rows: [[cell]] });
const byBoth = (email: WrittenCell, grade: WrittenCell): Given => ({
  columns: ['recipient-email', 'grade'],
  alsoBy: 'grade',
  rows: [[email, grade]],
});
const by = (key: AttributeId, cell: WrittenCell): Given => ({ columns: [key], rows: [[cell]] });

describe('the credential of a row', () => {
  test.each<[string, Given, number]>([
    ['its e-mail', byEmail('bo@x.test'), 1],
    ['its e-mail in capitals', byEmail(' BO@X.test'), 1],
    ['its id', by('credential-id', '14'), 4],
    ['its id as a number', by('credential-id', 14), 4],
    ['its license id', by('license-id', 'L4'), 3],
    ['a license id in small letters is another one', by('license-id', 'l4'), NONE],
    ['nobody has the key', byEmail('eve@x.test'), NONE],
    ['a blank key', byEmail(null), NONE],
    ['a key of spaces', byEmail('  '), NONE],
    ['a key that is an error', byEmail(REF), NONE],
    ['two have the key, and none is chosen', byEmail('cy@x.test'), NONE],
    ['two have the e-mail, one the grade with it', byBoth('cy@x.test', 'B'), 3],
    ['the grade of somebody else', byBoth('ada@x.test', 'B'), NONE],
    ['a part of the key is blank', byBoth('ada@x.test', null), NONE],
  ])('%s', (_name, given, expected) => {
    const { input, columns, index } = matchingOf(given);
    expect(positionOfRow(input, columns, index, 2)).toBe(expected);
    // Where it is tried first makes no difference.
    for (const likely of [0, 1, 4, 9]) expect(positionOfRow(input, columns, index, 2, likely)).toBe(expected);
  });

  test.each<[string, string, number, number]>([
    ['the first of the two', '12', 2, 2],
    ['the second of the two', '13', 2, 3],
    ['somebody without the key', '10', 2, NONE],
    ['nobody of this group', '99', 2, NONE],
    ['the choice for another row', '13', 3, NONE],
  ])('two have its key, and chosen is %s', (_name, id, row, expected) => {
    const { input, columns, index } = matchingOf(byEmail('cy@x.test'), new Map([[row, credentialId(id)]]));
    expect(positionOfRow(input, columns, index, 2)).toBe(expected);
  });

  test('a choice does not matter where one credential has the key', () => {
    const { input, columns, index } = matchingOf(byEmail('bo@x.test'), new Map([[2, credentialId('10')]]));
    expect(positionOfRow(input, columns, index, 2)).toBe(1);
  });
});

describe('why a row has not exactly one credential', () => {
  test.each<[string, Given, object]>([
    ['its key is blank', byEmail(null), { kind: 'key-missing' }],
    ['a part of its key is blank', byBoth('ada@x.test', ''), { kind: 'key-missing' }],
    [
      'its key is an error',
      byEmail(REF),
      { kind: 'key-unreadable', code: 'formula-error', text: '#REF!', attribute: 'recipient-email' },
    ],
    [
      'the second part of its key is an error',
      byBoth('ada@x.test', REF),
      { kind: 'key-unreadable', code: 'formula-error', text: '#REF!', attribute: 'grade' },
    ],
    [
      'its id has lost digits',
      by('license-id', '1.23E+15'),
      { kind: 'key-unreadable', code: 'damaged-id', text: '1.23E+15', attribute: 'license-id' },
    ],
    ['nobody has its key', byEmail(' Eve@X.test'), { kind: 'none', text: 'eve@x.test' }],
    ['nobody has both parts', byBoth(' Eve@X.test', 'A '), { kind: 'none', text: 'Eve@X.test · A' }],
    [
      'two have its key',
      byEmail('CY@x.test'),
      { kind: 'several', text: 'cy@x.test', credentials: ['12', '13'] },
    ],
  ])('%s', (_name, given, expected) => {
    const { input, columns, index } = matchingOf(given);
    expect(whyUnmatched(input, columns, index, 2)).toEqual(expected);
  });

  test('rows with one shared key are given the same list', () => {
    const { input, columns, index } = matchingOf({
      columns: ['recipient-email'],
      rows: [['cy@x.test'], ['Cy@x.test']],
    });
    const [one, other] = [2, 3].map((row) => whyUnmatched(input, columns, index, row));
    if (one?.kind !== 'several' || other?.kind !== 'several') throw new Error('two share the key');
    expect(one.credentials).toBe(other.credentials);
  });
});

test('all rows of a sheet, in any order and with gaps', () => {
  const rows = [['di@x.test'], ['eve@x.test'], [null], ['ada@x.test'], ['cy@x.test']];
  const { input, columns } = matchingOf({ columns: ['recipient-email'], rows });
  expect([...matchRows(input, columns)]).toEqual([4, NONE, NONE, 0, NONE]);
  expect([1, 2, 3, 4, 5, 6, 7].map(credentialsOfRows(input))).toEqual(
    [null, '14', null, null, '10', null, null], // row 1 is the header
  );
});
