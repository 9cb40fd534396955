import { expect, test } from 'vitest';
import { columnWith } from '../../../components/grid/column-with';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { Finding } from '../../../lib/review/terms/finding';
import type { ReviewedCell } from '../../../lib/review/terms/reviewed-row';

const COLUMNS: readonly AttributeId[] = ['recipient-name', 'recipient-email', 'expiry-date'];
const CELLS = COLUMNS.map((attribute): ReviewedCell => ({
  attribute,
  before: null,
  after: null,
  text: '',
  outcome: 'same',
}));
const found = (severity: Finding['severity'], attribute: AttributeId | null): Finding => ({
  code: severity === 'error' ? 'bad-date' : severity === 'alarm' ? 'people-swapped' : 'email-change',
  severity,
  row: 2,
  attribute,
  facts: {},
});
const DATE = found('error', 'expiry-date');
const EMAIL = found('warning', 'recipient-email');
const NAME = found('alarm', 'recipient-name');
const ROW = found('error', null);
const GROUP = found('error', 'group-id');

test.each([
  ['the error of a cell', [EMAIL, DATE], 'error', 1, 3],
  ['the warning of a cell', [EMAIL, DATE], 'warning', 0, 2],
  ['an alarm is a warning', [NAME], 'warning', 3, 1],
  ['the first of several', [EMAIL, NAME], 'warning', 3, 1],
  ['one of several that is here already', [EMAIL, NAME], 'warning', 2, 2],
  ['what the whole row has is told by the recipient', [ROW], 'error', 2, 0],
  ['what no column is about is told there too', [GROUP], 'error', 2, 0],
  ['nothing of the kind leaves the place as it is', [EMAIL], 'error', 2, 2],
] as const)('%s', (_name, findings, severity, present, place) => {
  expect(columnWith({ findings, cells: CELLS }, severity, COLUMNS, present)).toBe(place);
});

test('a row without a credential has one cell', () => {
  expect(columnWith({ findings: [DATE], cells: [] }, 'error', COLUMNS, 2)).toBe(0);
});
