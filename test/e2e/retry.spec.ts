import { expect, test } from '@playwright/test';
import { eachWithExtension, panelOn, reviewSheet } from './each-with-extension';
import { beginUpdate, resultOf, runIsFinished } from './panel';
import { at, expectState, groupOf, putsOf } from './platform-watch';
import { sheetText } from './sheet-text';

/* docs/product.md 2.6: "Try the failed ones again" is a new run of only those, and the two are told as one result. */

const world = eachWithExtension({ generate: 20 });

test('what the platform refused is sent again, and nothing else', async () => {
  const { standIn } = world.platform;
  const before = standIn.state();
  const ids = groupOf(before, 555)
    .slice(0, 8)
    .map(({ id }) => id);
  const refused = at(ids, 3);
  const { panel } = await panelOn(world);
  const rows = ids.map((id) => [String(id), 'Merit']);
  await reviewSheet(panel, { name: 'eight.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
  standIn.setFaults([`500:method=PUT:path=/v1/credentials/${refused}`]);
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toEqual({ updated: 7, failed: 1, credits: 0 });

  standIn.setFaults([]);
  const from = standIn.log.length;
  await panel.getByRole('button', { name: 'Try the failed ones again' }).click();
  await expect(panel.getByRole('status').filter({ hasText: '8 updated · 0 not updated' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Try the failed ones again' })).toHaveCount(0);
  expect(putsOf(standIn, from).map(({ id }) => Number(id))).toEqual([refused]);
  expectState(standIn.state(), before, new Map(ids.map((id) => [id, { grade: 'Merit' }])), 0);
});
