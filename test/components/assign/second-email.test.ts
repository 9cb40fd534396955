import { expect, test } from 'vitest';
import { hasSecondEmail } from '../../../components/assign/second-email';
import type { Assignment, Target } from '../../../lib/assign/choice/assignment';
import { describeColumns } from '../../../lib/assign/facts/describe-columns';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { AssignState } from '../../../lib/session/assign/assign-model';
import { tableOf } from '../../fakes/table';

const TABLE = tableOf(
  ['Student no.', 'E-mail', 'New e-mail', 'Remark'],
  [
    ['R-1', 'a@example.org', 'a.new@example.org', 'moved'],
    ['R-2', 'b@example.org', 'same', ''],
    ['R-3', 'c@example.org', 'c.new@example.org', ''],
  ],
);
const SKIP: Target = { kind: 'skip' };
const OPEN: Target = { kind: 'undecided' };
const to = (id: AttributeId): Target => ({ kind: 'attribute', id });
const EMAIL = to('recipient-email');
const ID = to('recipient-id');

test.each<[string, Pick<Assignment, 'key' | 'alsoBy'>, readonly [Target, Target, Target, Target], boolean]>([
  ['old and new, by the old', { key: 'recipient-email' }, [SKIP, EMAIL, OPEN, SKIP], true],
  ['by the new, which is the wrong one', { key: 'recipient-email' }, [SKIP, OPEN, EMAIL, OPEN], true],
  ['the other is skipped in a hurry', { key: 'recipient-email' }, [SKIP, EMAIL, SKIP, SKIP], true],
  [
    'the e-mail is half of the key',
    { key: 'grade', alsoBy: 'recipient-email' },
    [to('grade'), EMAIL, OPEN, SKIP],
    true,
  ],
  ['by an id the new one is written', { key: 'recipient-id' }, [ID, SKIP, EMAIL, SKIP], false],
  [
    'the other is for something else',
    { key: 'recipient-email' },
    [SKIP, EMAIL, to('custom:Manager Email'), SKIP],
    false,
  ],
  ['only words beside it', { key: 'recipient-email' }, [SKIP, EMAIL, to('grade'), OPEN], false],
])('%s', (_name, key, targets, expected) => {
  const columns = targets.map((target, column) => ({
    column,
    target,
    dateFormat: null,
    blank: 'keep' as const,
    write: 'always' as const,
  }));
  const table = { columns: describeColumns(TABLE) } as unknown as AssignState['table'];
  expect(hasSecondEmail({ assignment: { columns, ...key }, table })).toBe(expected);
});
