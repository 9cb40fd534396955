import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Value } from '../../../../lib/credential/value';
import { downloadText } from '../../../../lib/report/template/column-form';
import { baseLines } from '../../../../lib/review/base/base-lines';
import { readBaseLines } from '../../../../lib/review/base/read-base-lines';
import { wordingOf } from '../../../../lib/review/base/wordings';
import { backedUpCell } from '../../../../lib/review/diff/backed-up-cell';
import { compareCell } from '../../../../lib/review/diff/compare-cell';
import { isDifferent, threeWayOfCell, withExport } from '../../../../lib/review/diff/three-way';
import { assignedColumn } from '../../../fakes/compared-cell';
import { credentialOf } from '../../../fakes/credential';
import { ORIGIN } from '../../../fakes/export-base';
import { cellOf, dayCell, type WrittenCell } from '../../../fakes/table';

/* docs/product.md 2.5: what a cell of a backup asks for, after its run. */

const CREDENTIAL = credentialOf({ id: '1' });
const DECOMPOSED = 'Jose\u0301  Ortega';

/** The record of a backup of one value. `written`: what the run writes; the old one for nothing. */
function linesOf(id: AttributeId, old: Value, written: Value): readonly string[] {
  const { attribute } = assignedColumn(id);
  const column = {
    ...{ attribute: id, header: attribute.label },
    wordingIn: () => wordingOf(attribute, written),
    oldIn: () => (old === written ? null : downloadText(old, ['yes', 'no'])),
  };
  return [...baseLines({ ...ORIGIN, isBackup: true }, [1, -2, 3, -4], [column], [CREDENTIAL])];
}

/** The cell after the review: outcome, the value where that is another one, and a conflict. */
function outcomeOf(id: AttributeId, old: Value, written: Value, now: Value, cell: WrittenCell) {
  const base = readBaseLines(linesOf(id, old, written));
  if (base === null) throw new Error('the record cannot be read');
  const assigned = assignedColumn(id, { dateFormat: 'year-month-day' });
  const own = { cell: cellOf(cell), column: assigned };
  const compared = backedUpCell(own.cell, assigned, CREDENTIAL.id, base) ?? own;
  const plain = compareCell(compared.cell, compared.column, now);
  const verdict = isDifferent(plain)
    ? threeWayOfCell(compared.cell, compared.column, CREDENTIAL, now, base)
    : 'edited';
  const { outcome, after } = withExport(plain, verdict, compared.column).cell;
  return [outcome, ...(after === now ? [] : [after]), ...(verdict === 'both' ? ['conflict'] : [])];
}

type Case = readonly [string, AttributeId, Value, Value, Value, WrittenCell, readonly Value[]];

describe('asks for the old value', () => {
  /** [what, attribute, old, written by the run, on the platform now, the cell, its outcome] */
  test.each<Case>([
    ['a name', 'recipient-name', 'Ada', 'Ada Fox', 'Ada Fox', 'Ada', ['changed', 'Ada']],
    ['sign by sign', 'recipient-name', DECOMPOSED, 'José', 'José', DECOMPOSED, ['changed', DECOMPOSED]],
    [
      'two spaces',
      'recipient-name',
      'Ada  King',
      'Ada King',
      'Ada King',
      'Ada  King',
      ['changed', 'Ada  King'],
    ],
    ['spaces around', 'grade', ' A ', 'B', 'B', ' A ', ['changed', ' A ']],
    [
      'an e-mail in capitals',
      'recipient-email',
      'Ada@X.org',
      'b@x.org',
      'b@x.org',
      'Ada@X.org',
      ['changed', 'Ada@X.org'],
    ],
    [
      'a day',
      'expiry-date',
      '2027-01-31',
      '2028-01-31',
      '2028-01-31',
      dayCell('2027-01-31'),
      ['changed', '2027-01-31'],
    ],
    ['a flag', 'published', true, false, false, 'yes', ['changed', true]],
    ['a number', 'grade', '95', '96', '96', 95, ['changed', '95']],
    ['none, where the run filled it', 'grade', null, 'A', 'A', '', ['cleared', null]],
    ['one, where the run cleared it', 'grade', 'A', null, null, 'A', ['changed', 'A']],
    ['a conflict: changed since', 'grade', 'A', 'B', 'C', 'A', ['changed', 'A', 'conflict']],
    [
      'a conflict: filled by the run, changed since',
      'grade',
      null,
      'A',
      'C',
      '',
      ['cleared', null, 'conflict'],
    ],
    ['another one, that somebody typed', 'grade', 'A', 'B', 'B', 'A+', ['changed', 'A+']],
    ['a typed one, changed since', 'grade', 'A', 'B', 'C', 'A+', ['changed', 'A+', 'conflict']],
  ])('%s', (_name, id, old, written, now, cell, expected) => {
    expect(outcomeOf(id, old, written, now, cell)).toEqual(expected);
  });
});

