import { failed, ok } from '../lib/result';
import { NOT_HELD } from '../lib/rpc/contract/held';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import type { resultFileMaker } from './result-file';
import type { ReviewParts } from './review-parts';
import { needed, newId, type SheetMemory } from './sheet-memory';

type PlanCalls = Pick<
  SheetContract,
  'makePlan' | 'mails' | 'chooseTrial' | 'changes' | 'skippedRows' | 'results' | 'workbook' | 'forgetPlan'
>;

/** The calls about the confirmed changes, and about the results of their run. */
export function planCalls(
  memory: SheetMemory,
  loadReview: () => ReviewParts,
  fileOf: ReturnType<typeof resultFileMaker>,
): PlanCalls {
  return {
    makePlan(review, goesOn) {
      const present = memory.reviewing?.present(review) ?? NOT_HELD;
      if (!present.ok) return present;
      const { reviewed, obstacles } = present.value;
      if (obstacles.length > 0) return ok(failed(obstacles));
      const made = loadReview().makePlan(reviewed.review, reviewed.decisions);
      if (!made.ok) return ok(made);
      const id = newId(memory);
      const { changes, confirmedWarnings, rest } = made.value;
      memory.plan = { id, changes, review: reviewed.review, tried: null };
      if (goesOn !== true) {
        const { own, joins, delimiter } = needed(memory.table);
        memory.planned = { id, table: own, joins, delimiter, review: reviewed.review, changes };
      }
      return ok(ok({ plan: id, ...loadReview().countPromised(changes), confirmedWarnings, rest }));
    },
    mails(plan) {
      const made = memory.plan;
      if (made?.id !== plan) return NOT_HELD;
      const { group, today } = made.review.frame.input;
      return ok(loadReview().mailsOf(made.changes, group, today));
    },
    chooseTrial(plan) {
      const made = memory.plan;
      if (made?.id !== plan) return NOT_HELD;
      const trial = loadReview().trialOf(made.review, made.changes);
      memory.plan = { ...made, tried: trial && trial.changes };
      return ok(trial && trial.rows);
    },
    changes(plan, from, count, order) {
      if (memory.plan?.id !== plan) return NOT_HELD;
      const { changes, tried } = memory.plan;
      return ok((order === 'trial' ? needed(tried) : changes).slice(from, from + count));
    },
    skippedRows(plan) {
      if (memory.planned?.id !== plan) return NOT_HELD;
      return ok(loadReview().skippedRows(memory.planned.review));
    },
    async results(plan, results, words, only, format) {
      const { planned } = memory;
      if (planned?.id !== plan) return NOT_HELD;
      const rows = loadReview().sheetResults(planned, results, words, only);
      return ok(await fileOf(rows, format, planned.delimiter));
    },
    workbook: (rows, format) => fileOf(rows, format),
    forgetPlan() {
      memory.plan = null;
      memory.planned = null;
      memory.made.clear();
    },
  };
}
