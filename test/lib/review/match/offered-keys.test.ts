import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Credential } from '../../../../lib/credential/credential';
import { offeredKeys } from '../../../../lib/review/match/offered-keys';
import { credentialOf } from '../../../fakes/credential';
import { reviewInputOf } from '../../../fakes/review';

const of = (id: string, email: string, course: string, hours: string, name = `N${id}`): Credential =>
  credentialOf({
    id,
    recipientEmail: email,
    recipientName: name,
    credentialName: course,
    grade: 'A',
    issuedOn: '2026-01-01',
    custom: { 'CE Hours': hours },
  });
const TWO_COURSES = [
  of('1', 'ada@example.org', 'First Aid', '1'),
  of('2', 'ADA@example.org', 'Forklift', '2'),
  of('3', 'bob@example.org', 'First Aid', '3'),
];

/** [what the group is like, columns, its credentials, what is offered besides] */
test.each<[string, readonly AttributeId[], readonly Credential[], readonly string[]]>([
  ['it is not read yet', ['recipient-email', 'custom:CE Hours'], [], ['recipient-email']],
  [
    'an attribute of the account is another for each',
    ['recipient-email', 'custom:CE Hours'],
    TWO_COURSES,
    ['recipient-email', 'custom:CE Hours'],
  ],
  [
    'two have the same e-mail, in another case, and different courses',
    ['recipient-email', 'credential-name', 'grade'],
    TWO_COURSES,
    ['recipient-email', 'recipient-email + credential-name'],
  ],
  [
    'two are the same in both',
    ['recipient-email', 'credential-name'],
    [...TWO_COURSES, of('4', 'bob@example.org', 'First Aid', '3')],
    ['recipient-email'],
  ],
  [
    'names tell it apart',
    ['recipient-email', 'recipient-name'],
    TWO_COURSES,
    ['recipient-email', 'recipient-name'],
  ],
  [
    'two have the same name',
    ['recipient-email', 'recipient-name'],
    [of('1', 'ada@example.org', 'A', '1', 'Ada King'), of('2', 'ada@example.org', 'B', '2', ' Ada King')],
    ['recipient-email'],
  ],
  ['flags and links never', ['credential-id', 'published', 'private'], TWO_COURSES, ['credential-id']],
  ['a grade and a day only meet by chance', ['grade', 'issue-date'], TWO_COURSES, ['grade']],
])('what rows could be matched by when %s', (_, columns, credentials, expected) => {
  const { assignment, attributes, group } = reviewInputOf({ columns, rows: [], credentials });
  const offered = offeredKeys(assignment, attributes, group);
  expect(offered.map((key) => key.map(({ id }) => id).join(' + '))).toEqual(expected);
});

test('the key that was chosen is offered although it tells nobody apart', () => {
  const { assignment, attributes, group } = reviewInputOf({
    columns: ['recipient-email', 'grade'],
    rows: [],
    credentials: TWO_COURSES,
  });
  const chosen = { ...assignment, alsoBy: 'grade' } as const;
  expect(
    offeredKeys(chosen, attributes, group)
      .at(-1)
      ?.map(({ id }) => id),
  ).toEqual(['recipient-email', 'grade']);
});
