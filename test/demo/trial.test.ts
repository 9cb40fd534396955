import { expect, test } from 'vitest';
import { SITUATIONS } from './situations/all';
import { createTrial } from './trial/create-trial';

const ORIGIN = 'https://dashboard.accredible.com';

/** Starts a situation as its button does; gives what the button leads to, signed in. */
async function started(trial: ReturnType<typeof createTrial>, id: string) {
  const answer = await trial.fetch(new Request(`${ORIGIN}/situations/${id}/start`, { method: 'POST' }));
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const location = answer.headers.get('location') ?? '';
  const page = await trial.fetch(new Request(ORIGIN + location, { headers: { cookie } }));
  return { status: answer.status, location, html: await page.text(), page: page.status };
}

test.each(
  SITUATIONS.filter(({ id }) => id !== 'large').map(({ id, title, sheet }) => [
    id,
    title,
    sheet?.name ?? null,
  ]),
)('%s is one click away, signed in, with its sheet', async (id, title, sheet) => {
  const trial = createTrial();
  const { status, location, html, page } = await started(trial, id);
  expect([status, page]).toEqual([303, 200]);
  expect(location).toBe(`/issuer/dashboard/group/${trial.group}/information-and-appearance`);
  expect(html).toContain(`Trial: ${title}.`);
  const file = await trial.fetch(new Request(`${ORIGIN}/situations/${id}/sheet`));
  expect(file.status).toBe(sheet === null ? 404 : 200);
  if (sheet === null) return;
  expect(html).toContain(`href="/situations/${id}/sheet"`);
  expect(file.headers.get('content-disposition')).toContain(sheet);
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(500);
});

test('each start has an account and a group of its own', async () => {
  const trial = createTrial();
  const seen = [trial.group];
  const accounts = [trial.standIn.state().issuer.id];
  for (const id of ['renewals', 'renewals', 'conflicts']) {
    await started(trial, id);
    seen.push(trial.group);
    accounts.push(trial.standIn.state().issuer.id);
  }
  expect(new Set(seen).size).toBe(4);
  expect(new Set(accounts).size).toBe(4);
});

test('a sheet of another situation than the present one, or of none, is not given', async () => {
  const trial = createTrial();
  for (const id of ['renewals', 'nothing']) {
    expect((await trial.fetch(new Request(`${ORIGIN}/situations/${id}/sheet`))).status).toBe(404);
  }
  const none = await trial.fetch(new Request(`${ORIGIN}/situations/nothing/start`, { method: 'POST' }));
  expect(none.status).toBe(404);
  expect(trial.group).toBe(555);
});
