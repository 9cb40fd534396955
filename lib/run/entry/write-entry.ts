import { assertNever } from '../../assert-never';
import type { Change } from '../../credential/change';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { Entry, EntryState, EvidenceMark, Sending } from '../../journal/entry';
import { attemptsOf, type SettledState } from '../../journal/transitions';
import type { TooLate } from '../../platform/client';
import type { Environment } from '../../platform/environment';
import type { PlatformProblem } from '../../platform/platform-problem';
import { readCredential, soughtBy } from '../../platform/read-credential';
import { sendWrite } from '../../platform/send-write';
import type { FreshCredential } from '../../platform/wire-credential';
import { writeRequests, type ClearedAs } from '../../platform/write-requests';
import { publicPageOf } from './public-page';
import { mayBeOlder, momentOf, type Moment } from './freshness';
import type { Decision } from './decide';
import { fieldStatesOf, type FieldState } from './field-state';
import { learnFromWrite } from './learn-from-write';
import type { DoubtfulProblem, StepContext, StepEnd } from './step-context';

/** The outcome of a write. `doubt`: it is not known, and the entry says so. */
export type WriteOutcome =
  /**
   * `read`: the entry as it was sent, and the credential by which it is settled. `leftAt`: when the
   * last of its requests left.
   */
  | {
      readonly kind: 'settle';
      readonly state: SettledState;
      readonly read: { readonly entry: Entry; readonly fresh: FreshCredential } | null;
      readonly leftAt: Moment;
    }
  | { readonly kind: 'doubt'; readonly entry: Entry; readonly problem: DoubtfulProblem }
  /**
   * Not sent: when its turn came, the reading that it rests on was too old. To be decided again.
   */
  | { readonly kind: 'too-late'; readonly entry: Entry }
  | Exclude<StepEnd, { readonly kind: 'settled' }>;

/**
 * The reading that a write rests on, and whether it is too old by now. `current` is null for a
 * batch read.
 */
export interface Basis {
  readonly current: FreshCredential | null;
  readonly isTooLate: () => boolean;
}

/**
 * How long a reading of one credential is fresh, from its answer on. The pace or a limit answer can
 * hold a write back for half a minute: the credential is then read again. An edit of the same field
 * by somebody else within this time is overwritten, because the platform has no conditional write
 * ("No ETag", docs/platform.md, Write).
 */
export const READ_FRESH_MS = 10_000;

type WriteDecision = Extract<Decision, { readonly kind: 'write' }>;

/**
 * Writes fields of an entry: first the durable intent, then the requests one after the other, then
 * it reads back. A field that was to be cleared and is not is tried the next way
 * (docs/platform.md, Write).
 */
