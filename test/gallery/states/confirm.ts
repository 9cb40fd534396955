import { NO_POLICY } from '../../../lib/rpc/background/read-policy';
import type { SessionState } from '../literal-session';
import { planned, type Shown } from '../sheets';
import type { GalleryState } from '../state';
import { ANY, CONFIRMED, withCredits } from './review';
import { ERRORS, WARNINGS } from './review-sheets';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
/** A rehearsal with everything that it can say, and a backup. */
const FILES: Pick<SessionState, 'rehearsal' | 'backup'> = {
  rehearsal: {
    ...{
      bytes: new ArrayBuffer(0),
      sha256: HASH,
      list: HASH,
      changes: 18,
      reads: 18,
      writes: 19,
      perhaps: 20,
    },
    notWritten: [
      { why: 'moved-on', rows: 1 },
      { why: 'there-already', rows: 2 },
    ],
    inDoubt: [
      { way: 'grade', rows: 12, known: null },
      { way: 'private', rows: 1, known: 'not-taken' },
      { way: 'clear', rows: 3, known: 'taken' },
    ],
  },
  backup: { file: new ArrayBuffer(0), credentials: 18, evidence: 1, cannot: 1 },
};

/** The last question about an update with warnings. */
async function asked(more: Partial<SessionState> = {}): Promise<Shown> {
  const { state, facts } = await planned(WARNINGS[0], { ...WARNINGS[1], decisions: CONFIRMED });
  return { ...state, run: { kind: 'confirming', facts }, ...more };
}

/** The last question before an update. */
export const CONFIRM: readonly GalleryState[] = [
  ['confirm-update', () => asked()],
  ['confirm-update-safety-nets', () => asked(), ['To be on the safe side']],
  [
    'confirm-update-promise-missed',
    () => asked(),
    ['To be on the safe side', ['Recipient Email', '0'], ['Credits at most', 'ten']],
  ],
  ['confirm-update-promise-required', () => asked({ policy: { ...NO_POLICY, promiseRequired: true } })],
  [
    'confirm-update-rehearsed',
    () => asked(FILES),
    ['To be on the safe side', 'Save the requests', 'Save a backup of'],
  ],
  ['confirm-update-too-few-credits', () => asked({ connection: withCredits(0) })],
  [
    'confirm-update-with-rows-skipped',
    async () => {
      const { state, facts } = await planned(ERRORS[0], { ...ERRORS[1], decisions: [ANY, ...CONFIRMED] });
      return { ...state, run: { kind: 'confirming', facts } };
    },
  ],
];
