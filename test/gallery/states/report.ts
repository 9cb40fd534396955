import type { ReportPhase } from '../../../lib/session/report/create-report-model';
import type { GalleryState } from '../state';

const TEXT = `${JSON.stringify(
  {
    format: 'update-credentials-problem',
    version: 1,
    extension: '0.3.0',
    browser: { name: 'Chrome', version: 156, system: 'Linux' },
    day: '2026-06-15',
    background: { runningForMs: 10_000, faults: ['background.js:1:2345'] },
    page: { page: 'panel', language: 'en', panel: { step: 'upload', rows: 100, findings: [] } },
  },
  null,
  2,
)}\n`;

const reported = (problemReport: ReportPhase) => () => ({ problemReport });

/** The report of a problem, over the present step. */
export const REPORT: readonly GalleryState[] = [
  ['report-writing', reported({ kind: 'writing' })],
  ['report-shown', reported({ kind: 'shown', text: TEXT, isWhole: true })],
  ['report-without-background', reported({ kind: 'shown', text: TEXT, isWhole: false })],
];
