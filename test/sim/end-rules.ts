import type { AttributeId } from '../../lib/credential/attribute';
import type { Entry } from '../../lib/journal/entry';
import type { JournalRun } from '../../lib/journal/journal';
import { isSettled } from '../../lib/journal/transitions';
import type { Computer } from './computer';
import { hasWanted, itemsWith, placeOf, urlOf } from './values';
import type { Violation } from './watch';
import type { World } from './world';

/** Checks what must hold when everything is over. `run`: the one that was begun, if any was. */
export async function brokenAtTheEnd(
  world: World,
  computer: Computer,
  run: JournalRun | null,
): Promise<readonly Violation[]> {
  const { disk, databasesLost } = computer;
  const entries = run === null ? [] : await disk.journal.listEntries(run.record.id, 0, 1_000_000);
  return [
    ...entries.flatMap((entry) => [
      ...unsettled(entry),
      ...untrue(entry, world),
      ...twice(entry, world),
      ...credits(entry, world),
    ]),
    ...(run === null ? notBegun(world, computer) : wrongSum(run, entries, world, databasesLost() > 0)),
    ...left(run, disk, world),
  ];
}

function unsettled({ state, credential }: Entry): readonly Violation[] {
  if (isSettled(state)) return [];
  return [{ rule: 'every entry is settled', words: `${credential} is ${state.kind}` }];
}

/** The journal says of each field what the platform has, unless somebody else wrote it since. */
function untrue({ change, state, credential }: Entry, { platform, watch }: World): readonly Violation[] {
  const held = platform.store.find(credential);
  if (held === undefined || state.kind === 'not-known') return [];
  return change.fields.flatMap((field) => {
    const place = placeOf(field) ?? field.attribute;
    const isTheirs = watch.edits(credential).findLast((edit) => edit.place === place)?.by === 'them';
    if (isTheirs) return [];
    const isThere = hasWanted(held, change, field.attribute);
    const says = saidThere(state, field.attribute);
    if (says === null || says === isThere) return [];
    // Values that were there before are not the journal's to speak of, unless it says they are.
    const isOurs = watch.edits(credential).some((edit) => edit.by === 'us' && edit.place === place);
    const isAdded = placeOf(field) === null && watch.added(urlOf(change, field.attribute) ?? '') > 0;
    if (isThere && !isOurs && !isAdded) return [];
    const words = `${credential} is ${state.kind}, and ${field.attribute} is ${isThere ? '' : 'not '}there`;
    return [{ rule: 'the journal says what the platform has', words }];
  });
}

/** Whether a state says that a field has its wanted value; null where it says nothing of it. */
function saidThere(state: Entry['state'], attribute: AttributeId): boolean | null {
  switch (state.kind) {
    case 'applied':
      return true;
    case 'not-applied':
      return !state.fields.includes(attribute);
    case 'rejected':
    case 'cancelled':
      return false;
    case 'conflict':
      // A value of somebody else is not ours to speak of.
      if (state.fields.some((field) => field.attribute === attribute)) return null;
      return state.written?.includes(attribute) === true;
    default:
      return null;
  }
}

/** Evidence that our requests added twice is taken away again, or reported. */
function twice({ change, state, credential }: Entry, { platform, watch }: World): readonly Violation[] {
  const held = platform.store.find(credential);
  if (held === undefined) return [];
  return change.fields.flatMap(({ attribute, after: url }) => {
    if (!attribute.startsWith('evidence-url-') || typeof url !== 'string') return [];
    const isReported = 'doubled' in state && state.doubled.some((one) => one.attribute === attribute);
    // A repetition that arrives after the reading back stays (docs/limits.md, During a run).
    if (watch.added(url) - watch.addedLate(url) <= 1 || itemsWith(held, url) <= 1 || isReported) return [];
    const words = `${url} stands ${itemsWith(held, url)} times in ${credential}, which is ${state.kind}`;
    return [{ rule: 'nothing is there twice unreported', words }];
  });
}

function credits({ change, credential }: Entry, { watch }: World): readonly Violation[] {
  const taken = watch.credits(credential);
  if (taken <= change.credits) return [];
  return [{ rule: 'credits are at most as confirmed', words: `${credential} took ${taken}` }];
}

function wrongSum(
  run: JournalRun,
  entries: readonly Entry[],
  { watch }: World,
  isLost: boolean,
): readonly Violation[] {
  const isUnclear = entries.some(
    ({ change, state, credential }) =>
      state.kind === 'not-known' ||
      (change.credits > 0 && change.renews !== true) ||
      watch.edits(credential).some(({ by, place }) => by === 'them' && place === 'expiry-date'),
  );
  if (isLost || isUnclear || entries.length < run.record.entries) return [];
  const taken = entries.reduce((sum, { credential }) => sum + watch.credits(credential), 0);
  if (taken === run.creditsSpent) return [];
  return [{ rule: 'the credits spent are those taken', words: `${run.creditsSpent} told, ${taken} taken` }];
}

/** A run that was lost while it was open comes back from its backup. */
function notBegun({ scenario, watch }: World, { losses, databasesLost }: Computer): readonly Violation[] {
  const touched = scenario.changes.filter(({ credential }) =>
    watch.edits(credential).some(({ by }) => by === 'us'),
  );
  if (touched.length === 0 || (databasesLost() > 0 && losses.length === 0)) return [];
  return [
    { rule: 'no run is lost that has sent', words: touched.map(({ credential }) => credential).join() },
  ];
}

/** Names of all that is stored beside the journal (docs/privacy.md). */
const STORED = /^(?:pace|settings|environment|account:[a-z]+:\w+)$/;

/** Looks for values of a sheet beside the journal, and for backups of runs that are over. */
function left(run: JournalRun | null, disk: Computer['disk'], { scenario }: World): readonly Violation[] {
  const stored = JSON.stringify([...disk.storage]);
  const values = scenario.changes.flatMap(({ who, fields }) => [
    who.name,
    who.email,
    ...fields.map(({ after }) => after),
  ]);
  // Shorter ones, such as a grade "A", would be found in anything.
  const isIn = values.some(
    (value) => typeof value === 'string' && value.length > 5 && stored.includes(value),
  );
  const isKnown = [...disk.storage.keys()].every((name) => STORED.test(name));
  const files = [...(disk.files.directories.get('runs')?.files.keys() ?? [])];
  const broken: Violation[] = [];
  if (isIn || !isKnown) broken.push({ rule: 'nothing else is stored', words: stored });
  if (run !== null && files.length > 0)
    broken.push({ rule: 'no backup outlives its run and the next start', words: files.join() });
  return broken;
}
