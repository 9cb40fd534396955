import { expect, type Frame } from '@playwright/test';
import { panelOn, reviewSheet, test, type World } from './extension-test';
import { openGroup, openPanel } from './extension-browser';
import { beginUpdate, resultOf, runIsFinished } from './panel';
import { at, expectState, groupOf, putsOf, type Wanted } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.5: a run under faults says the truth, writes nothing twice, and does not belong
 * to the tab.
 */

test.use({ platformOptions: { generate: 64 } });

const sixty = ({ platform }: World) => groupOf(platform.standIn.state(), 555).slice(4);

/** Sixty grades, confirmed and begun. */
async function begun(world: World, faults: readonly string[]) {
  const { page, panel } = await panelOn(world);
  const rows = sixty(world).map(({ id }) => [String(id), 'Merit']);
  const text = sheetText([['Credential ID', 'Grade'], ...rows]);
  expect(await reviewSheet(panel, { name: 'sixty.csv', text })).toMatchObject({ rows: 60, toUpdate: 60 });
  expect(world.platform.standIn.setFaults(faults)).toMatchObject({ ok: true });
  await beginUpdate(panel);
  return { page, panel };
}

const WANTED = (ids: readonly number[]): Wanted => new Map(ids.map((id) => [id, { grade: 'Merit' }]));

test(
  'a tenth of the requests fails: the state is right, nothing is written twice, the result says what is',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(240_000);
    const { standIn } = world.platform;
    const before = standIn.state();
    const ids = sixty(world).map(({ id }) => id);
    const on = 'path=/v1/credentials';
    const { panel } = await begun(world, [
      `429:rate=0.01:${on}`,
      `500:rate=0.02:${on}`,
      `502:rate=0.02:${on}`,
      `502-after:rate=0.02:${on}`,
      `reset-before:rate=0.02:${on}`,
      // Without resend=no the browser itself sends a request again that was carried out, and nobody
      // is informed.
      `reset-after:rate=0.02:resend=no:${on}`,
    ]);
    await runIsFinished(panel, 220);

    const { updated, failed, credits } = await resultOf(panel);
    const taken = new Set(['502-after', 'reset-after']);
    const written = new Map<string, number>();
    for (const { id, request } of putsOf(standIn)) {
      const isApplied = request.status === 200 || taken.has(request.fault?.split(':')[0] ?? '');
      if (isApplied) written.set(id, (written.get(id) ?? 0) + 1);
    }
    expect(standIn.log.filter(({ fault }) => fault !== null).length, 'there were faults').toBeGreaterThan(4);
    expect([...written.values()].filter((times) => times > 1)).toEqual([]);
    // Each fault comes to a write now and then and never to all of its tries: in the end every row
    // is done.
    expect({ updated, failed, credits }).toEqual({ updated: 60, failed: 0, credits: 0 });
    expectState(standIn.state(), before, WANTED(ids), 0);
  },
);

test('the tab is closed in the middle: the run goes on, and who comes back sees it', async ({ world }) => {
  const { standIn } = world.platform;
  const before = standIn.state();
  const ids = sixty(world).map(({ id }) => id);
  const { page } = await begun(world, ['slow:ms=700:method=PUT']);
  await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(4);
  await page.close();
  const atClosing = putsOf(standIn).length;
  expect(atClosing).toBeLessThan(50);
  await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(atClosing + 8);

  const { panel } = await panelOn(world);
  await expect(panel.getByRole('progressbar', { name: 'Update progress' })).toBeVisible();
  // The toolbar's popup knows of it as well, and leads to it.
  const popup = await world.browser.context.newPage();
  await popup.goto((await world.browser.background()).url().replace('background.js', 'popup.html'));
  const [seen] = await Promise.all([
    world.browser.context.waitForEvent('page'),
    popup.getByRole('button', { name: 'See the run' }).click(),
  ]);
  await expect(seen.getByText('Northfield Institute')).toBeVisible();
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toEqual({ updated: 60, failed: 0, credits: 0 });
  expect(
    putsOf(standIn)
      .map(({ id }) => Number(id))
      .sort(),
  ).toEqual([...ids].sort());
  expectState(standIn.state(), before, WANTED(ids), 0);
});

