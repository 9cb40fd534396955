import type { AttributeId } from '../credential/attribute';
import type { FindingCode, Severity } from './finding';
import { includedRows, isIncluded, isLeftOut } from './included-rows';
import type { Decisions, FindingGroup, JudgedRow, Review, ReviewSummary } from './review';

/** Counts a review under the admin's decisions. Every row is counted in exactly one of unchanged, toUpdate, withErrors and leftOut. */
export function summarise(review: Review, decisions: Decisions): ReviewSummary {
  const included = includedRows(review, decisions);
  const open = review.told.filter((row) => !isLeftOut(row, decisions));
  const hasWarning = ({ findings }: JudgedRow) => findings.some(({ severity }) => severity === 'warning');
  return {
    rows: review.rows,
    unchanged: review.unchanged,
    toUpdate: included.length,
    withWarnings: included.filter(hasWarning).length,
    withErrors: open.filter(({ status }) => status !== 'update').length,
    notMatched: open.filter(({ status }) => status === 'not-matched').length,
    leftOut: review.told.length - open.length,
    creditsAtMost: included.reduce((sum, { credits }) => sum + credits, 0),
    attributes: attributeCounts(review.told),
    groups: groupsOf(open, decisions),
    key: review.key,
  };
}

function attributeCounts(rows: readonly JudgedRow[]): ReviewSummary['attributes'] {
  const counts = new Map<AttributeId, number>();
  for (const row of rows)
    for (const { attribute, outcome } of row.cells) {
      const isChange = row.status === 'update' && (outcome === 'changed' || outcome === 'cleared');
      const isError =
        outcome === 'unreadable' ||
        row.findings.some((finding) => finding.severity === 'error' && finding.attribute === attribute);
      if (isChange || isError) counts.set(attribute, (counts.get(attribute) ?? 0) + (isChange ? 1 : 0));
    }
  return [...counts].map(([attribute, changed]) => ({ attribute, changed }));
}

/** Findings by code, alarms first, then errors, in the order in which the rules stand and the rows come. */
function groupsOf(rows: readonly JudgedRow[], decisions: Decisions): readonly FindingGroup[] {
  interface Counting {
    readonly severity: Severity;
    count: number;
    credits: number;
    lastRow: number;
    readonly classes: Map<string, number>;
  }
  const groups = new Map<FindingCode, Counting>();
  for (const row of rows) {
    const isUpdate = isIncluded(row, decisions);
    for (const { code, severity, facts } of row.findings) {
      if (severity === 'warning' && !isUpdate) continue;
      let group = groups.get(code);
      if (!group)
        groups.set(code, (group = { severity, count: 0, credits: 0, lastRow: 0, classes: new Map() }));
      // A row with two cleared cells is one row.
      if (group.lastRow === row.row) continue;
      group.lastRow = row.row;
      group.count += 1;
      if (code === 'renewal' || code === 'expiry-outside-year') group.credits += row.credits;
      const kind = facts.nameClass ?? facts.emailClass; // only name and e-mail changes have classes
      if (kind !== undefined) group.classes.set(kind, (group.classes.get(kind) ?? 0) + 1);
    }
  }
  const all = [...groups].map(([code, { severity, count, credits, classes }]): FindingGroup => ({
    code,
    severity,
    count,
    confirmed:
      severity !== 'error' &&
      ((decisions.confirmed as ReadonlySet<FindingCode>).has(code) ||
        (decisions.overruled as ReadonlySet<FindingCode>).has(code)),
    credits,
    classes: Object.fromEntries(classes),
  }));
  return [
    ...all.filter(({ severity }) => severity === 'alarm'),
    ...all.filter(({ severity }) => severity === 'error'),
    ...all.filter(({ severity }) => severity === 'warning'),
  ];
}
