import { withJoins, withTarget } from '../../assign/edit/edit-assignment';
import { FIRST_JOINED, type Join } from '../../assign/edit/join';
import type { AssignEdits, AssignParts } from './assign-hand';
import type { AssignModel } from './assign-model';

/** Columns that are read as one. */
export function createJoins({ deps, state, latest, hand }: AssignParts, { change, reguess }: AssignEdits) {
  /**
   * Has the worker join these columns and no others; false when that is about a table or joins that
   * are no more.
   */
  const setJoins = async (joins: readonly Join[]): Promise<boolean> => {
    const asked = state.peek();
    if (asked === null) return false;
    hand().joins = joins;
    // At once, and not with the answer: the worker drops its review when it comes to this call, and
    // a review that is asked for behind the call is already one of the joined table.
    deps.onChange();
    const done = await latest.joins.run(async (turn) => {
      const facts = await turn.held(deps.sheet.call('joinColumns', asked.table.id, joins));
      const before = state.peek();
      if (before === null) return false;
      const own = before.table.columns.filter(({ column }) => column < FIRST_JOINED);
      const assignment = withJoins(before.assignment, before.joins, joins);
      state.value = { ...before, joins, table: { ...before.table, columns: [...own, ...facts] }, assignment };
      return true;
    });
    return done ?? false; // stale
  };

  /**
   * Joins first and last name where together they are names of the group, as long as the admin
   * decided neither, and did not take them apart (docs/product.md 2.3).
   */
  const joinNames = async (): Promise<void> => {
    const isOpen = () => hand().joins.length === 0 && !hand().isApart && !hand().isAccepted;
    const asked = state.peek();
    if (asked === null || !isOpen()) return;
    await latest.table.join(async (turn) => {
      const found = await turn.held(deps.sheet.call('nameJoin', asked.table.id, asked.guesses));
      const { decided } = hand();
      if (found === null || !isOpen() || decided.has(found.first) || decided.has(found.second)) return;
      const name = state
        .peek()
        ?.assignment.columns.some(
          ({ target }) => target.kind === 'attribute' && target.id === 'recipient-name',
        );
      if (name !== false || !(await setJoins([{ column: FIRST_JOINED, ...found }]))) return;
      const id = 'recipient-name';
      change((now, { attributes }) => withTarget(now, FIRST_JOINED, { kind: 'attribute', id }, attributes));
      await reguess();
    });
  };

  const actions: Pick<AssignModel, 'join' | 'separate'> = {
    async join(first, second) {
      // Late: the words by which headers are judged are large, and few columns are joined by hand.
      const loading = import('../../assign/guess/name-parts');
      const { joins, decided } = hand();
      if (state.peek() === null || joins.some((join) => isPart(join, first) || isPart(join, second))) return;
      const column = Math.max(FIRST_JOINED - 1, ...joins.map((join) => join.column)) + 1;
      if (!(await setJoins([...joins, { column, first, second }]))) return;
      const { nameParts } = await loading;
      // Taken apart or of another table meanwhile.
      if (!hand().joins.some((join) => join.column === column)) return;
      for (const part of [first, second, column]) decided.add(part);
      change((assignment, { table, attributes }) => {
        const parts = nameParts(table.columns.filter((facts) => facts.column < FIRST_JOINED));
        const areName =
          parts !== null && [first, second].every((part) => Object.values(parts).includes(part));
        const hasName = assignment.columns.some(
          ({ target }) => target.kind === 'attribute' && target.id === 'recipient-name',
        );
        if (!areName || hasName) return assignment;
        return withTarget(assignment, column, { kind: 'attribute', id: 'recipient-name' }, attributes);
      });
    },
    async separate(joined) {
      const { joins, decided } = hand();
      const gone = joins.find(({ column }) => column === joined);
      hand().isApart = true;
      if (gone === undefined || !(await setJoins(joins.filter((join) => join !== gone)))) return;
      for (const column of [gone.column, gone.first, gone.second]) decided.delete(column);
      change((assignment) => assignment);
    },
  };
  return { setJoins, joinNames, actions };
}

function isPart({ first, second }: Join, column: number): boolean {
  return column === first || column === second;
}
