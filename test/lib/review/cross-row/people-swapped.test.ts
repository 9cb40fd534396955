import { expect, test } from 'vitest';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { findingLines, reviewOf, type WrittenReview } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);
const FOUR = of(
  { id: '1', recipientName: 'Ana Ruiz' },
  { id: '2', recipientName: 'Ben Moor' },
  { id: '3', recipientName: 'Cleo Voss' },
  { id: '4', recipientName: 'Dan Ode' },
);
const columns = ['credential-id', 'recipient-name'] as const;

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'two people',
    {
      columns,
      rows: [
        ['1', 'ben moor'],
        ['3', 'Cleo Voss'],
        ['2', 'Ruiz, Ana'],
      ],
      credentials: FOUR,
    },
    ['2 recipient-name', '4 recipient-name'],
  ],
  [
    'three in a circle',
    {
      columns,
      rows: [
        ['1', 'Ben Moor'],
        ['2', 'Cleo Voss'],
        ['3', 'Ana Ruiz'],
        ['4', 'Dan Ode'],
      ],
      credentials: FOUR,
    },
    ['2 recipient-name', '3 recipient-name', '4 recipient-name'],
  ],
  [
    'names that differ in a letter',
    {
      columns,
      rows: [
        ['1', 'John Smith'],
        ['2', 'Jon Smith'],
      ],
      credentials: of({ id: '1', recipientName: 'Jon Smith' }, { id: '2', recipientName: 'John Smith' }),
    },
    ['2 recipient-name', '3 recipient-name'],
  ],
  [
    'e-mails',
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [
        ['1', 'p2@example.org'],
        ['2', 'P1@example.org'],
      ],
      credentials: FOUR,
    },
    ['2 recipient-email', '3 recipient-email'],
  ],
  [
    'not: a name that another keeps',
    {
      columns,
      rows: [
        ['1', 'Ben Moor'],
        ['2', 'Ben Moor'],
      ],
      credentials: FOUR,
    },
    [],
  ],
  [
    'not: a name that another gives up',
    {
      columns,
      rows: [
        ['1', 'Ben Moor'],
        ['2', 'Ben Smith'],
      ],
      credentials: FOUR,
    },
    [],
  ],
  [
    'not: two credentials of one person',
    {
      columns,
      rows: [
        ['1', 'Ana Smith'],
        ['2', 'Ana Ruiz'],
      ],
      credentials: of(
        { id: '1', recipientName: 'Ana Ruiz', recipientEmail: 'ana@example.org' },
        { id: '2', recipientName: 'Ana Smith', recipientEmail: 'Ana@example.org' },
      ),
    },
    [],
  ],
])('people-swapped: %s', (_, written, expected) => {
  const lines = findingLines(reviewOf(written).described).filter((line) => /shifted|swapped/.test(line));
  expect(lines).toEqual(expected.map((line) => line.replace(' ', ' people-swapped ')));
});
