import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { windowOf } from '../fakes/session';
import { sheetText } from '../fakes/sheet-text';
import { FIXES, FIXES_HEADER, fixesState } from '../fixtures/e2e/fixes';

/*
 * docs/product.md 2.4: what was decided is not lost. (In the browser:
 * test/e2e/corrected-file.spec.ts.)
 */

test('a corrected file finds what was decided, by credential and not by row', async () => {
  const job = await jobOverPlatform({ state: fixesState() });
  const { review } = job.session;
  const reviewed = async (rows: typeof FIXES) => {
    await job.open(sheetText([FIXES_HEADER, ...rows]));
    const labels = Object.fromEntries(FIXES_HEADER.map((label) => [label, { attribute: label }]));
    job.assign(labels, 'Recipient ID');
    return (await job.review()).summary;
  };
  await reviewed(FIXES);
  await review.decide({ kind: 'exclude', rows: [9], excluded: true });
  await review.decide({ kind: 'edit', row: 2, attribute: 'grade', text: 'Distinction' });

  // The same rows from the last to the first, without the one that matched nothing.
  const corrected = FIXES.filter(([id]) => id !== 'K-nobody').toReversed();
  expect(await reviewed(corrected)).toMatchObject({ toUpdate: 4, excluded: 1 });
  const all = { filter: { kind: 'all' }, search: '', sort: null } as const;
  const { rows } = await windowOf(job, all, 0, 10);
  const rowAt = (number: number) => rows.find(({ row }) => row === number);
  expect(rowAt(2)).toMatchObject({ excluded: true });
  expect(rowAt(8)).toMatchObject({ excluded: false });
  expect(rowAt(8)?.cells).toContainEqual(
    expect.objectContaining({ attribute: 'grade', after: 'Distinction' }),
  );
});
