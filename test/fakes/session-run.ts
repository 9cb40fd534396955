import type { Change } from '../../lib/credential/change';
import type { EntryState } from '../../lib/journal/entry';
import { ok } from '../../lib/result';
import type { CommandHandlers } from '../../lib/rpc/contract/background-contract';
import { calm, deferred, type Deferred } from './deferred';
import { entryOf, progressOf, RUN } from './run';
import { MEMBERS, sessionWith, SHEET } from './session';

type Watched = Awaited<ReturnType<CommandHandlers['watch-run']>>;

/**
 * A session with a reviewed sheet; what is written down is kept, and the end of the run is the
 * test's.
 */
export async function reviewedSession(handlers: Partial<CommandHandlers> = {}, text = SHEET) {
  const written: Change[] = [];
  const watch: Deferred<Watched> = deferred();
  let end: EntryState = { kind: 'applied' };
  let members = MEMBERS;
  const world = await sessionWith({
    'load-credentials': (_, { part }) => {
      part({ credentials: members, loaded: members.length, total: members.length });
      return Promise.resolve(ok({ kind: 'whole' as const, count: members.length, requests: 1 }));
    },
    'prepare-run': () => Promise.resolve(ok(RUN)),
    'add-changes': ({ changes }) => {
      written.push(...changes);
      return Promise.resolve(ok(null));
    },
    'begin-run': () => Promise.resolve(ok(progressOf('running', { planned: written.length }))),
    'watch-run': () => watch.promise,
    'list-entries': () => Promise.resolve(ok(written.map((change, at) => entryOf(change, end, at)))),
    ...handlers,
  });
  await world.open(text);
  await world.goTo('review');
  return {
    ...world,
    written,
    /** The run ends, with its entries in this state and the group as it is then. */
    async finish(
      state: EntryState = { kind: 'applied' },
      after = MEMBERS,
      how: 'finished' | 'cancelled' = 'finished',
    ) {
      end = state;
      members = after;
      watch.resolve(ok(progressOf(how, { applied: written.length })));
      await calm();
      await calm();
    },
  };
}
