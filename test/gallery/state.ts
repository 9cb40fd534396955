import type { PopupState } from '../../components/popup/popup';
import type { Proof } from '../../components/prove/prove';
import type { Environment } from '../../lib/platform/environment';
import { FIRST_VIEW } from '../../lib/review/view/opening-filter';
import type { OptionsNews, OptionsPhase } from '../../lib/session/options/create-options-model';
import type { ReportPhase } from '../../lib/session/report/create-report-model';
import { CONNECTION, GROUP, PAGE } from './group';
import type { SessionState } from './literal-session';
import type { Shown } from './sheets';

/**
 * Runs once the state is drawn, for what the panel keeps to itself: a button that is pressed, a
 * field that is filled.
 */
export type Touch = string | readonly [field: string, text: string];

/** A page of the extension that is not the panel, with all that it shows. */
export type OtherPage =
  | { readonly page: 'popup'; readonly state: PopupState; readonly dashboard: string | null }
  | { readonly page: 'options'; readonly phase: OptionsPhase; readonly said: OptionsNews | null }
  | { readonly page: 'welcome'; readonly environments: readonly Environment[] }
  | { readonly page: 'prove'; readonly proof: Proof };

/**
 * A state by its name: what differs from the panel's beginning, or another page; and what is
 * touched in it.
 */
export type GalleryState = readonly [
  name: string,
  state: () => Shown | OtherPage | Promise<Shown>,
  touches?: readonly Touch[],
];

/** The session, and what stands beside it in the panel. */
export interface PanelState extends SessionState {
  readonly problemReport: ReportPhase;
}

/** Connected, and nothing done yet. */
export const BEGINNING: PanelState = {
  problemReport: { kind: 'closed' },
  page: PAGE,
  step: 'upload',
  connection: { kind: 'connected', connection: CONNECTION },
  credentials: { kind: 'loaded', count: GROUP.length, requests: 1 },
  file: { kind: 'none' },
  assign: null,
  report: null,
  loaded: null,
  review: {
    ...FIRST_VIEW,
    phase: { kind: 'none' },
    completing: { kind: 'no' },
    window: null,
    replacing: null,
    choosing: null,
    shapes: null,
  },
  run: { kind: 'none' },
  isOfSheet: true,
  isAskedAgain: false,
  entries: [],
  history: { kind: 'closed' },
  template: { kind: 'none' },
  trial: { rows: null, tried: null },
};