describe('asks for nothing', () => {
  test.each<Case>([
    ['the run never wrote it', 'grade', 'A', 'B', 'A', 'A', ['same']],
    ['the run filled it, and it is blank again', 'grade', null, 'B', null, '', ['same']],
    ['the run wrote nothing there', 'grade', 'A', 'A', 'A', 'A', ['same']],
    ['nothing there, and changed since', 'grade', 'A', 'A', 'C', 'A', ['kept-because-not-edited']],
    ['nothing there, no value, filled since', 'grade', null, null, 'C', '', ['kept-because-blank']],
    ['somebody typed what is there now', 'grade', 'A', 'B', 'B', 'B', ['same']],
    ['somebody emptied a cell', 'grade', 'A', 'B', 'B', '', ['kept-because-blank']],
    [
      'an e-mail in another case, not of the run',
      'recipient-email',
      'a@x.org',
      'a@x.org',
      'A@x.org',
      'a@x.org',
      ['same'],
    ],
    [
      'spaces, not of the run',
      'recipient-name',
      'Ada King',
      'Ada King',
      'Ada  King',
      'Ada King',
      ['kept-because-not-edited'],
    ],
    [
      'a day, not of the run',
      'expiry-date',
      '2027-01-31',
      '2027-01-31',
      '2029-01-31',
      dayCell('2027-01-31'),
      ['kept-because-not-edited'],
    ],
    ['a flag, not of the run', 'published', true, true, false, 'yes', ['kept-because-not-edited']],
    [
      'a text too long for a cell',
      'grade',
      'x'.repeat(40_000),
      'x'.repeat(40_000),
      'B',
      '',
      ['kept-because-blank'],
    ],
    [
      'a typed text that no sheet may write',
      'recipient-email',
      'a@x.org',
      'b@x.org',
      'b@x.org',
      'a@@x ',
      ['unreadable'],
    ],
    ['a zero-width cell', 'grade', 'A', 'B', 'B', '\u200B', ['kept-because-blank']],
  ])('%s', (_name, id, old, written, now, cell, expected) => {
    expect(outcomeOf(id, old, written, now, cell)).toEqual(expected);
  });
});

test.each<[string, (line: string) => string]>([
  ['is said to be a download', (line) => line.replace(',"backup":true', '')],
  ['has another value of it', (line) => line.replace('"backup":true', '"backup":1')],
  ['has another digest', (line) => line.replace(/(uc-part 0 .{10})./, '$1~')],
])('a record that %s is none', (_name, edit) => {
  const lines = linesOf('grade', 'A', 'B');
  expect(readBaseLines(lines)).not.toBeNull();
  expect(readBaseLines(lines.map(edit))).toBeNull();
});

test('a download has no cells of a backup', () => {
  const base = { origin: ORIGIN, columns: [], credentials: 0, cellOf: () => null };
  expect(backedUpCell(cellOf('A'), assignedColumn('grade'), CREDENTIAL.id, base)).toBeNull();
  expect(backedUpCell(cellOf('A'), assignedColumn('grade'), CREDENTIAL.id, null)).toBeNull();
});
