import { expect, test } from 'vitest';
import type { Assignment, ColumnChoice } from '../../../../lib/assign/choice/assignment';
import {
  skipRest,
  withAnySpelling,
  withBlank,
  withKey,
  withTarget,
} from '../../../../lib/assign/edit/edit-assignment';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { BUILTIN_ATTRIBUTES } from '../../../../lib/credential/attributes';

const to = (column: number, id: AttributeId | null): ColumnChoice => ({
  column,
  target: id === null ? { kind: 'undecided' } : { kind: 'attribute', id },
  dateFormat: null,
  blank: 'keep',
  write: 'always',
});
const before: Assignment = {
  columns: [to(0, 'license-id'), to(1, 'recipient-email'), to(2, 'grade'), to(3, null)],
  key: 'license-id',
  anySpelling: true,
};
const target = (column: number, id: AttributeId) =>
  withTarget(before, column, { kind: 'attribute', id }, BUILTIN_ATTRIBUTES);

/** [what the admin does, whether other spellings are still looked for] */
test.each<[string, Assignment, boolean]>([
  ['another column gets an attribute', target(3, 'recipient-name'), true],
  ['the rest is skipped', skipRest(before), true],
  ['a rule of a column', withBlank(before, 2, 'clear'), true],
  ['another key', withKey(before, 'recipient-email'), false],
  ['the same key with a second', withKey(before, 'license-id', 'recipient-email'), false],
  ['another column becomes the key', target(3, 'license-id'), false],
  ['a better key is assigned', target(3, 'credential-id'), false],
  ['the key is skipped', withTarget(before, 0, { kind: 'skip' }, BUILTIN_ATTRIBUTES), false],
  ['it is switched off', withAnySpelling(before, false), false],
  ['it is switched on again', withAnySpelling(withAnySpelling(before, false), true), true],
])('%s', (_name, after, expected) => {
  expect(after.anySpelling === true).toBe(expected);
});
