import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Value } from '../../../../lib/credential/value';
import { compareCell, isPlainlySame } from '../../../../lib/review/diff/compare-cell';
import { assignedColumn, type ColumnChoices } from '../../../fakes/compared-cell';
import { cellOf, dayCell, type WrittenCell } from '../../../fakes/table';

const REF: WrittenCell = { kind: 'error', text: '#REF!' };
const CLEAR: ColumnChoices = { blank: 'clear' };

describe('what a cell was read as', () => {
  const known = { kind: 'value', value: '2027-12-31' } as const;
  test.each<[string, AttributeId, WrittenCell, boolean]>([
    ['is kept for a written day', 'expiry-date', '2027-01-15', true],
    ['is kept for a written flag', 'published', 'yes', true],
    ['is read each time for a name', 'recipient-name', 'Ada', false],
    ['is read each time for a number: its date system counts', 'expiry-date', 44_956, false],
    [
      'is read each time for half of a join',
      'expiry-date',
      { kind: 'text', text: '2027-01-15', half: true },
      false,
    ],
  ])('%s', (_name, id, written, isKept) => {
    const cell = cellOf(written);
    const text = cell.kind === 'blank' ? '' : cell.text;
    const column = assignedColumn(id);
    compareCell(cell, column, null);
    expect([...column.readings.keys()]).toEqual(isKept ? [text] : []);
    column.readings.set(text, known);
    expect(compareCell(cell, column, null).cell.after === known.value).toBe(isKept);
  });
});

describe('whether a cell plainly asks for nothing', () => {
  test.each<[string, AttributeId, Value, WrittenCell, ColumnChoices, boolean]>([
    ['blank, and nothing there', 'grade', null, null, CLEAR, true],
    ['blank, and blanks are kept', 'grade', 'A', null, {}, true],
    ['blank that clears', 'grade', 'A', null, CLEAR, false],
    ['blank of what cannot be cleared', 'recipient-name', 'Ada', null, CLEAR, true],
    ['the same text', 'grade', 'A', 'A', {}, true],
    ['another text', 'grade', 'A', 'B', {}, false],
    ['the same text in a tidied column', 'grade', 'A', 'A', { transform: 'lower' }, false],
    ['the same number', 'grade', '5', 5, {}, true],
    ['another number', 'grade', '6', 5, {}, false],
    ['the same day', 'expiry-date', '2027-01-15', dayCell('2027-01-15', '15/1'), {}, true],
    ['another day', 'expiry-date', '2027-01-16', dayCell('2027-01-15', '15/1'), {}, false],
    ['a day shown otherwise in a text', 'grade', '2027-01-15', dayCell('2027-01-15', '15/1'), {}, false],
    ['yes and yes', 'published', true, true, {}, true],
    ['no and yes', 'published', false, true, {}, false],
    ['an error, whatever is there', 'grade', '#REF!', REF, {}, false],
  ])('%s: %#', (_name, id, before, written, choices, expected) => {
    expect(isPlainlySame(cellOf(written), assignedColumn(id, choices), before)).toBe(expected);
  });
});
