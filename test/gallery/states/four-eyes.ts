import type { CheckingProblem } from '../../../lib/session/checking/change-set-model';
import type { CheckedSet } from '../../../lib/session/file/checked-set';
import { PAGE } from '../group';
import { reviewed, type Shown } from '../sheets';
import type { GalleryState } from '../state';
import { WARNINGS } from './review-sheets';

/* Four eyes (docs/four-eyes.md): screens of the second person, and of the notes that come back. */

const MADE_AT = Date.UTC(2026, 10, 20, 9, 30);
const LIST = '3f2a91bc07de4412'.repeat(4);
const GROUP_OF_SET = { id: String(PAGE.groupId), name: 'Certified Pressure Welder, autumn 2024' };

const dropped = (changeSet: Shown['changeSet']): Shown => ({
  file: {
    kind: 'change-set',
    name: 'autumn corrections, to check 2026-11-20.ucset',
    bytes: new Uint8Array(0),
  },
  ...(changeSet !== undefined && { changeSet }),
});
const refused = (problem: CheckingProblem): GalleryState[1] => {
  return () => dropped({ kind: 'refused', problem });
};

/** The review of a set, of which some has moved since it was made. */
async function checking(drift: Partial<CheckedSet['drift']>): Promise<Shown> {
  const state = await reviewed(...WARNINGS);
  const { file } = state;
  const checked: CheckedSet = {
    source: {
      kind: 'checked',
      sha256: '0'.repeat(64),
      madeBy: 'Ana García',
      madeAt: MADE_AT,
      acceptedBy: 'Ben Okoro',
      list: LIST,
    },
    origin: { environment: PAGE.environment, group: GROUP_OF_SET },
    fileName: 'autumn corrections.xlsx',
    drift: { changes: 8, moved: 0, fields: [], already: 0, gone: [], cannot: 0, ...drift },
  };
  return { ...state, file: { ...file, checked } };
}

export const FOUR_EYES: readonly GalleryState[] = [
  ['second-person-asked', () => dropped({ kind: 'asked' })],
  ['second-person-opening', () => dropped({ kind: 'opening' })],
  ['second-person-damaged', refused({ code: 'set-damaged' })],
  ['second-person-other-version', refused({ code: 'set-version', version: 3 })],
  ['second-person-other-passphrase', refused({ code: 'set-passphrase' })],
  [
    'second-person-other-group',
    refused({ code: 'set-elsewhere', environment: 'eu', group: 'Rope access technicians, level 2' }),
  ],
  ['second-person-own-list', refused({ code: 'set-own', by: 'installation' })],
  ['second-person-own-name', refused({ code: 'set-own', by: 'name' })],
  ['second-person-sent-before', refused({ code: 'set-run-before', at: MADE_AT })],
  ['second-person-nothing-left', refused({ code: 'set-nothing-left' })],
  ['second-person-checks', () => checking({})],
  [
    'second-person-drift',
    () =>
      checking({
        moved: 2,
        fields: [
          {
            ...{ row: 3, who: 'Bjørn Åsgard', attribute: 'recipient-name' },
            ...{ before: 'Bjørn Åsgard', now: 'Björn Asgard', after: 'Bjorn Asgard' },
          },
          {
            ...{ row: 4, who: 'Chiamaka Okonkwo-Featherstonehaugh', attribute: 'expiry-date' },
            ...{ before: '2027-01-15', now: null, after: '2029-06-30' },
          },
        ],
        already: 1,
        gone: [{ row: 7, who: 'Fatima Zahra' }],
        cannot: 2,
      }),
  ],
  ['second-person-notes', () => checking({}), ['Notes for Ana García…']],
  [
    'second-person-answer',
    () =>
      dropped({
        kind: 'answer',
        answer: {
          kind: 'answer',
          environment: PAGE.environment,
          group: GROUP_OF_SET,
          list: LIST,
          fileName: 'autumn corrections.xlsx',
          by: 'Ben Okoro',
          at: MADE_AT + 86_400_000,
          note: 'Nearly. Two of them married in the meantime, see below.',
          refused: [
            { row: 3, who: 'Bjørn Åsgard', note: 'He writes himself with ø.' },
            { row: 4, who: 'Chiamaka Okonkwo-Featherstonehaugh', note: '' },
          ],
          changes: 8,
        },
      }),
  ],
];
