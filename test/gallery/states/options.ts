import type { SavedMapping } from '../../../lib/assign/mapping/saved-mapping';
import type { OptionsNews, OptionsPhase } from '../../../lib/session/options/create-options-model';
import type { RememberedMapping } from '../../../lib/rpc/contract/remembered';
import { NO_POLICY } from '../../../lib/rpc/background/read-policy';
import { CONNECTION, PAGE, TODAY } from '../group';
import type { GalleryState, OtherPage } from '../state';

const print = (digit: string) => digit.repeat(32);
const column = (digit: string, attribute: SavedMapping['columns'][number]['attribute']) =>
  ({ name: print(digit), attribute, dateFormat: null, blank: 'keep', write: 'always' }) as const;

const ASSIGNMENT: SavedMapping = {
  day: TODAY,
  key: 'credential-id',
  joins: [],
  columns: [
    column('a', 'credential-id'),
    column('b', 'recipient-name'),
    column('c', 'grade'),
    column('d', 'custom:Licence renewed on'),
    column('e', null),
  ],
};
const RULES: SavedMapping['rules'] = [
  {
    attribute: 'description',
    rule: { kind: 'replace', find: 'Diploma', by: 'Certificate', wholeValue: false },
    condition: { of: { kind: 'column', name: print('f') }, is: 'at-least', than: '30' },
  },
];

const REMEMBERED: readonly RememberedMapping[] = [
  { id: print('1'), page: PAGE, group: CONNECTION.group.name, assignment: { ...ASSIGNMENT, rules: RULES } },
  { id: print('2'), page: { ...PAGE, environment: 'eu' }, group: null, assignment: ASSIGNMENT },
  { id: print('3'), page: null, group: null, assignment: { ...ASSIGNMENT, alsoBy: 'credential-name' } },
];

const OPEN: Extract<OptionsPhase, { kind: 'open' }> = {
  kind: 'open',
  policy: NO_POLICY,
  history: { runs: 6, keptDays: 30 },
  keys: { production: 'nowhere', eu: 'session', sandbox: 'disk' },
  remembered: REMEMBERED,
};

function options(more: Partial<typeof OPEN> = {}, said: OptionsNews | null = null): OtherPage {
  return { page: 'options', phase: { ...OPEN, ...more }, said };
}

/** The options page (docs/product.md 3). */
export const OPTIONS: readonly GalleryState[] = [
  ['options-reading', () => ({ page: 'options', phase: { kind: 'reading' }, said: null })],
  ['options-no-answer', () => ({ page: 'options', phase: { kind: 'failed' }, said: null })],
  ['options-open', () => options()],
  [
    'options-nothing-stored',
    () => options({ remembered: [], keys: { production: 'nowhere', eu: 'nowhere', sandbox: 'nowhere' } }),
  ],
  [
    'options-limits',
    () =>
      options({
        policy: {
          ...NO_POLICY,
          environments: ['eu'],
          mayRememberKey: false,
          neverChange: ['recipient-email', 'custom:Ward'],
          mostRows: 2_000,
          unreadable: ['mostCredits'],
        },
      }),
  ],
  ['options-journal-refused', () => options({ history: null })],
  ['options-forgotten', () => options({ remembered: [] }, { kind: 'forgotten' })],
  ['options-loaded', () => options({}, { kind: 'loaded', count: 3 })],
  [
    'options-file-refused',
    () => options({}, { kind: 'refused', problem: { code: 'not-a-remembered-file' } }),
  ],
  ['options-delete-everything-asked', () => options(), ['Delete everything stored on this computer']],
];
