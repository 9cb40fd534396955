import { expect, test } from 'vitest';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { WrittenCredential } from '../../fakes/credential';
import { credentialOf } from '../../fakes/credential';
import { reviewOf } from '../../fakes/review';
import { dayCell, type WrittenCell } from '../../fakes/table';

/**
 * [attribute, what the platform has, what the cell says, what the change would write; null: it is
 * no change]
 */
test.each<[AttributeId, WrittenCredential, WrittenCell, unknown]>([
  // Nothing and "" are both nothing.
  ['grade', { grade: null }, '', null],
  ['grade', { grade: '' }, null, null],
  ['grade', { grade: null }, ' \u00A0', null],
  // No attribute of the platform is a number: a grade is text.
  ['grade', { grade: '5' }, '5.0', '5.0'],
  ['grade', { grade: '5' }, 5, null],
  ['grade', { grade: '05' }, '5', '5'],
  ['custom:CE Hours', { custom: { 'CE Hours': '12' } }, 12, null],
  ['custom:CE Hours', { custom: { 'CE Hours': '12' } }, '12.0', '12.0'],
  // Days and timestamps.
  ['expiry-date', { expiredOn: '2027-01-15' }, dayCell('2027-01-15', '15/01/2027'), null],
  ['expiry-date', { expiredOn: '2027-01-15' }, '2027-01-15T23:59:00Z', null],
  ['expiry-date', { expiredOn: '2027-01-15' }, '16/01/2027', '2027-01-16'],
  ['custom:Seen On', { custom: { 'Seen On': '2027-01-15T00:00:00.000Z' } }, '2027-01-15', null],
  ['custom:Seen On', { custom: { 'Seen On': '15 January 2027' } }, '2027-01-15', null],
  ['custom:Seen On', { custom: { 'Seen On': '15 January 2027' } }, '2027-01-16', '2027-01-16'],
  // Composition, spaces around, no-break spaces.
  ['recipient-name', { recipientName: 'José Núñez' }, 'Jose\u0301 Nu\u0301n\u0303ez', null],
  ['recipient-name', { recipientName: 'Ada Lovelace' }, '  Ada Lovelace \u00A0', null],
  ['recipient-name', { recipientName: 'Ada Lovelace' }, 'Ada\u00A0Lovelace', null],
  ['recipient-name', { recipientName: 'Ada Lovelace ' }, 'Ada Lovelace', null],
  ['recipient-name', { recipientName: 'Ada  Lovelace' }, 'Ada Lovelace', 'Ada Lovelace'],
  ['recipient-name', { recipientName: 'ada lovelace' }, 'Ada Lovelace', 'Ada Lovelace'],
  ['credential-name', { credentialName: 'Welder' }, 'Welder\u200B', null],
  // Case of an e-mail.
  ['recipient-email', { recipientEmail: 'ada@example.org' }, 'ADA@Example.ORG', null],
  ['recipient-email', { recipientEmail: 'Ada@Example.org' }, ' ada@example.org', null],
  ['published', { published: true }, 'yes', null],
  ['published', { published: true }, 'no', false],
])('%s: %j and %j', (attribute, present, cell, after) => {
  const review = reviewOf({
    columns: ['credential-id', attribute],
    rows: [['1', cell]],
    credentials: [credentialOf({ ...present, id: '1' })],
    dateFormat: 'day-month-year',
  });
  const fields = review.described.flatMap(({ change }) => change?.fields ?? []);
  expect(fields.map((field) => field.after)).toEqual(after === null ? [] : [after]);
});
