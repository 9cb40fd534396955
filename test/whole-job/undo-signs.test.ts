import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { groupOf } from '../platform/platform-watch';

/* docs/product.md 2.6: an undo writes the very signs that were there, through the whole job. */

/** Composed and decomposed letters, which look alike. */
const DECOMPOSED = 'Jose\u0301 Nun\u0303ez  Ortega';

test('a name in decomposed letters comes back as it was', async () => {
  const generated = generateState({ credentials: 12, seed: 1, today: '2026-11-22' });
  const id = generated.credentials.find((one) => one.group_id === MAIN_GROUP)?.id;
  const state = {
    ...generated,
    credentials: generated.credentials.map((one) =>
      one.id === id ? { ...one, recipient: { ...one.recipient, name: DECOMPOSED } } : one,
    ),
  };
  const job = await jobOverPlatform({ state });
  const nameNow = () => groupOf(job.standIn.state(), MAIN_GROUP).find((one) => one.id === id)?.recipient.name;
  await job.open(
    sheetText([
      ['Credential ID', 'Recipient Name'],
      [String(id), 'Josef Nunez Ortega'],
    ]),
  );
  await job.review();
  await job.update();
  expect(nameNow()).toBe('Josef Nunez Ortega');
  await job.session.undo('Undo of list');
  await job.until(() => job.session.review.phase.peek().kind === 'ready', 'reviewed again');
  expect((await job.update()).map((entry) => entry.state.kind)).toEqual(['applied']);
  expect(nameNow()).toBe(DECOMPOSED);
});
