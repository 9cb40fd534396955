import type { Credential } from '../../lib/credential/credential';
import { groupId } from '../../lib/credential/ids';
import type { Connection } from '../../lib/platform/connection';
import { ok } from '../../lib/result';
import type { ReviewView } from '../../lib/review/cross-row/review';
import type { ReviewId } from '../../lib/rpc/contract/held';
import type { CommandHandlers } from '../../lib/rpc/contract/background-contract';
import { createSession } from '../../lib/session/create-session';
import { STEPS, type Session } from '../../lib/session/session';
import { pastedFile } from '../../lib/session/file/create-file-model';
import { fakeBackground } from './background-client';
import { credentialOf } from './credential';
import { calm } from './deferred';
import { directSheet } from './sheet-client';

export const PAGE_7 = { environment: 'production', groupId: groupId('7') } as const;
export const CONNECTION: Connection = {
  page: PAGE_7,
  account: { id: '9', name: 'Northfield' },
  group: { id: '7', name: 'Welding 2024', credentialName: 'Certified Welder' },
  credits: 5,
  customAttributes: [],
  signedInBy: 'session',
};
export const MEMBERS: readonly Credential[] = [
  credentialOf({ id: '1', recipientName: 'Ada Lovelace', recipientEmail: 'ada@example.org', grade: 'A' }),
  credentialOf({ id: '2', recipientName: 'Bob Stone', recipientEmail: 'bob@example.org', grade: 'B' }),
];
/** Every column is guessed; one grade changes. */
export const SHEET = 'Credential ID,Grade\n1,D\n2,B\n';

/**
 * A session over the real worker object, connected to a group of two, with a background that the
 * test says.
 */
export async function sessionWith(handlers: Partial<CommandHandlers> = {}, members = MEMBERS) {
  const sheet = directSheet();
  const background = fakeBackground({
    connect: () => Promise.resolve(ok(CONNECTION)),
    'find-run': () => Promise.resolve(ok(null)),
    'load-credentials': (_, { part }) => {
      part({ credentials: members, loaded: members.length, total: members.length });
      return Promise.resolve(ok({ kind: 'whole' as const, count: members.length, requests: 1 }));
    },
    locate: () => Promise.resolve(ok([])),
    ...handlers,
  });
  const session = createSession({
    page: PAGE_7,
    background: background.background,
    sheet: sheet.client,
    now: () => Date.UTC(2026, 5, 15),
  });
  await calm();
  const open = async (text: string, name = 'fixes.csv') => {
    await session.file.open(pastedFile(name, text));
    await calm();
  };
  const goTo = async (step: Parameters<typeof session.goTo>[0]) => {
    session.goTo(step);
    await calm();
  };
  return { session, sheet, open, goTo, ...background };
}

/** The review that a session shows. */
export function reviewIdOf({ review }: Pick<Session, 'review'>): ReviewId {
  const phase = review.phase.peek();
  if (phase.kind !== 'ready') throw new Error(`no review: ${phase.kind}`);
  return phase.state.review;
}

/**
 * The plan of the review that is shown, made by the worker, with its changes; none when something
 * is in its way.
 */
export async function planOf({ session, sheet }: { readonly session: Session; readonly sheet: Sheet }) {
  const asked = await sheet.client.call('makePlan', reviewIdOf(session));
  if (!asked.ok) throw new Error(asked.problem.code);
  const made = asked.value;
  const changes = made.ok ? await sheet.client.call('changes', made.value.plan, 0, 9) : ok([]);
  if (!changes.ok) throw new Error(changes.problem.code);
  return { made, changes: changes.value };
}

/** Rows of the review that is shown, as the worker gives them. */
export async function windowOf(
  { session, sheet }: { readonly session: Session; readonly sheet: Sheet },
  view: ReviewView,
  from: number,
  count: number,
) {
  const window = await sheet.client.call('window', reviewIdOf(session), view, from, count);
  if (!window.ok) throw new Error(window.problem.code);
  return window.value;
}

type Sheet = ReturnType<typeof directSheet>;

type World = Awaited<ReturnType<typeof sessionWith>>;

/** Steps that can be gone to from where the session is. */
export async function openSteps({
  session,
  goTo,
}: Pick<World, 'session' | 'goTo'>): Promise<readonly string[]> {
  const here = session.step.peek();
  const open: string[] = [];
  for (const step of STEPS) {
    if (step === here) open.push(step);
    else {
      await goTo(step);
      if (session.step.peek() === step) open.push(step);
    }
  }
  await goTo(here);
  return open;
}
