import type { Secrets } from '../secrets/secrets';
import { z } from '../zod';
import { createBackupFiles } from './backup-files';
import type { Entry, RunId } from './entry';
import type { HistoryCopies } from './history-copies';
import type { JournalRun } from './journal';
import { checked, damaged, withJournalFaults } from './journal-faults';
import { entrySchema, journalRunSchema } from './run-schema';
import { HISTORY_SECRET, parsed, sealOfRun, secretOf } from './sealed-records';

const DIRECTORY = 'history';
const LINE = '.line';
/** The file of a run's entries: a closed line for each part of them. */
const VALUES = '.values';
const LINES = /^([\w-]{1,64})\.line$/;
const OURS = /^[\w-]{1,64}\.(?:line|values)$/;

const aboutLine = (run: string) => `copy of ${run}`;
const aboutPart = (run: string, part: number) => `values of ${run} ${part}`;
const aboutEnd = (run: string) => `end of values of ${run}`;

/** Keeps the copies of runs that are over as files, for each run one line and one of its values. */
export function createFileHistory(
  root: () => Promise<FileSystemDirectoryHandle>,
  secrets: Secrets,
): HistoryCopies {
  const files = createBackupFiles(root, DIRECTORY);

  return {
    save: (run, entries) =>
      withJournalFaults(async () => {
        const { id } = run.record;
        if (entries === null) await files.remove(id + VALUES);
        else await files.write(id + VALUES, closedParts(secrets, id, entries));
        const seal = await secrets.make(HISTORY_SECRET);
        const line = await seal.close(JSON.stringify(plainRun(run)), aboutLine(id));
        await files.write(id + LINE, once(line));
      }),
    list: () =>
      withJournalFaults(async () => {
        const found: { readonly run: RunId; readonly hasValues: boolean }[] = [];
        for (const name of await files.names()) {
          if (!OURS.test(name)) await files.remove(name);
          const run = LINES.exec(name)?.[1];
          if (run === undefined || !(await files.isWritten(name))) continue;
          found.push({ run: run as RunId, hasValues: await files.isWritten(run + VALUES) });
        }
        return found;
      }),
    read: (id) =>
      withJournalFaults(async () => {
        const line = await files.textOf(id + LINE);
        if (line === null) return null;
        const seal = (await secrets.get(HISTORY_SECRET)) ?? damaged();
        const run = checked(journalRunSchema, parsed(await seal.open(line, aboutLine(id))));
        if (run.record.id !== id) return damaged();
        if (run.values.kind === 'deleted') return { run, entries: null };
        return { run, entries: await openedParts(secrets, id, await files.textOf(id + VALUES)) };
      }),
    clear: () => withJournalFaults(() => files.clear()),
  };
}

/** The last line tells how many there are: a file that was cut is found out. */
async function* closedParts(secrets: Secrets, id: RunId, entries: AsyncIterable<readonly Entry[]>) {
  const seal = await sealOfRun(secrets, id);
  let part = 0;
  let count = 0;
  for await (const some of entries) {
    yield `${await seal.close(JSON.stringify(some), aboutPart(id, part++))}\n`;
    count += some.length;
  }
  yield await seal.close(JSON.stringify({ count }), aboutEnd(id));
}

const endSchema = z.object({ count: z.int().nonnegative() });

/** Null where they cannot be opened, or are not all there. */
async function openedParts(
  secrets: Secrets,
  id: RunId,
  text: string | null,
): Promise<readonly Entry[] | null> {
  const seal = await secrets.get(secretOf(id));
  if (seal === null || text === null) return null;
  const lines = text.split('\n');
  const end = endSchema.safeParse(parsed(await seal.open(lines.pop() ?? '', aboutEnd(id)))).data;
  const parts = await Promise.all(
    lines.map(async (line, at) => parsed(await seal.open(line, aboutPart(id, at)))),
  );
  const entries = z.array(z.array(entrySchema)).safeParse(parts).data?.flat();
  return entries?.length === end?.count && entries?.every(({ run }) => run === id) === true ? entries : null;
}

/** A run in the form that `journalRunSchema` reads. */
function plainRun({ record, counts, partly, creditsSpent, values, isEndSeen }: JournalRun): object {
  return {
    record,
    counts,
    partly,
    creditsSpent,
    ...(values.kind === 'deleted' && { forgotten: true }),
    ...(values.kind === 'deleted' && values.at !== null && { forgottenAt: values.at }),
    ...(isEndSeen && { seen: true }),
  };
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}
