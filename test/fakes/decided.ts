import { createGroup } from '../../lib/review/group/group';
import type { Attribute } from '../../lib/credential/attribute';
import type { Change } from '../../lib/credential/change';
import type { Credential } from '../../lib/credential/credential';
import type { Value } from '../../lib/credential/value';
import type { Entry } from '../../lib/journal/entry';
import { reviewSheet } from '../../lib/review/view/review-sheet';
import {
  conflictsOf,
  decidedSheet,
  type DecidedField,
  type DecidedSheet,
  type MovedField,
} from '../../lib/run/afterwards/conflicts';
import { describeAll, TODAY, UNCORRECTED } from './review';

/**
 * The admin's decision about a field: [field, the platform's value as shown, whose value stands].
 */
export type WrittenChoice = readonly [DecidedField['attribute'], Value, 'platform' | 'sheet'];

/** The decisions about the conflict of one entry, as a sheet. */
export function decidedOf(
  entry: Entry,
  choices: readonly WrittenChoice[],
  credentials: readonly Credential[],
  attributes: readonly Attribute[],
  moved: readonly MovedField[] = [],
): DecidedSheet {
  const decided = choices.map(([attribute, shown, choice]) => ({
    credential: entry.credential,
    attribute,
    shown,
    send: choice === 'sheet',
  }));
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  return decidedSheet(conflictsOf([entry], moved), decided, byId, attributes, 'Decided');
}

/** The changes of a review of such a sheet, when it has no error. */
export function changesOf(
  made: DecidedSheet,
  credentials: readonly Credential[],
  attributes: readonly Attribute[],
): readonly Change[] {
  if (made.kind !== 'sheet') throw new Error(`no sheet but ${made.kind}`);
  const { table, assignment } = made;
  const reported = describeAll(
    reviewSheet({
      ...UNCORRECTED,
      table,
      assignment,
      attributes,
      group: createGroup(credentials),
      today: TODAY,
    }),
  );
  const errors = reported.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  if (errors.length > 0) throw new Error(`errors: ${errors.map(({ code }) => code).join(', ')}`);
  return reported.flatMap(({ change }) => change ?? []);
}
