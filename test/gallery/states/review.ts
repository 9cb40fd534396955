import type { Decision } from '../../../lib/review/corrections/decision';
import { FINDING_CODES, isWarning } from '../../../lib/review/terms/finding-codes';
import { CONNECTION, GROUP, idOf } from '../group';
import type { SessionState } from '../literal-session';
import { csv, reviewed, type Shown } from '../sheets';
import type { GalleryState } from '../state';
import { ALARMS, CALM, ERRORS, manyRows, SHAPES, WARNINGS } from './review-sheets';

/** Skips the rows with errors. */
export const ANY: Decision = { kind: 'skip-errors', skip: true };
/** Confirms every kind of warning that a sheet can have. */
export const CONFIRMED: readonly Decision[] = FINDING_CODES.filter(isWarning).map((code) => ({
  kind: 'confirm',
  code,
  confirmed: true,
}));

/** A review that is not there (yet): the columns are assigned, and there are no rows to see. */
async function reviewing(phase: SessionState['review']['phase']): Promise<Shown> {
  const { review, ...state } = await reviewed(...CALM);
  return { ...state, review: { ...review, phase, window: null } };
}

async function threeAlarms(): Promise<Shown> {
  const state = await reviewed(...ALARMS);
  const groups = state.review.phase.kind === 'ready' ? state.review.phase.state.summary.groups : [];
  if (groups.filter(({ severity }) => severity === 'alarm').length !== 3) throw new Error('not three alarms');
  return state;
}

/** Two of its rows were changed on the platform while it was open. */
async function movedMeanwhile(): Promise<Shown> {
  const [first, second] = [GROUP[1], GROUP[3]];
  if (first === undefined || second === undefined) throw new Error('the group is too small');
  const moved: NonNullable<Shown['moved']> = [
    {
      ...{ row: 3, credential: first.id, name: first.recipientName, fresh: first },
      fields: [
        { attribute: 'recipient-name', before: 'Bjørn Åsgard', now: 'Björn Asgard' },
        { attribute: 'expiry-date', before: '2027-01-15', now: null },
      ],
    },
    { row: 5, credential: second.id, name: second.recipientName, fields: [], fresh: second },
  ];
  return { ...(await reviewed(...WARNINGS)), moved };
}

/** A connection with so many credits. */
export const withCredits = (credits: number) =>
  ({ kind: 'connected', connection: { ...CONNECTION, credits } }) as const;

