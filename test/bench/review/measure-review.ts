import { createGroup } from '../../../lib/review/group/group';
import { performance } from 'node:perf_hooks';
import { obstacles } from '../../../lib/review/plan/make-plan';
import { beginReview, decide, type Reviewed } from '../../../lib/review/reviewed';
import { summarise } from '../../../lib/review/view/summarise';
import { windowOf } from '../../../lib/review/view/review-window';
import type { ReviewFilter } from '../../../lib/review/cross-row/review';
import { naiveJoin } from './naive-join';
import { REVIEW_VARIANTS, reviewInput, type ReviewVariant } from './review-sheets';

/*
 * A process of its own for one review: measure-review.ts VARIANT ROWS RUNS prints { naive, review,
 * edit, undo, filter, search, peakMB } as JSON, times in milliseconds, one of each run. The group's
 * list is new in each run, so that nothing that is kept with it helps; an edit is judged, counted
 * and shown, as the panel asks for it.
 */

const [, , variant = '', rows = '', runs = ''] = process.argv;
if (!REVIEW_VARIANTS.some((known) => known === variant)) throw new Error(`no such variant: ${variant}`);
const input = await reviewInput(Number(rows), variant as ReviewVariant);
const times: Record<'naive' | 'review' | 'edit' | 'undo' | 'filter' | 'search', number[]> = {
  naive: [],
  review: [],
  edit: [],
  undo: [],
  filter: [],
  search: [],
};

function take<T>(name: keyof typeof times, work: () => T): T {
  const start = performance.now();
  const result = work();
  times[name].push(performance.now() - start);
  return result;
}

const show = ({ review, decisions }: Reviewed, filter: ReviewFilter = { kind: 'changes' }, search = '') => {
  summarise(review, decisions);
  obstacles(review, decisions);
  return windowOf(review, { filter, search, sort: null }, 0, 60).total;
};

let checked = 0;
for (let run = 0; run < Number(runs); run += 1) {
  checked += take('naive', () => naiveJoin(input));
  let reviewed = take('review', () => {
    const made = beginReview({ ...input, group: createGroup([...input.group.all]) }, null);
    summarise(made.review, made.decisions);
    return made;
  });
  for (const text of ['Ada King', 'Ada Kong', 'Ada Kung']) {
    const row = input.table.rows[run * 7 + 11] ?? 2;
    reviewed = take('edit', () => {
      const edited = decide(reviewed, { kind: 'edit', row, attribute: 'recipient-name', text });
      checked += show(edited);
      return edited;
    });
  }
  const undone = take('undo', () => {
    const before = decide(reviewed, { kind: 'undo' });
    checked += show(before);
    return before;
  });
  checked += take('filter', () => show(undone, { kind: 'attribute', attribute: 'expiry-date' }));
  checked += take('search', () => show(undone, { kind: 'all' }, 'van d'));
}
const peakMB = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ ...times, peakMB, checked }));
