import { assertNever } from '../../assert-never';
import type { Change } from '../../credential/change';
import type { Entry } from '../../journal/entry';
import type { SettledState } from '../../journal/transitions';
import type { TooLate } from '../../platform/client';
import type { PlatformProblem } from '../../platform/platform-problem';
import { readCredential } from '../../platform/read-credential';
import { sendWrite } from '../../platform/send-write';
import type { FreshCredential } from '../../platform/wire-credential';
import { writeRequests, type ClearedAs } from '../../platform/write-requests';
import { isOlder, momentOf } from './freshness';
import type { Decision } from './decide';
import { duplicateEvidenceOf } from './duplicate-evidence';
import { fieldStatesOf, type FieldState } from './field-state';
import type { DoubtfulProblem, StepContext, StepEnd } from './step-context';

/** What became of a write. `doubt`: not known, and the entry says so. */
export type WriteOutcome =
  | { readonly kind: 'settle'; readonly state: SettledState }
  | { readonly kind: 'doubt'; readonly entry: Entry; readonly problem: DoubtfulProblem }
  /** Its turn came too late for what it rests on: not sent, to be decided anew. */
  | { readonly kind: 'too-late'; readonly entry: Entry }
  | Exclude<StepEnd, { readonly kind: 'settled' }>;

/** What was read before a write, if it was by itself, and whether a write that rests on it may not leave any more. */
export interface Basis {
  readonly current: FreshCredential | null;
  readonly isTooLate: () => boolean;
}

/**
 * How long a reading of one credential is believed, from its answer on. A pace that is used up, or a limit answer, can hold a
 * write back for half a minute: it is then read again. What somebody else writes to the same field in this time is overwritten, because the
 * platform has no condition for a write ("no ETag", docs/platform.md).
 */
export const READ_FRESH_MS = 10_000;

type WriteDecision = Extract<Decision, { readonly kind: 'write' }>;

/**
 * Writes fields of an entry: the intent durable first, then the requests one after the other, then reading back. Fields
 * that were to be cleared and are not are tried once more as "" (docs/platform.md, Write). `basis`: what the decision rests on.
 */
export async function writeEntry(
  entry: Entry,
  decision: WriteDecision,
  basis: Basis,
  context: StepContext,
): Promise<WriteOutcome> {
  const { client, journal, attributeOf } = context;
  const { change, credential: id, run, position } = entry;
  const before = entry.state.kind === 'sent' || entry.state.kind === 'in-doubt' ? entry.state : null;
  const { there } = decision;
  const sending = {
    attempt: (before?.attempt ?? 0) + 1, // null: none was sent
    ...(there.length > 0 && { there }),
    ...(before?.restored === true && { restored: true as const }),
  };
  const sent = await journal.transitionEntry(run, position, { kind: 'sent', ...sending });

  let { taken } = decision;
  let answered: FreshCredential | null = null;
  const requests = writeRequests(id, decision.fields, change.fields, basis.current, decision.clearedAs);
  for (const write of requests) {
    const result = await sendWrite(client, write, id, basis.isTooLate);
    if (!result.ok) return notSent(result.problem, taken);
    answered = result.value;
    taken = true;
  }

  const fresh = await readBack(answered);
  const readAt = momentOf(context);
  if (!fresh.ok) return notRead(fresh.problem);
  const standing = fieldStatesOf(change, fresh.value.credential, attributeOf);
  const open = standing.filter(({ is }) => is !== 'after');
  const state = writtenState(change, open, fresh.value);
  if (open.length === 0) return { kind: 'settle', state };
  const uncleared = open.filter(({ field, is }) => field.after === null && is === 'before');
  if (decision.clearedAs === null && uncleared.length > 0) {
    const fields = uncleared.map(({ field }) => field);
    const second = { kind: 'write', fields, clearedAs: '' as ClearedAs, taken: true, there } as const;
    const isTooLate = () => isOlder(readAt, READ_FRESH_MS, context);
    return writeEntry(sent, second, { current: fresh.value, isTooLate }, context);
  }
  return { kind: 'settle', state };

  async function readBack(answer: FreshCredential | null) {
    return answer === null ? readCredential(client, id) : ({ ok: true, value: answer } as const);
  }

  async function notSent(problem: PlatformProblem | TooLate, isTaken: boolean): Promise<WriteOutcome> {
    switch (problem.code) {
      case 'too-late':
        return { kind: 'too-late', entry: sent };
      // These say that the write was not taken. The entry stays "sent": the next go reads before it sends again.
      case 'signed-out':
        return { kind: 'halt', reason: { kind: 'signed-out' } };
      case 'forbidden':
        return { kind: 'halt', reason: { kind: 'forbidden', words: problem.words } };
      case 'throttled':
        return { kind: 'put-off', problem };
      case 'not-found':
      case 'refused': {
        // Not this row is wrong when it is another account to which it is not there: it is read when that is mended.
        if (problem.code === 'not-found' && !(await context.isSameAccount()))
          return { kind: 'halt', reason: { kind: 'other-account' } };
        const status = problem.code === 'refused' ? problem.status : 404;
        if (!isTaken) return { kind: 'settle', state: { kind: 'rejected', status, words: problem.words } };
        // A part of it is there: what is not is told by reading.
        const read = await readCredential(client, id);
        if (!read.ok) return notRead(read.problem);
        const left = fieldStatesOf(change, read.value.credential, attributeOf).filter(
          ({ is }) => is !== 'after',
        );
        return { kind: 'settle', state: writtenState(change, left, read.value) };
      }
      case 'server-fault':
      case 'unreachable':
        return doubt(problem);
      case 'unexpected-answer':
        // sendWrite takes any body of a success.
        throw new Error('a write was answered unexpectedly');
      default:
        return assertNever(problem);
    }
  }

  async function doubt(problem: DoubtfulProblem): Promise<WriteOutcome> {
    const inDoubt = await journal.transitionEntry(run, position, { kind: 'in-doubt', ...sending });
    return { kind: 'doubt', entry: inDoubt, problem };
  }
}

/** Sent, and not to be read back now: it stays "sent" and is read when it is taken up again. */
function notRead(problem: PlatformProblem): WriteOutcome {
  if (problem.code === 'signed-out') return { kind: 'halt', reason: { kind: 'signed-out' } };
  if (problem.code === 'forbidden')
    return { kind: 'halt', reason: { kind: 'forbidden', words: problem.words } };
  return { kind: 'put-off', problem };
}

/** What became of fields that were sent, by the credential as it is now: all of them, or all but those that are open. */
export function writtenState(
  change: Change,
  open: readonly FieldState[],
  { credential }: FreshCredential,
): SettledState {
  const doubled = duplicateEvidenceOf(change, credential.detail.evidence);
  const more = doubled.length === 0 ? {} : { doubled };
  if (open.length === 0) return { kind: 'applied', ...more };
  return { kind: 'not-applied', fields: open.map(({ field }) => field.attribute), ...more };
}
