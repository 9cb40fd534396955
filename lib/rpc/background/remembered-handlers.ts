import type { JournalRun } from '../../journal/journal';
import type { GroupPage } from '../../platform/environment';
import { ok } from '../../result';
import { isOfPage } from '../../run/badge/run-to-show';
import type { CommandHandlers } from '../contract/background-contract';
import {
  assignmentName,
  listAssignments,
  readAssignment,
  saveAssignment,
  type AssignmentStore,
} from './assignment-store';
import type { KeyStore } from './key-store';
import { withRuns, type OpenRuns } from './open-runs';
import { readRememberedFile, writeRememberedFile } from './remembered-file';

interface RememberedDeps {
  readonly assignments: AssignmentStore;
  readonly keys: KeyStore;
}

/** Handlers about what is stored beside the history: for Assign, and for the options page. */
export function createRememberedHandlers(open: OpenRuns, { assignments, keys }: RememberedDeps) {
  const nameOf = (page: GroupPage | null, runs: readonly JournalRun[]) =>
    page === null ? null : (runs.find((run) => isOfPage(run, page))?.record.group.name ?? null); // no run of it
  return {
    'recall-assignment': async ({ page, headers }) =>
      ok(await readAssignment(assignments, assignmentName(page, headers))),
    'remember-assignment': async ({ page, headers, assignment }) => {
      await saveAssignment(assignments, { page, headers }, assignment);
      return ok(null);
    },
    'forget-assignment': async ({ page, headers }) => {
      await assignments.forget(assignmentName(page, headers));
      return ok(null);
    },
    'list-stored': async () => {
      const [production, eu, sandbox] = [
        await keys.where('production'),
        await keys.where('eu'),
        await keys.where('sandbox'),
      ];
      const runs = await withRuns(open, async ({ journal }) => ok(await journal.listRuns()));
      const remembered = (await listAssignments(assignments)).map(({ id, of, assignment }) => {
        const page = of?.page ?? null; // not noted
        return { id, page, group: nameOf(page, runs.ok ? runs.value : []), assignment };
      });
      return ok({ keys: { production, eu, sandbox }, remembered });
    },
    'forget-remembered': async ({ id }) => {
      await assignments.forgetAs(id);
      return ok(null);
    },
    'forget-rules': async ({ id }) => {
      const found = (await listAssignments(assignments)).find((one) => one.id === id);
      if (found === undefined) return ok(null); // forgotten meanwhile
      const { rules: _rules, ...rest } = found.assignment;
      await assignments.putAs(id, { ...rest, ...(found.of !== null && { of: found.of }) });
      return ok(null);
    },
    'export-remembered': async () => {
      const all = await listAssignments(assignments);
      return ok(
        writeRememberedFile(all.flatMap(({ of, assignment }) => (of === null ? [] : [{ of, assignment }]))),
      );
    },
    'import-remembered': async ({ text }) => {
      const read = readRememberedFile(text);
      if (!read.ok) return read;
      for (const { of, assignment } of read.value) await saveAssignment(assignments, of, assignment);
      return ok({ count: read.value.length });
    },
  } satisfies Partial<CommandHandlers>;
}
