import { describe, expect, test } from 'vitest';
import {
  itemsToSettle,
  nextToSettle,
  openIn,
  type Item,
  type Opened,
} from '../../../components/review/settling';
import { credentialOf } from '../../fakes/credential';
import { reviewedOf } from '../../fakes/review';
import { obstacles } from '../../../lib/review/plan/make-plan';
import { summarise } from '../../../lib/review/view/summarise';
import type { Decision } from '../../../lib/review/corrections/decision';

const item = (id: Item['id'], isSettled = false): Item => ({ id, isSettled });
const NAMES = item('name-change');
const ERRORS = item('errors');
const RENEWALS = item('renewal');
const opened = (id: Opened['id'], wasSettled = false): Opened => ({ id, wasSettled });

describe('the open item', () => {
  test.each<[string, readonly Item[], Opened | null, Item['id'] | null]>([
    ['is none of nothing', [], null, null],
    ['is the first at the beginning', [ERRORS, NAMES], null, 'errors'],
    ['is the first that is to settle', [item('errors', true), NAMES], null, 'name-change'],
    ['is none once all are settled', [item('errors', true)], null, null],
    ['is what was opened', [ERRORS, NAMES], opened('name-change'), 'name-change'],
    [
      'goes on once what was opened is settled',
      [ERRORS, item('name-change', true)],
      opened('name-change'),
      'errors',
    ],
    [
      'is a settled one that was opened',
      [ERRORS, item('name-change', true)],
      opened('name-change', true),
      'name-change',
    ],
    ['is none that is gone', [ERRORS], opened('name-change'), 'errors'],
    ['is none when it was closed', [ERRORS, NAMES], opened(null), null],
  ])('%s', (_, items, was, expected) => {
    expect(openIn(items, was)).toBe(expected);
  });
});

describe('the next item to settle', () => {
  test.each<[string, readonly Item[], Item['id'] | null, Item['id'] | null]>([
    ['from the start', [ERRORS, NAMES], null, 'errors'],
    ['behind one', [ERRORS, NAMES, RENEWALS], 'errors', 'name-change'],
    ['over a settled one', [ERRORS, item('name-change', true), RENEWALS], 'errors', 'renewal'],
    ['from the end at the start', [ERRORS, NAMES], 'name-change', 'errors'],
    ['behind one that is gone', [NAMES], 'renewal', 'name-change'],
    ['the only one again', [ERRORS, item('name-change', true)], 'errors', 'errors'],
    ['none where all are settled', [item('errors', true), item('name-change', true)], 'errors', null],
    ['none of nothing', [], null, null],
  ])('%s', (_, items, after, expected) => {
    expect(nextToSettle(items, after)).toBe(expected);
  });
});

describe('what is to settle in a review', () => {
  const items = (...decided: readonly Decision[]) => {
    const { review, decisions } = reviewedOf(
      {
        columns: ['credential-id', 'recipient-name', 'grade'],
        rows: [
          ['1', 'Somebody Else', 'Merit'],
          ['9', 'Nobody', 'Pass'],
        ],
        credentials: [credentialOf({ id: '1', recipientName: 'Ada King' })],
      },
      ...decided,
    );
    return itemsToSettle({ summary: summarise(review, decisions), obstacles: obstacles(review, decisions) });
  };

  test.each<[string, readonly Decision[], readonly Item[]]>([
    ['errors, then warnings', [], [ERRORS, NAMES]],
    ['skipped errors are settled', [{ kind: 'skip-errors', skip: true }], [item('errors', true), NAMES]],
    [
      'a confirmed warning is settled',
      [{ kind: 'confirm', code: 'name-change', confirmed: true }],
      [ERRORS, item('name-change', true)],
    ],
    ['what is left out is no item', [{ kind: 'exclude', rows: [2, 3], excluded: true }], []],
  ])('%s', (_, decided, expected) => {
    expect(items(...decided)).toEqual(expected);
  });
});
