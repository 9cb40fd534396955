import { expect } from 'vitest';
import type { ColumnChoice } from '../../lib/assign/choice/assignment';
import type { AttributeId } from '../../lib/credential/attribute';
import { attributesOf } from '../../lib/credential/attributes';
import type { CosmeticDifference } from '../../lib/credential/cosmetic-difference';
import type { Value } from '../../lib/credential/value';
import { compareCell } from '../../lib/review/diff/compare-cell';
import type { AssignedColumn } from '../../lib/review/match/sheet-columns';
import { cellOf, type WrittenCell } from './table';

const ATTRIBUTES = attributesOf([{ name: 'Seen', kind: 'date' }]);

/** Choices of a column; the rest is the default: blanks are kept, values always written. */
export interface ColumnChoices extends Partial<
  Pick<ColumnChoice, 'blank' | 'write' | 'transform' | 'dateFormat'>
> {
  readonly counted?: readonly CosmeticDifference[];
}

/** The first column of a sheet, assigned to this attribute. */
export function assignedColumn(
  id: AttributeId,
  { counted = [], ...choices }: ColumnChoices = {},
): AssignedColumn {
  const attribute = ATTRIBUTES.find((each) => each.id === id);
  if (attribute === undefined) throw new Error(`${id} is no attribute`);
  const choice: ColumnChoice = {
    column: 0,
    target: { kind: 'attribute', id },
    dateFormat: null,
    blank: 'keep',
    write: 'always',
    ...choices,
  };
  return {
    column: 0,
    attribute,
    choice,
    presentOf: () => null,
    readings: new Map(),
    counted: new Set(counted),
  };
}

/**
 * A compared cell in short. When missing, `after` is the present value, and `text` the cell as
 * written.
 */
export interface ExpectedCell {
  readonly is: string;
  readonly after?: Value;
  readonly code?: string;
  readonly cosmetic?: CosmeticDifference;
  readonly text?: string;
}
/**
 * Name of the case, attribute, present value, cell, choices of the column, and what is expected.
 */
export type ComparedCase = readonly [string, AttributeId, Value, WrittenCell, ColumnChoices, ExpectedCell];

export function expectCompared(
  id: AttributeId,
  before: Value,
  written: WrittenCell,
  choices: ColumnChoices,
  expected: ExpectedCell,
) {
  const cell = cellOf(written);
  const { is, after = before, code = null, cosmetic = null } = expected;
  const { text = cell.kind === 'blank' ? '' : cell.text } = expected;
  expect(compareCell(cell, assignedColumn(id, choices), before)).toEqual({
    cell: { attribute: id, before, after, text, outcome: is },
    code,
    cosmetic,
  });
}
