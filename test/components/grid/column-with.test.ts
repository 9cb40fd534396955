import { expect, test } from 'vitest';
import { columnWith } from '../../../components/grid/column-with';
import type { AttributeId } from '../../../lib/credential/attribute';
import { alarmAt, errorAt, warningAt } from '../../../lib/review/terms/finding-at';
import type { ReviewedCell } from '../../../lib/review/terms/reviewed-row';

const COLUMNS: readonly AttributeId[] = ['recipient-name', 'recipient-email', 'expiry-date'];
const CELLS = COLUMNS.map((attribute): ReviewedCell => ({
  attribute,
  before: null,
  after: null,
  text: '',
  outcome: 'same',
}));
const badDate = (attribute: AttributeId | null) =>
  errorAt(2, 'bad-date', attribute, { text: 'soon', suggestion: null });
const DATE = badDate('expiry-date');
const EMAIL = warningAt(2, 'email-change', 'recipient-email', { emailClass: 'domain' });
const NAME = alarmAt(2, 'people-swapped', 'recipient-name', { rows: [3], count: 2 });
const ROW = badDate(null);
const GROUP = badDate('group-id');

test.each([
  ['the error of a cell', [EMAIL, DATE], 'error', 1, 3],
  ['the warning of a cell', [EMAIL, DATE], 'warning', 0, 2],
  ['an alarm is a warning', [NAME], 'warning', 3, 1],
  ['the first of several', [EMAIL, NAME], 'warning', 3, 1],
  ['one of several that is here already', [EMAIL, NAME], 'warning', 2, 2],
  ['what the whole row has is reported by the recipient', [ROW], 'error', 2, 0],
  ['what no column is about is reported there too', [GROUP], 'error', 2, 0],
  ['nothing of the kind leaves the place as it is', [EMAIL], 'error', 2, 2],
] as const)('%s', (_name, findings, severity, present, place) => {
  expect(columnWith({ findings, cells: CELLS }, severity, COLUMNS, present)).toBe(place);
});

test('a row without a credential has one cell', () => {
  expect(columnWith({ findings: [DATE], cells: [] }, 'error', COLUMNS, 2)).toBe(0);
});
