import { describe, expect, it } from 'vitest';
import type { Assignment, ColumnChoice, Target } from '../../../../lib/assign/choice/assignment';
import type { ColumnFacts } from '../../../../lib/assign/facts/describe-columns';
import { restoreMapping, toSavedMapping, applyMapping } from '../../../../lib/assign/mapping/saved-mapping';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { Day } from '../../../../lib/credential/day';

const DAY = '2026-03-03' as Day;
const ATTRIBUTES = attributesOf([{ name: 'Location', kind: 'text' }]);
const to = (id: string): Target => ({ kind: 'attribute', id }) as Target;
const OPEN: Target = { kind: 'undecided' };
const choice = (column: number, target: Target, more: Partial<ColumnChoice> = {}): ColumnChoice => ({
  column,
  target,
  dateFormat: null,
  blank: 'keep',
  write: 'always',
  ...more,
});
const assignment = (columns: readonly ColumnChoice[], key: Assignment['key'] = null): Assignment => ({
  columns,
  key,
});
const named = (names: readonly string[]) => new Map(names.map((name, column) => [column, name]));

const factsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => ({ column: at, dateFormat: { kind: 'none' } }) as unknown as ColumnFacts,
  );

it('what is tidied in a column comes back with its attribute, and with no other', () => {
  const names = named(['Name', 'Until']);
  const transform = 'title';
  const columns = [
    { ...choice(0, to('recipient-name')), transform } as const,
    { ...choice(1, to('expiry-date')), transform } as const,
  ];
  const restored = restoreMapping(
    'remembered',
    toSavedMapping(assignment(columns), [], names, DAY),
    names,
    ATTRIBUTES,
  );
  const open = assignment([choice(0, OPEN), choice(1, OPEN)]);
  const present = { guesses: [], assignment: open, attributes: ATTRIBUTES };
  const taken = applyMapping(restored, present, factsOf(2), new Set()).assignment.columns;
  expect(taken.map((of) => of.transform)).toEqual(['title', undefined]);
});

describe('a composite key', () => {
  const names = named(['Mail', 'Course']);
  const both = assignment(
    [choice(0, to('recipient-email')), choice(1, to('credential-name'))],
    'recipient-email',
  );
  const present = {
    guesses: [],
    assignment: assignment([choice(0, OPEN), choice(1, OPEN)]),
    attributes: ATTRIBUTES,
  };
  const back = (remembered: ReturnType<typeof toSavedMapping>, of: ReadonlyMap<number, string>) => {
    const restored = restoreMapping('remembered', remembered, of, ATTRIBUTES);
    return applyMapping(restored, present, factsOf(2), new Set()).assignment;
  };
  const remembered = toSavedMapping({ ...both, alsoBy: 'credential-name' }, [], names, DAY);
  it('comes back with both', () => {
    expect(back(remembered, names)).toMatchObject({ key: 'recipient-email', alsoBy: 'credential-name' });
  });
  it('is none where a half of it is missing', () => {
    expect(back(remembered, named(['Mail', 'Else']))).not.toHaveProperty('alsoBy');
  });
  it('of an earlier day has one', () => {
    expect(back(toSavedMapping(both, [], names, DAY), names)).not.toHaveProperty('alsoBy');
  });
});
