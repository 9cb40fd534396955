import { expect, test } from 'vitest';
import { createGroup } from '../../lib/review/group/group';
import { toLookUp } from '../../lib/review/match/to-look-up';
import { createHeldGroup } from '../../workers/held-group';
import { credentialOf } from '../fakes/credential';
import { reviewInputOf } from '../fakes/review';

const credentials = (emails: readonly (string | null)[]) =>
  emails.map((recipientEmail, at) => credentialOf({ id: String(at + 1), recipientEmail }));

/** A part of a group, of people with these e-mails, and a sheet with one other. */
function held(emails: readonly (string | null)[]) {
  const { table, assignment, attributes } = reviewInputOf({
    columns: ['recipient-email', 'grade'],
    rows: [['new@x.org', 'A']],
    credentials: [],
  });
  const group = createHeldGroup(() => ({ createGroup, toLookUp }));
  group.inPart();
  group.add(credentials(emails));
  return { group, sheet: [table, assignment, attributes] as const };
}

/**
 * [case, e-mails of those who are here, the one whom the search must find along with the others]
 */
test.each<[string, readonly (string | null)[], { value: string; credential: string } | null]>([
  ['the first', ['a@x.org', 'b@x.org'], { value: 'a@x.org', credential: '1' }],
  ['one with capitals tells more', ['a@x.org', 'B@x.org'], { value: 'b@x.org', credential: '2' }],
  [
    'not an office’s, which all have',
    ['o@x.org', 'o@x.org', 'b@x.org'],
    { value: 'b@x.org', credential: '3' },
  ],
  ['with capitals neither', ['O@x.org', 'o@x.org', 'b@x.org'], { value: 'b@x.org', credential: '3' }],
  ['none has one', [null, null], null],
])('a search is held against somebody who is known: %s', (_name, emails, control) => {
  const { group, sheet } = held(emails);
  expect(group.nextLookUp(...sheet)).toMatchObject({ kind: 'look-up', lookUp: { control } });
});

test('what is looked up later is not known of a group from before', () => {
  const { group, sheet } = held(['a@x.org']);
  const before = group.now();
  group.add(credentials(['a@x.org', 'new@x.org']));
  group.lookedUp('recipient-email', ['new@x.org']);
  expect(group.toLookUp(...sheet)).toBeNull();
  expect(group.toLookUp(...sheet, before)).toMatchObject({ kind: 'look-up', values: 1 });
  group.whole();
  expect(group.toLookUp(...sheet, before)).toMatchObject({ kind: 'look-up', values: 1 });
});

test('that nobody has it is known of the same credentials', () => {
  const { group, sheet } = held(['a@x.org']);
  const before = group.now();
  group.add([]);
  group.lookedUp('recipient-email', ['new@x.org']);
  expect(group.now().all).toBe(before.all);
  expect(group.toLookUp(...sheet, before)).toBeNull();
});