test(
  'paused, nothing more is sent; resumed, it goes on; cancelled, the rest stays as it is',
  { tag: '@long' },
  async ({ world }) => {
    const { standIn } = world.platform;
    const { panel } = await begun(world, ['slow:ms=500:method=PUT']);
    await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(4);
    await panel.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(panel.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
    // The few that were under way come to their end (the log has them when they are answered), and
    // no other begins while two pages are served, in which time some ten would have.
    const paused = putsOf(standIn).length;
    const other = await world.browser.context.newPage();
    for (const [group, name] of [
      [556, 'Forklift Operation, Level 2'],
      [601, 'Infection Prevention 2026'],
    ] as const) {
      await openGroup(other, group);
      await expect((await openPanel(other)).getByText(name)).toBeVisible();
    }
    await other.close();
    expect(putsOf(standIn).length).toBeLessThanOrEqual(paused + 4);

    await panel.getByRole('button', { name: 'Resume', exact: true }).click();
    await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(paused + 4);
    standIn.setFaults(['slow:ms=3000:method=PUT']);
    const atSlow = putsOf(standIn).length;
    await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(atSlow + 4);
    await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
    // While what is under way is waited for, it is said, and there is nothing to press.
    await expect(panel.getByRole('heading', { name: 'Cancelling' })).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Pause', exact: true })).toBeHidden();
    await runIsFinished(panel);
    const heading = panel.getByRole('heading', { name: 'Update finished', exact: true });
    await expect(heading).toHaveAccessibleDescription('Cancelled: what was already sent stays as it is.');
    const { updated, failed } = await resultOf(panel);
    expect(updated + failed).toBe(60);
    expect(failed).toBeGreaterThan(0);
    const changed = sixty(world).filter(({ grade }) => grade === 'Merit');
    expect(changed).toHaveLength(updated);
    expect(putsOf(standIn)).toHaveLength(updated);
  },
);

/** The sum of the figures that a run shows. */
async function figuresOf(panel: Frame): Promise<number> {
  const figures = await panel.getByRole('definition').allTextContents();
  return figures.reduce((sum, figure) => sum + Number(figure), 0);
}

test(
  'signed out in the middle: it pauses and says so, and goes on after sign-in',
  { tag: '@long' },
  async ({ world }) => {
    const { standIn } = world.platform;
    const before = standIn.state();
    const ids = sixty(world).map(({ id }) => id);
    const { panel } = await begun(world, ['slow:ms=400:method=PUT']);
    await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(4);
    standIn.signOutAll();
    await expect(panel.getByRole('alert')).toContainText('You are signed out of Accredible.');
    // Those that were under way are reported too: the figures are all of the run.
    await expect.poll(() => figuresOf(panel)).toBe(60);
    const other = await world.browser.context.newPage();
    await openGroup(other, 556);
    await expect(other.getByRole('heading', { name: 'Forklift Operation, Level 2' })).toBeVisible();
    await other.close();
    await panel.getByRole('button', { name: 'Resume', exact: true }).click();
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toEqual({ updated: 60, failed: 0, credits: 0 });
    expectState(standIn.state(), before, WANTED(ids), 0);
    const applied = putsOf(standIn).filter(({ request }) => request.status === 200);
    expect(new Set(applied.map(({ id }) => id)).size).toBe(applied.length);
    expect(at(applied, 0).request.auth).toBe('session');
  },
);

test(
  'the disk is full in the middle: it is said, nothing more is sent, and it goes on by itself once there is room',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(150_000);
    const { standIn } = world.platform;
    const before = standIn.state();
    const ids = sixty(world).map(({ id }) => id);
    const { panel } = await begun(world, ['slow:ms=400:method=PUT']);
    await expect.poll(() => putsOf(standIn).length).toBeGreaterThan(4);
    const background = await world.browser.background();
    await background.evaluate(() => {
      const store = IDBObjectStore.prototype;
      const put = Object.getOwnPropertyDescriptor(store, 'put') ?? {}; // it has one
      store.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Object.assign(globalThis, { makeRoom: () => Object.defineProperty(store, 'put', put) });
    });
    await expect(panel.getByRole('alert')).toContainText('The disk of this computer is full.');
    await expect(panel.getByRole('heading', { name: 'Paused' })).toBeVisible();
    const sent = putsOf(standIn).length;
    // Cancel says that this cannot be written down either.
    await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(panel.getByRole('alert').filter({ hasText: 'save its record of the update' })).toBeVisible();
    expect(putsOf(standIn)).toHaveLength(sent);
    await background.evaluate(() => {
      (globalThis as never as { makeRoom(): void }).makeRoom();
    });
    await runIsFinished(panel);
    expect(await resultOf(panel)).toEqual({ updated: 60, failed: 0, credits: 0 });
    expectState(standIn.state(), before, WANTED(ids), 0);
    // The place of the refusal is reported to the extension's developer, and nothing of the values.
    for (const fault of world.browser.takeFaults())
      expect(fault).toMatch(/^Update Credentials: a fault in the background\.(?: background\.js:\d+:\d+)+$/);
  },
);
