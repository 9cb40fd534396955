import { computed, signal } from '@preact/signals-core';
import { dayOfMoment } from '../../credential/day';
import type { GroupPage } from '../../platform/environment';
import type { MovedRow } from '../../review/view/moved-rows';
import type { BackgroundClient } from '../../rpc/client/background-client';
import { ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { ReviewId } from '../../rpc/contract/held';
import type { RadarModel } from './radar-model';
import type { ReviewModel } from './review-model';

export interface RadarDeps {
  readonly page: GroupPage;
  readonly background: BackgroundClient;
  readonly sheet: SheetClient;
  readonly review: Pick<ReviewModel, 'phase' | 'completing' | 'complete'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Days of the platform are UTC, and a clock may be wrong: a day more is asked for. */
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Makes the radar of a review that is open. */
export function createRadarModel({ page, background, sheet, review, now }: RadarDeps): RadarModel {
  const since = dayOfMoment(now() - DAY_MS);
  const found = signal<{ readonly of: ReviewId; readonly rows: readonly MovedRow[] } | null>(null);
  const isOff = signal(false);
  let from = 0;
  let isLooking = false;
  const present = () => {
    const phase = review.phase.peek();
    return phase.kind === 'ready' ? phase.state.review : null;
  };
  const known = (of: ReviewId) => (found.peek()?.of === of ? (found.peek()?.rows ?? []) : []); // none yet

  async function look(of: ReviewId): Promise<void> {
    const answer = await background.call({ kind: 'find-moved', page, since, from });
    if (!answer.ok) {
      isOff.value = answer.problem.code === 'signed-out';
      return;
    }
    const { credentials, next } = answer.value;
    from = next;
    const moved = await sheet.call('movedRows', of, credentials);
    if (!moved.ok) return;
    const looked = new Set(credentials.map(({ id }) => id));
    // Those of other pages stay as they were found.
    const others = known(of).filter(({ credential }) => !looked.has(credential));
    found.value = { of, rows: [...others, ...moved.value].toSorted((a, b) => a.row - b.row) };
  }

  return {
    moved: computed(() => {
      const { value: phase } = review.phase;
      const last = found.value;
      return phase.kind === 'ready' && last?.of === phase.state.review ? last.rows : [];
    }),
    isOff,
    async look() {
      const of = present();
      if (of === null || isLooking || isOff.peek()) return;
      isLooking = true;
      try {
        await ignoreWorkerEnd(look(of));
      } finally {
        isLooking = false;
      }
    },
    async refresh(rows) {
      const of = present();
      if (of === null || rows.length === 0) return;
      const fresh = rows.map((row) => row.fresh);
      await ignoreWorkerEnd(sheet.call('takeMoved', fresh).then(() => review.complete()));
      // A credential that could not be read is said beside the review, and can be asked for again.
      if (review.completing.peek().kind === 'failed') return;
      const taken = new Set(fresh.map(({ id }) => id));
      found.value = { of, rows: known(of).filter(({ credential }) => !taken.has(credential)) };
    },
  };
}
