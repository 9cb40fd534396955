import type { Attribute } from '../../credential/attribute';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { Assignment } from '../choice/assignment';
import { rulesOf } from './assigned-rules';
import type { ColumnFacts } from '../facts/describe-columns';

/** Reasons that keep Review closed. `columns` are positions in the sheet. */
export type AssignmentProblem =
  | { readonly code: 'columns-undecided'; readonly columns: readonly number[] }
  | { readonly code: 'no-key' }
  /** The order of day and month is undecided in a date column. */
  | { readonly code: 'date-format-open'; readonly columns: readonly number[] }
  /** An evidence description has no URL column that says which evidence it is. */
  | { readonly code: 'evidence-without-url'; readonly columns: readonly number[] }
  /** Only keys and columns that are never written are assigned, so nothing could change. */
  | { readonly code: 'nothing-to-update' };

/** Lists what is still to be decided, first things first. Empty when Review may open. */
export function assignmentProblems(
  assignment: Assignment,
  facts: readonly ColumnFacts[],
  attributes: readonly Attribute[],
): readonly AssignmentProblem[] {
  const attributeById = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const factsByColumn = new Map(facts.map((fact) => [fact.column, fact]));
  const assigned = assignment.columns.flatMap((choice) => {
    const attribute = choice.target.kind === 'attribute' ? attributeById.get(choice.target.id) : undefined;
    return attribute ? [{ choice, attribute }] : [];
  });
  const undecided = assignment.columns.filter(({ target }) => target.kind === 'undecided');
  const openDates = assigned.filter(({ choice, attribute }) => {
    if (attribute.kind !== 'day' || choice.dateFormat !== null) return false;
    return factsByColumn.get(choice.column)?.dateFormat.kind !== 'none-needed'; // every choice has its facts
  });
  const withoutUrl = assigned.filter(({ attribute }) => {
    const evidence = evidencePartOf(attribute.id);
    if (evidence?.part !== 'description') return false;
    return !assigned.some((other) => other.attribute.id === `evidence-url-${evidence.number}`);
  });
  const hasField = assigned.some(
    ({ attribute, choice }) =>
      choice.write !== 'never' &&
      attribute.id !== assignment.key &&
      attribute.id !== assignment.alsoBy &&
      (attribute.role === 'field' || attribute.role === 'key-and-field'),
  );

  const problems: AssignmentProblem[] = [];
  const columnsOf = (of: typeof assigned) => of.map(({ choice }) => choice.column);
  if (undecided.length > 0)
    problems.push({ code: 'columns-undecided', columns: undecided.map(({ column }) => column) });
  if (assignment.key === null) problems.push({ code: 'no-key' });
  if (openDates.length > 0) problems.push({ code: 'date-format-open', columns: columnsOf(openDates) });
  if (withoutUrl.length > 0) problems.push({ code: 'evidence-without-url', columns: columnsOf(withoutUrl) });
  if (!hasField && rulesOf(assignment).length === 0) problems.push({ code: 'nothing-to-update' });
  return problems;
}
