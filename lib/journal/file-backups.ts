import type { Change } from '../credential/change';
import type { Seal } from '../secrets/seal';
import type { Secrets } from '../secrets/secrets';
import { z } from '../zod';
import { createBackupFiles } from './backup-files';
import { changeSchema } from './change-schema';
import type { RunId, RunRecord } from './entry';
import { JournalFault } from './journal';
import { checked, damaged, withJournalFaults } from './journal-faults';
import { olderChanges, olderState } from './older-backups';
import type { RunBackups } from './run-backups';
import { runRecordSchema, runStatusSchema } from './run-schema';
import { sealOfRun, secretOf } from './sealed-records';

const DIRECTORY = 'runs';
/** The file of a run's changes: a closed line for the record, then one for each part of them. */
const CHANGES = '.changes';
const STATE = '.state';
const OURS = /^([\w-]{1,64})(?:\.changes|\.state)$/;

const aboutLine = (run: string, line: number) => `backup of ${run} ${line}`;
const aboutState = (run: string) => `state of backup ${run}`;

/**
 * Keeps backups as files, for each run one with its changes and one with its state. They are closed
 * with the secret of the run, as its records in the journal are.
 */
export function createFileBackups(
  root: () => Promise<FileSystemDirectoryHandle>,
  secrets: Secrets,
): RunBackups {
  const files = createBackupFiles(root, DIRECTORY);

  async function save(
    seal: Seal,
    record: RunRecord,
    changes: AsyncIterable<readonly Change[]>,
  ): Promise<void> {
    await files.write(
      record.id + CHANGES,
      (async function* () {
        let line = 0;
        const closed = async (value: unknown) =>
          `${await seal.close(JSON.stringify(value), aboutLine(record.id, line++))}\n`;
        yield await closed(record);
        for await (const some of changes) yield await closed(some);
      })(),
    );
  }

  async function saveState(seal: Seal, run: RunId, status: object): Promise<void> {
    const text = JSON.stringify(status);
    // A kill can meet any write: what is there already is not written again.
    if (await isSaved(seal, run, text)) return;
    await files.write(run + STATE, once(await seal.close(text, aboutState(run))));
  }

  /** One that cannot be read just now is written again: the backup would be given up otherwise. */
  async function isSaved(seal: Seal, run: RunId, text: string): Promise<boolean> {
    try {
      const before = await files.textOf(run + STATE);
      return before !== null && (await seal.open(before, aboutState(run))) === text;
    } catch {
      return false;
    }
  }

  /** Closes what a version before 0.3 has left in the clear. What cannot be read is removed. */
  async function closeOlder(run: RunId): Promise<void> {
    const [changes, state] = [await files.textOf(run + CHANGES), await files.textOf(run + STATE)];
    const older = changes === null ? null : olderChanges(changes);
    const olderStatus = state === null ? null : olderState(state);
    if (older === null && olderStatus === null) return;
    const seal = await secrets.make(secretOf(run));
    if (older === 'damaged') await files.remove(run + CHANGES);
    else if (older !== null) await save(seal, older.record, once(older.changes));
    if (olderStatus === 'damaged') await files.remove(run + STATE);
    else if (olderStatus !== null) await saveState(seal, run, olderStatus);
  }

  async function list() {
    const all = await files.names();
    const runs = new Set(all.flatMap((name) => OURS.exec(name)?.[1] ?? [])); // none: left by a killed write
    return [...runs].map((run) => ({
      run: run as RunId,
      hasState: all.includes(run + STATE) && all.includes(run + CHANGES),
    }));
  }

  return {
    save: (record, changes) =>
      withJournalFaults(async () => save(await sealOfRun(secrets, record.id), record, changes)),
    saveState: ({ id, state, finishedAt, trialOverAt }) =>
      withJournalFaults(async () => {
        const status = { state, finishedAt, ...(trialOverAt !== undefined && { trialOverAt }) };
        await saveState(await sealOfRun(secrets, id), id, status);
      }),
    list: () => withJournalFaults(list),
    removeLeftovers: () =>
      withJournalFaults(async () => {
        for (const name of await files.names()) if (!OURS.test(name)) await files.remove(name);
        for (const { run } of await list()) await closeOlder(run);
      }),
    read: (run) =>
      withJournalFaults(async () => {
        const [state, text] = [await files.textOf(run + STATE), await files.textOf(run + CHANGES)];
        if (state === null || text === null) return null;
        const seal = await sealOfRun(secrets, run);
        const [first, ...parts] = await Promise.all(
          text
            .trimEnd()
            .split('\n')
            .map(async (line, at) => parsed(await seal.open(line, aboutLine(run, at)))),
        );
        const record = checked(runRecordSchema, first);
        const changes = checked(z.array(z.array(changeSchema)), parts).flat();
        if (changes.length !== record.entries) throw new JournalFault('damaged');
        const status = checked(runStatusSchema, parsed(await seal.open(state, aboutState(run))));
        return { record: { ...record, ...status }, changes };
      }),
    remove: (run) =>
      withJournalFaults(async () => {
        // The state first: a backup without one cannot be read.
        await files.remove(run + STATE);
        await files.remove(run + CHANGES);
      }),
    clear: () => withJournalFaults(() => files.clear()),
  };
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}

/** `text` null: it could not be opened. */
function parsed(text: string | null): unknown {
  try {
    return text === null ? damaged() : JSON.parse(text);
  } catch {
    throw new JournalFault('damaged');
  }
}
