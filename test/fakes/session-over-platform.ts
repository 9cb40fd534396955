import { haveOwnHeaders } from '../../lib/assign/mapping/header-fingerprint';
import type { BackgroundClient } from '../../lib/rpc/client/background-client';
import { createSession } from '../../lib/session/create-session';
import { pastedFile, type SheetFile } from '../../lib/session/file/create-file-model';
import type { GroupPage } from '../../lib/platform/environment';
import { createWorld, PAGE, type WorldOptions } from './background-world';
import { calm } from './deferred';
import { directSheet } from './sheet-client';

/**
 * A whole panel without its views: the session over the real worker object, the real background and
 * the stand-in.
 */
export async function sessionOverPlatform(options: WorldOptions & { readonly page?: GroupPage } = {}) {
  const { page = PAGE, ...ofWorld } = options;
  const world = await createWorld({ rate: 0, ...ofWorld });
  /** Answers about saved mappings: null where there was none. */
  const savedMappings: unknown[] = [];
  const background: BackgroundClient = {
    call: (command, { signal, onPart = () => {} } = {}) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        (world.say(command as never, onPart as never) as Promise<never>).then((answer) => {
          if (command.kind === 'recall-assignment') savedMappings.push((answer as { value: unknown }).value);
          resolve(answer);
        }, reject);
      }),
  };
  const sheet = directSheet();
  const session = createSession({
    page,
    background,
    sheet: sheet.client,
    now: () => Date.UTC(2026, 10, 22),
  });
  const until = async (isSo: () => boolean, what: string) => {
    // Fingerprints come from threads of WebCrypto, which take many turns on a busy machine.
    for (let turns = 0; turns < 200_000; turns += 1) {
      if (isSo()) return;
      await calm();
    }
    const [review, group] = [session.review.phase.peek(), session.credentials.phase.peek()];
    throw new Error(`never ${what}: ${JSON.stringify([session.step.peek(), review.kind, group])}`);
  };
  const groupIsSettled = () =>
    ['loaded', 'in-part', 'failed'].includes(session.credentials.phase.peek().kind);
  /** Counts come after the last guess: no later one can change what the test decides. */
  const isCounted = () => {
    const report = session.assign.report.peek();
    const isWhole = session.credentials.phase.peek().kind === 'loaded';
    return report !== null && (report.ofWholeGroup || !isWhole);
  };
  /** A saved mapping is restored after the sheet is open, and would make a review out of date. */
  const isRestored = (asked: number) => {
    const assign = session.assign.state.peek();
    if (assign === null) return false;
    if (!haveOwnHeaders(assign.table.columns)) return true; // nothing is saved without headers
    const saved = savedMappings[asked];
    return saved !== undefined && (saved === null || assign.restored !== null);
  };
  await until(() => session.connection.phase.peek().kind === 'connected', 'connected');
  return {
    ...world,
    session,
    sheet,
    until,
    /**
     * Opens a sheet, a file or pasted text, and waits until the group is read as far as Assign
     * needs it.
     */
    async open(sheetFile: string | SheetFile) {
      // The counts of the sheet before are there until those of this one come.
      const before = session.assign.report.peek();
      const asked = savedMappings.length;
      await session.file.open(typeof sheetFile === 'string' ? pastedFile('fixes.csv', sheetFile) : sheetFile);
      const isOfThisSheet = () => session.assign.report.peek() !== before;
      await until(
        () => groupIsSettled() && isOfThisSheet() && isCounted() && isRestored(asked),
        'settled in Assign',
      );
    },
    /** Opens Review and waits until it is whole. */
    async review() {
      session.assign.skipTheRest();
      session.goTo('review');
      await until(() => {
        const phase = session.review.phase.peek();
        if (phase.kind === 'failed') throw new Error(`no review: ${phase.problem.code}`);
        return (
          phase.kind === 'ready' && !phase.locating && session.review.completing.peek().kind !== 'reading'
        );
      }, 'reviewed');
      const phase = session.review.phase.peek();
      if (phase.kind !== 'ready') throw new Error(phase.kind);
      return phase.state;
    },
    /** Searches and readings of credentials, with what each asked. */
    reads: () =>
      world.standIn.log.filter(
        ({ part, path }) => part === 'api' && /\/credentials(\/|$)/.test(path) && !path.includes('evidence'),
      ),
  };
}
