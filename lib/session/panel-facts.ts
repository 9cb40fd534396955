import { rulesOf } from '../assign/edit/assigned-rules';
import type { PanelFacts } from '../report/problem/page-facts';
import { FILE_FORMATS, PHASES, PROBLEM_CODES, wordOf, type PARTS } from '../report/problem/closed-words';
import { magnitudeOf } from '../report/problem/magnitude';
import { FINDING_CODES } from '../review/terms/finding-codes';
import type { Session } from './session';

type Part = PanelFacts['parts'][number];

/** As much of a phase as a report says: its kind, and the code of its problem. */
interface Phase {
  readonly kind: string;
  readonly problem?: { readonly code: string } | null;
}

/**
 * Facts of the panel for a report of a problem: where it is, what it met, how large the sheet and
 * the group are. Codes and magnitudes alone: no name, value, header, file name or id.
 */
export function panelFacts(session: Session): PanelFacts {
  const { file, assign, review, credentials } = session;
  const open = file.phase.peek();
  const table = open.kind === 'open' && open.table.ok ? open.table.value : null;
  const assigned = assign.state.peek();
  const reviewed = review.phase.peek();
  const state = reviewed.kind === 'ready' ? reviewed.state : null;
  const inTheWay = [...(assigned === null ? [] : assign.problems.peek()), ...(state?.obstacles ?? [])]; // no review
  const group = credentials.phase.peek();
  return {
    step: session.step.peek(),
    parts: partsOf(session),
    format: open.kind === 'open' ? wordOf(FILE_FORMATS, open.file.format) : null,
    credentials: magnitudeOf('count' in group ? group.count : 0),
    rows: magnitudeOf(table?.rows ?? 0), // no table
    columns: magnitudeOf(table?.columns.length ?? 0), // the same
    rules: magnitudeOf(assigned === null ? 0 : rulesOf(assigned.assignment).length),
    inTheWay: inTheWay.map(({ code }) => wordOf(PROBLEM_CODES, code)),
    findings:
      state?.summary.groups.map(({ code, count }) => ({
        code: wordOf(FINDING_CODES, code),
        rows: magnitudeOf(count),
      })) ?? [], // no review
  };
}

function partsOf(session: Session): Part[] {
  const open = session.file.phase.peek();
  const refused = open.kind === 'open' && !open.table.ok ? open.table.problem : null;
  const part = (name: (typeof PARTS)[number], { kind, problem }: Phase): Part => ({
    part: name,
    is: wordOf(PHASES, kind),
    problem: problem === undefined || problem === null ? null : wordOf(PROBLEM_CODES, problem.code),
  });
  return [
    part('connection', session.connection.phase.peek()),
    part('group', session.credentials.phase.peek()),
    part('file', refused === null ? open : { kind: open.kind, problem: refused }),
    part('review', session.review.phase.peek()),
    part('run', session.run.phase.peek()),
    part('history', session.history.phase.peek()),
    part('download', session.template.phase.peek()),
  ];
}