export async function writeEntry(
  entry: Entry,
  decision: WriteDecision,
  basis: Basis,
  context: StepContext,
): Promise<WriteOutcome> {
  const { client, journal, attributeOf, environment } = context;
  const { change, credential: id, run, position } = entry;
  const sought = soughtBy(change);
  const { there } = decision;
  const evidence = evidenceMarkOf(entry, basis.current);
  const sending: Sending = {
    attempt: attemptsOf(entry.state) + 1,
    before: { kind: isAfterLoss(entry.state) ? 'read-after-loss' : 'read', there },
    ...(evidence !== null && { evidence }),
  };
  const sent = await journal.transitionEntry(run, position, { kind: 'sent', ...sending });

  let leftAt: Moment = momentOf(context);
  // Asked when the turn of a request has come: if it is not too late, that is when it leaves.
  const isTooLate = () => {
    const isLate = basis.isTooLate();
    if (!isLate) leftAt = momentOf(context);
    return isLate;
  };
  let { taken } = decision;
  const clearedAs = mayAskByLeavingOut(entry, decision, basis.current, context)
    ? 'left-out'
    : decision.clearedAs;
  let answered: FreshCredential | null = null;
  const requests = writeRequests(id, decision.fields, change.fields, basis.current, clearedAs);
  for (const write of requests) {
    const result = await sendWrite(client, write, sought, isTooLate);
    if (!result.ok) return notSent(result.problem, taken);
    answered = result.value.answer;
    if (result.value.isAmbiguous) context.noteOwnIds();
    taken = true;
  }

  const fresh = await readBack(answered);
  const readAt = momentOf(context);
  if (!fresh.ok) return notRead(fresh.problem);
  const fields = fieldStatesOf(change, fresh.value.credential, attributeOf);
  if (context.learn !== undefined) learnFromWrite(decision.fields, clearedAs, fields, context.learn);
  const open = fields.filter(({ is }) => is !== 'after');
  const state = writtenState(change, open, fresh.value, environment);
  const read = { entry: sent, fresh: fresh.value };
  if (open.length === 0) return { kind: 'settle', state, read, leftAt };
  const uncleared = open.filter(({ field, is }) => field.after === null && is === 'before');
  const next = CLEARED_NEXT.get(clearedAs);
  const isHere = fresh.value.credential.groupId === context.group; // nobody has moved it
  if (next !== undefined && uncleared.length > 0 && isHere) {
    const cleared = uncleared.map(({ field }) => field);
    const second = {
      kind: 'write',
      fields: cleared,
      clearedAs: next,
      taken: true,
      there,
    } as const;
    const isOld = () => mayBeOlder(readAt, READ_FRESH_MS, context);
    return writeEntry(sent, second, { current: fresh.value, isTooLate: isOld }, context);
  }
  return { kind: 'settle', state, read, leftAt };

  async function readBack(answer: FreshCredential | null) {
    return answer === null ? readCredential(client, sought) : ({ ok: true, value: answer } as const);
  }

  async function notSent(problem: PlatformProblem | TooLate, isTaken: boolean): Promise<WriteOutcome> {
    switch (problem.code) {
      case 'too-late':
        return { kind: 'too-late', entry: sent };
      // These mean that the write was not taken. The entry stays "sent": the next step reads before
      // it sends again.
      case 'signed-out':
        return { kind: 'halt', reason: { kind: 'signed-out' } };
      case 'forbidden':
        return { kind: 'halt', reason: { kind: 'forbidden', words: problem.words } };
      case 'throttled':
        return { kind: 'put-off', problem };
      case 'not-found':
      case 'refused': {
        // Another account does not see the credential: then the row is not at fault, and is read
        // after the sign-in.
        if (problem.code === 'not-found' && !(await context.isSameAccount()))
          return { kind: 'halt', reason: { kind: 'other-account' } };
        const status = problem.code === 'refused' ? problem.status : 404;
        if (!isTaken)
          return {
            kind: 'settle',
            state: { kind: 'rejected', status, words: problem.words },
            read: null,
            leftAt,
          };
        // A part of it is there: reading shows which.
        const now = await readCredential(client, sought);
        if (!now.ok) return notRead(now.problem);
        const left = fieldStatesOf(change, now.value.credential, attributeOf).filter(
          ({ is }) => is !== 'after',
        );
        const written = writtenState(change, left, now.value, environment);
        return { kind: 'settle', state: written, read: { entry: sent, fresh: now.value }, leftAt };
      }
      case 'server-fault':
      case 'unreachable':
        return doubt(problem);
      case 'not-allowed':
      case 'unexpected-answer':
        // sendWrite accepts any body of a success, and a client asks no policy.
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

/** The way of clearing that is tried after another one. */
const CLEARED_NEXT: ReadonlyMap<ClearedAs, ClearedAs> = new Map<ClearedAs, ClearedAs>([
  ['left-out', null],
  [null, ''],
]);

/**
 * Whether this write may find out if a map of custom attributes is merged or replaced. Only where
 * nothing can be lost by it: one attribute is to be cleared and nothing else, it was not sent yet,
 * and others stand beside it. Replaced: it is cleared. Merged: it is as it was, and is cleared as
 * any field.
 */
function mayAskByLeavingOut(
  { change, state }: Entry,
  { fields }: WriteDecision,
  current: FreshCredential | null,
  { isMergeUnknown }: StepContext,
): boolean {
  const [field] = fields;
  const isOne = change.fields.length === 1 && fields.length === 1;
  if (!isOne || field === undefined || field.after !== null || state.kind !== 'planned') return false;
  if (!field.attribute.startsWith('custom:') || current === null) return false;
  const others = Object.keys(current.custom).filter((name) => `custom:${name}` !== field.attribute);
  return others.length > 0 && isMergeUnknown?.() === true;
}

/**
 * The evidence before the first request of an entry that adds some. Null where it adds none, or may
 * have sent some that nobody knows of.
 */
function evidenceMarkOf({ change, state }: Entry, current: FreshCredential | null): EvidenceMark | null {
  if (state.kind === 'sent' || state.kind === 'in-doubt') return state.evidence ?? null;
  const adds = change.fields.some(({ attribute }) => evidencePartOf(attribute)?.part === 'url');
  return adds && current !== null ? { before: current.credential.detail.evidence.map(({ id }) => id) } : null;
}

/** Whether the run was restored since the entry was first sent. */
function isAfterLoss(state: EntryState): boolean {
  return (state.kind === 'sent' || state.kind === 'in-doubt') && state.before.kind !== 'read';
}

/**
 * The outcome of a write that cannot be read back now: the entry stays "sent", and its next step
 * reads.
 */
function notRead(problem: PlatformProblem): WriteOutcome {
  if (problem.code === 'signed-out') return { kind: 'halt', reason: { kind: 'signed-out' } };
  if (problem.code === 'forbidden')
    return { kind: 'halt', reason: { kind: 'forbidden', words: problem.words } };
  return { kind: 'put-off', problem };
}

/**
 * The state of an entry after its fields were sent, by the credential as it is now. `open`: those
 * without the wanted value.
 */
export function writtenState(
  change: Change,
  open: readonly FieldState[],
  fresh: FreshCredential,
  environment: Environment,
): SettledState {
  const more = publicPageOf(change, fresh, environment);
  if (open.length === 0) return { kind: 'applied', ...more };
  return { kind: 'not-applied', fields: open.map(({ field }) => field.attribute), ...more };
}