/** The third step: every change, and what stands in the way (docs/product.md 2.4). */
export const REVIEW: readonly GalleryState[] = [
  ['review-out-of-date', () => reviewing({ kind: 'none' })],
  [
    'review-reading-group',
    async () => ({
      ...(await reviewing({ kind: 'reading-group' })),
      credentials: { kind: 'loading', loaded: 8_100, total: 18_204 },
    }),
  ],
  [
    'review-looking-up',
    async () => ({
      ...(await reviewing({ kind: 'reading-group' })),
      credentials: { kind: 'looking-up', loaded: 120, total: 200 },
    }),
  ],
  ['review-reading-details', () => reviewing({ kind: 'reading-details', loaded: 12, total: 240 })],
  ['review-comparing', () => reviewing({ kind: 'comparing' })],
  ['review-failed', () => reviewing({ kind: 'failed', problem: { code: 'throttled', retryAfterMs: null } })],
  ['review-reader-ended', () => reviewing({ kind: 'failed', problem: { code: 'reader-ended' } })],
  ['review-ready', () => reviewed(...CALM)],
  ['review-help', () => reviewed(...CALM), ['Help']],
  [
    'review-looking-in-other-groups',
    async () => {
      const state = await reviewed(...ERRORS);
      const { phase } = state.review;
      return { ...state, review: { ...state.review, phase: { ...phase, locating: true } as typeof phase } };
    },
  ],
  ['review-moved-meanwhile', movedMeanwhile],
  ['review-warnings', () => reviewed(...WARNINGS)],
  ['review-warnings-confirmed', () => reviewed(WARNINGS[0], { ...WARNINGS[1], decisions: CONFIRMED })],
  ['review-errors', () => reviewed(ERRORS[0], { ...ERRORS[1], view: { filter: { kind: 'errors' } } })],
  ['review-errors-skipped', () => reviewed(ERRORS[0], { ...ERRORS[1], decisions: [ANY] })],
  ['review-three-alarms', threeAlarms],
  ['review-alarm-wrong-number', () => reviewed(...ALARMS), [['Overrule: Names beside the wrong rows', '99']]],
  [
    'review-nothing-to-change',
    () =>
      reviewed(
        csv([
          ['Credential ID', 'Grade'],
          [idOf(7), 'Distinction'],
        ]),
      ),
  ],
  [
    'review-all-left-out',
    () =>
      reviewed(CALM[0], {
        ...CALM[1],
        decisions: [
          {
            kind: 'exclude-shown',
            view: { filter: { kind: 'changes' }, search: '', sort: null },
            excluded: true,
          },
        ],
      }),
  ],
  ['review-empty-search', () => reviewed(CALM[0], { ...CALM[1], view: { search: 'nobody of this name' } })],
  [
    'review-column-left-out-and-sorted',
    () =>
      reviewed(WARNINGS[0], {
        ...WARNINGS[1],
        decisions: [
          { kind: 'exclude-column', attribute: 'recipient-name', excluded: true },
          { kind: 'exclude', rows: [3], excluded: true },
          { kind: 'edit', row: 2, attribute: 'grade', text: 'With distinction' },
        ],
        view: { sort: { by: 'who', descending: true } },
      }),
  ],
  [
    'review-choosing-a-credential',
    () =>
      reviewed(ERRORS[0], {
        ...ERRORS[1],
        view: { filter: { kind: 'errors' } },
        also: (sheet) => ({ choosing: { row: 5, among: sheet.candidates(5) } }),
      }),
  ],
  [
    'review-replacing',
    () =>
      reviewed(WARNINGS[0], {
        ...WARNINGS[1],
        also: (sheet) => ({
          replacing: sheet.previewReplace({
            attribute: 'recipient-name',
            find: 'a',
            replace: 'á',
            wholeCell: false,
            matchCase: true,
          }),
        }),
      }),
    ['More', 'Find and replace', ['Find', 'a'], ['Replace with', 'á']],
  ],
  [
    'review-nothing-to-replace',
    () =>
      reviewed(WARNINGS[0], {
        ...WARNINGS[1],
        also: (sheet) => ({
          replacing: sheet.previewReplace({
            attribute: 'recipient-name',
            find: 'xyz',
            replace: '',
            wholeCell: false,
            matchCase: false,
          }),
        }),
      }),
    ['More', 'Find and replace', ['Find', 'xyz']],
  ],
  ['review-keys', () => reviewed(...CALM), ['More', 'Keys']],
  ['review-obstacles-opened', () => reviewed(...WARNINGS), ['Next']],
  [
    'review-shapes',
    () =>
      reviewed(SHAPES, {
        also: (sheet) => ({
          shapes: { code: 'expiry-outside-year', groups: sheet.changeShapes('expiry-outside-year') },
        }),
      }),
    ['Expiry moves later or away'],
  ],
  [
    'review-completing',
    async () => {
      const state = await reviewed(...WARNINGS);
      return { ...state, review: { ...state.review, completing: { kind: 'reading' } } };
    },
  ],
  [
    'review-incomplete',
    async () => {
      const state = await reviewed(...WARNINGS);
      return {
        ...state,
        review: { ...state.review, completing: { kind: 'failed', problem: { code: 'unreachable' } } },
      };
    },
  ],
  [
    'review-large-group-in-part',
    async () => ({
      ...(await reviewed(ERRORS[0], { ...ERRORS[1], inPart: true })),
      credentials: { kind: 'in-part', count: 98_204, pages: 983, lookedUp: 18, requests: 2 },
    }),
  ],
  [
    'review-too-few-credits',
    async () => {
      const state = await reviewed(...WARNINGS);
      return { ...state, connection: withCredits(1) };
    },
  ],
  ['review-100-000-rows', () => manyRows(100_000)],
];
