import { expect } from '@playwright/test';
import { exportColumns, exportSheet } from '../fakes/export-sheet';
import { sheetText } from '../fakes/sheet-text';
import { variedState } from '../fakes/varied-state';
import { at, expectState, groupOf, putsOf, writesOf, type WantedFields } from '../platform/platform-watch';
import { panelOn, test, type World } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
} from './panel';

/*
 * A small run of every kind of write, and before and after it an export of the group that is
 * dropped back unchanged. Every switch of the platform is at its preset; each in its other
 * positions: test/whole-job/switches.test.ts.
 */

test.use({ platformOptions: { state: variedState() } });

async function expectUntouchedExport(world: World): Promise<void> {
  const { standIn } = world.platform;
  const state = standIn.state();
  const from = standIn.log.length;
  const { page, panel } = await panelOn(world);
  await chooseSheet(panel, { name: 'export.csv', text: exportSheet(state, 555) });
  const decisions = exportColumns(state).map((name) => [name, { attribute: name }] as const);
  await assignColumns(panel, Object.fromEntries(decisions));
  expect(await openReview(panel)).toEqual({
    rows: 12,
    toUpdate: 0,
    unchanged: 12,
    warnings: 0,
    errors: 0,
    notMatched: 0,
    leftOut: 0,
    credits: 0,
  });
  await expect(panel.getByRole('button', { name: 'Update 0 credentials' })).toBeDisabled();
  expect(writesOf(standIn, from)).toEqual([]);
  expect(standIn.state()).toEqual(state);
  await page.close();
}

/** Writes of every kind, on five credentials. */
async function expectSmallRun(world: World): Promise<void> {
  const { standIn } = world.platform;
  const prepared = groupOf(standIn.state(), 555).slice(5, 10);
  for (const { id } of prepared) {
    standIn.edit(String(id), {
      grade: 'A',
      private: false,
      expired_on: '2090-01-31',
      custom_attributes: {
        Location: 'Leeds',
        'Course End': '2025-03-04',
        'Manager Email': 'lead1@example.com',
      },
      recipient: { phone_number: '+442079460000' },
    });
  }
  const before = standIn.state();
  const [graded, located, cleared, hidden, evidenced] = groupOf(before, 555)
    .slice(5, 10)
    .map(({ id }) => id);
  if (!graded || !located || !cleared || !hidden || !evidenced) throw new Error('the group is too small');
  const link = 'https://portfolio.northfield.test/new';
  const same = ['A', 'Leeds', '2090-01-31', '+442079460000', 'no', ''];
  const with_ = (index: number, value: string) => same.with(index, value);
  const rows = [
    [String(graded), ...with_(0, 'Merit')],
    [String(located), ...with_(1, 'Genève')],
    [String(cleared), '', '', '', '', 'no', ''],
    [String(hidden), ...with_(4, 'yes')],
    [String(evidenced), ...with_(5, link)],
  ];
  const headers = [
    'Credential ID',
    'Grade',
    'Location',
    'Expiry Date',
    'Recipient Phone',
    'Private',
    'Evidence URL 1',
  ];
  const from = standIn.log.length;
  const { page, panel } = await panelOn(world);
  await chooseSheet(panel, { name: 'run.csv', text: sheetText([headers, ...rows]) });
  await assignColumns(panel, {
    Grade: { attribute: 'Grade', blank: 'Clear' },
    Location: { attribute: 'Location', blank: 'Clear' },
    'Expiry Date': { attribute: 'Expiry Date', blank: 'Clear' },
    'Recipient Phone': { attribute: 'Recipient Phone', blank: 'Clear' },
    Private: { attribute: 'Private' },
    'Evidence URL 1': { attribute: 'Evidence URL 1' },
  });
  expect(await openReview(panel)).toMatchObject({ rows: 5, toUpdate: 5, errors: 0 });
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);

  // Whether Private is taken is not known; at the preset it is not, and that is said.
  await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 4, failed: 1 });
  await expect(panel.getByText('not accepted by Accredible')).toBeVisible();
  const left = panel.getByText(/^Accredible accepted the request but left .+ as it was\.$/);
  await expect(left).toHaveText('Accredible accepted the request but left Private as it was.');

  const after = standIn.state();
  const items = (state: typeof before) =>
    at(
      state.credentials.filter(({ id }) => id === evidenced),
      0,
    ).evidence_items;
  expect(items(after).slice(0, -1)).toEqual(items(before));
  expect(items(after).at(-1)).toMatchObject({ link_url: link });
  const customOf = (wanted: number) =>
    Object.entries(before.credentials.find(({ id }) => id === wanted)?.custom_attributes ?? {});
  const without = customOf(cleared).filter(([name]) => name !== 'Location');
  const wanted = new Map<number, WantedFields>([
    [graded, { grade: 'Merit' }],
    [located, { custom_attributes: { ...Object.fromEntries(customOf(located)), Location: 'Genève' } }],
    [
      cleared,
      {
        expired_on: null,
        custom_attributes: Object.fromEntries(without),
        recipient: { phone_number: null },
        grade: null,
      },
    ],
    [hidden, {}],
    [evidenced, { evidence_items: items(after) }],
  ]);
  expectState(after, before, wanted, 0);
  // One PUT for each of them; evidence is added by a request of its own.
  expect(
    putsOf(standIn, from)
      .map(({ id }) => Number(id))
      .toSorted(),
  ).toEqual([graded, located, cleared, hidden].toSorted());
  await page.close();
}

test('every kind of write, with every switch at its preset', { tag: '@long' }, async ({ world }) => {
  await expectUntouchedExport(world);
  await expectSmallRun(world);
  // The rest of the run is exported and dropped as well.
  await expectUntouchedExport(world);
});
