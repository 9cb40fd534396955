import type { RunProgress, RunRecord, RunState } from '../../../lib/journal/entry';
import type { PopupState } from '../../../components/popup/popup';
import { progressOf } from '../../fakes/run';
import { CONNECTION, NOW } from '../group';
import type { GalleryState, OtherPage } from '../state';

const DASHBOARD = 'https://eu.dashboard.accredible.com';

function popup(more: Partial<PopupState> = {}, dashboard: string | null = DASHBOARD): OtherPage {
  return {
    page: 'popup',
    state: { tab: 'elsewhere', run: null, areRunsKnown: true, isAccessMissing: false, ...more },
    dashboard,
  };
}

/** The popup beside a run in this state. */
function beside(
  state: RunState,
  counts: Partial<RunProgress['counts']>,
  more: Partial<Omit<RunProgress, 'run'>> & { readonly run?: Partial<RunRecord> } = {},
): OtherPage {
  const progress = progressOf(state.kind, counts);
  const run: RunRecord = {
    ...progress.run,
    account: CONNECTION.account,
    group: CONNECTION.group,
    state,
    ...more.run,
  };
  return popup({ tab: 'group', run: { ...progress, ...more, run } });
}

const SOME = { applied: 12, planned: 28 };

/** The toolbar button's popup, in each of its states (docs/product.md 1). */
export const POPUP: readonly GalleryState[] = [
  ['popup-elsewhere', () => popup()],
  ['popup-no-environment-allowed', () => popup({}, null)],
  ['popup-on-group', () => popup({ tab: 'group' })],
  ['popup-group-to-be-reloaded', () => popup({ tab: 'group-needs-reload' })],
  ['popup-no-access', () => popup({ isAccessMissing: true })],
  ['popup-no-access-to-api', () => popup({ tab: 'group', isAccessMissing: true })],
  ['popup-no-answer', () => popup({ areRunsKnown: false })],
  ['popup-preparing', () => beside({ kind: 'preparing' }, { planned: 40 })],
  ['popup-running', () => beside({ kind: 'running' }, SOME)],
  ['popup-running-disk-full', () => beside({ kind: 'running' }, SOME, { fault: 'QuotaExceededError' })],
  ['popup-running-asked-to-wait', () => beside({ kind: 'running' }, SOME, { heldUntil: NOW })],
  ['popup-running-restored', () => beside({ kind: 'running' }, { sent: 40 }, { run: { restoredAt: NOW } })],
  ['popup-paused', () => beside({ kind: 'paused', reason: { kind: 'asked' } }, SOME)],
  ['popup-signed-out', () => beside({ kind: 'paused', reason: { kind: 'signed-out' } }, SOME)],
  [
    'popup-paused-forbidden',
    () => beside({ kind: 'paused', reason: { kind: 'forbidden', words: 'Not authorized' } }, SOME),
  ],
  [
    'popup-paused-failures',
    () => beside({ kind: 'paused', reason: { kind: 'failures', count: 5, words: '' } }, SOME),
  ],
  ['popup-paused-other-account', () => beside({ kind: 'paused', reason: { kind: 'other-account' } }, SOME)],
  ['popup-ended', () => beside({ kind: 'finished' }, { applied: 40 })],
  ['popup-ended-with-failures', () => beside({ kind: 'finished' }, { applied: 31, rejected: 9 })],
  ['popup-cancelled', () => beside({ kind: 'cancelled' }, { applied: 31, cancelled: 9 })],
  ['popup-cancelled-unsettled', () => beside({ kind: 'cancelled' }, { applied: 31, sent: 2, cancelled: 7 })],
  [
    'popup-values-lost',
    () => beside({ kind: 'cancelled' }, { applied: 31, 'not-known': 9 }, { run: { valuesLostAt: NOW } }),
  ],
];
