import { describe, expect, test } from 'vitest';
import { changeOf, createWorld } from '../../../fakes/background-world';
import { createMemoryJournal } from '../../../fakes/memory-journal';
import { prepared } from '../../../fakes/prepared-run';
import { NOTHING_THERE } from '../../../fakes/run';

/* docs/product.md 2.6: values are not kept for ever because a run never comes to its end. */

const rename = changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']]);
const DAY = 24 * 60 * 60 * 1000;

describe('values', () => {
  test('of a run that nobody resumes are not kept for ever: it is cancelled after 30 days', async () => {
    const world = await createWorld();
    const run = await world.begin([rename]);
    await world.say({ kind: 'pause-run', run });
    const stateOf = async () => (await world.journal.readRun(run))?.record.state.kind;
    world.clock.advance(20 * DAY);
    await world.say({ kind: 'resume-run', run });
    await world.say({ kind: 'pause-run', run });
    if ((await stateOf()) !== 'paused') throw new Error('it ended before it was paused again');
    world.clock.advance(29 * DAY);
    await world.restart();
    expect(await stateOf(), 'counted from the last pause').toBe('paused');
    world.clock.advance(2 * DAY);
    await world.restart();
    await expect.poll(stateOf).toBe('cancelled');
    world.clock.advance(31 * DAY);
    await world.restart();
    expect(await world.entries(run)).toEqual([]);
  });

  test('of a cancelled run whose last outcome never became known go when they are due', async () => {
    const journal = createMemoryJournal();
    const world = await createWorld({ journal });
    const run = await prepared(journal);
    await journal.transitionRun(run, { kind: 'running' }, world.clock.now());
    await journal.transitionEntry(run, 0, { kind: 'sent', attempt: 1, before: NOTHING_THERE });
    await journal.transitionRun(run, { kind: 'cancelled' }, world.clock.now());
    await journal.cancelPlanned(run, 9);
    const isKept = async () => (await world.entries(run)).length > 0;
    await world.say({ kind: 'keep-values', days: 0 });
    expect(await isKept(), 'it may yet become known').toBe(true);
    world.clock.advance(2 * DAY);
    await world.say({ kind: 'keep-values', days: 0 });
    expect(await isKept()).toBe(false);
    expect(await journal.readRun(run)).toMatchObject({ counts: { sent: 0, 'not-known': 1, cancelled: 4 } });
  });
});
