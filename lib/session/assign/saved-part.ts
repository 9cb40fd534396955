import type { Signal } from '@preact/signals-core';
import { fingerprintsOf } from '../../assign/mapping/header-fingerprint';
import {
  restoreMapping,
  restoreJoins,
  toSavedMapping,
  applyMapping,
  withJoinedNames,
  type RestoredMapping,
  type SavedMapping,
} from '../../assign/mapping/saved-mapping';
import { failed, ok } from '../../result';
import { ignoreWorkerEnd } from '../../rpc/client/sheet-client';
import type { OpenedTable } from '../../rpc/contract/sheet-contract';
import type { Turn } from '../state/latest';
import type { AssignEdits, AssignParts } from './assign-hand';
import type { AssignModel, AssignState } from './assign-model';
import type { createJoins } from './joined-part';

/** The mapping of an earlier day, or of a colleague's file: saved, restored and forgotten. */
export function createSavedMapping(
  { deps, state, latest, hand }: AssignParts,
  { count, decideAll, reguess }: AssignEdits,
  { setJoins }: Pick<ReturnType<typeof createJoins>, 'setJoins'>,
  loaded: Signal<ReturnType<AssignModel['loaded']['peek']>>,
) {
  const { memory, today, onChange, onDecided } = deps;

  /**
   * A file is loaded by hand, at any time. What was saved may arrive when the admin is in Review
   * already.
   */
  const isTooLate = (kind: RestoredMapping['reason']['kind']) => kind === 'remembered' && hand().isAccepted;

  /**
   * Restores a saved mapping where nothing is decided yet; from then on it is decided. Gives the
   * number of columns.
   */
  const restore = async (
    kind: RestoredMapping['reason']['kind'],
    saved: SavedMapping,
    names: ReadonlyMap<number, string>,
  ): Promise<number> => {
    const joins = restoreJoins(saved, names);
    if (isTooLate(kind)) return 0;
    if (joins.length + hand().joins.length > 0 && !(await setJoins(joins))) return 0;
    const before = state.peek();
    if (before === null || isTooLate(kind)) return 0;
    const restored = restoreMapping(kind, saved, withJoinedNames(names, joins), before.attributes);
    if (restored.choices.size === 0) return 0;
    const { decided, dated } = hand();
    // A file was asked for by hand: it goes before what was decided.
    if (kind === 'from-file') for (const set of [decided, dated]) set.clear();
    const applied = applyMapping(restored, before, before.table.columns, decided);
    for (const column of restored.choices.keys()) decided.add(column);
    state.value = { ...before, ...applied, restored };
    onChange();
    void ignoreWorkerEnd(count(applied.assignment));
    if (applied.assignment.columns.every(({ column }) => decided.has(column))) onDecided();
    return restored.choices.size;
  };
  /** Restores what was saved for the headers of a table that was just opened. */
  const restoreFor = (table: OpenedTable) =>
    latest.table.join(async (turn) => {
      const made = await turn.answer(fingerprintsOf(table.columns.map(({ header }) => header)));
      const saved = await turn.answer(memory.read(made.set));
      const names = namesOf(table, made.columns);
      hand().prints = { set: made.set, names };
      if (saved !== null) await ignoreWorkerEnd(restore('remembered', saved, names));
    });
  const loadIn = async (turn: Turn, file: Blob) => {
    const { readMappingFile } = await turn.answer(mappingFiles());
    const read = await turn.answer(readMappingFile(file));
    const before = state.peek();
    if (before === null) return;
    const restoring = read.ok ? restore('from-file', read.value, headersOf(before)) : Promise.resolve(0);
    const columns = await turn.answer(restoring);
    if (!read.ok) loaded.value = read;
    else loaded.value = columns === 0 ? failed({ code: 'no-column-of-it' }) : ok({ columns });
  };

  const actions: Pick<AssignModel, 'accept' | 'forget' | 'file' | 'load'> = {
    accept() {
      decideAll();
      hand().isAccepted = true;
      const [now, { prints }] = [state.peek(), hand()];
      if (prints === null || now === null) return;
      const names = withJoinedNames(prints.names, now.joins);
      void memory.save(prints.set, toSavedMapping(now.assignment, now.joins, names, today()));
    },
    async forget() {
      await latest.table.join(async (turn) => {
        const { prints, decided, dated } = hand();
        if (prints !== null) await turn.answer(memory.forget(prints.set));
        const now = state.peek();
        if (now === null) return;
        for (const set of [decided, dated]) set.clear();
        hand().isApart = false;
        state.value = { ...now, restored: null };
        if (hand().joins.length === 0 || (await setJoins([]))) await reguess();
      });
    },
    async file() {
      const now = state.peek();
      if (now === null) return null;
      const { writeMappingFile } = await mappingFiles();
      const names = withJoinedNames(headersOf(now), now.joins);
      return writeMappingFile(toSavedMapping(now.assignment, now.joins, names, today()));
    },
    async load(file) {
      await latest.table.join((turn) => loadIn(turn, file));
    },
  };
  return { restoreFor, actions };
}

/** Late: few admins ever save or load a file of it. */
const mappingFiles = () => import('../../assign/mapping/mapping-file');

function headersOf({ table, joins }: AssignState): ReadonlyMap<number, string> {
  const own = table.columns.filter(({ column }) => !joins.some((join) => join.column === column));
  return new Map(own.map(({ column, header }) => [column, header]));
}

function namesOf({ columns }: OpenedTable, names: readonly string[]): ReadonlyMap<number, string> {
  return new Map(
    columns.flatMap(({ column }, index) => (names[index] === undefined ? [] : [[column, names[index]]])),
  );
}
