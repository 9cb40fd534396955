import {
  withBlank,
  withDateFormat,
  withTransform,
  withWrite,
} from '../../../lib/assign/edit/edit-assignment';
import type { Day } from '../../../lib/credential/day';
import { failed, ok } from '../../../lib/result';
import { GROUP, idOf } from '../group';
import { assigned, csv } from '../sheets';
import type { GalleryState } from '../state';

const GUESSED = csv([
  ['Credential ID', 'Recipient Name', 'Recipient Email', 'Expiry Date', 'Grade'],
  [idOf(0), 'Ada King', 'ada.lovelace@northfield.example', '2028-01-31', 'Merit'],
  [idOf(1), 'Bjørn Åsgard', 'bjorn@fjordweld.example', '2028-01-31', ''],
  [idOf(2), 'Chiamaka Okonkwo-Featherstonehaugh', 'chiamaka@longest-of-domains.example', '', 'Pass'],
]);
const UNDECIDED = csv([
  [
    'Credential ID',
    'First Name',
    'Last Name',
    'Mail',
    'Region',
    'Remark of the examiner (not for the recipient)',
  ],
  [idOf(0), 'Ada', 'King', 'ada.lovelace@northfield.example', 'North', 'Passed at the second attempt'],
  [idOf(1), 'Bjørn', 'Åsgard', 'bjorn@fjordweld.example', 'North', ''],
  [idOf(2), 'Chiamaka', '', 'chiamaka@longest-of-domains.example', 'South', 'Name as in the passport'],
]);
const OPEN_DATES = csv([
  ['Credential ID', 'Expiry Date', 'Issue Date', 'Licence renewed on'],
  [idOf(0), '03/04/2028', '15/01/2024', '01/02/2024'],
  [idOf(1), '05/06/2028', '15/01/2024', '13/02/2024'],
  [idOf(2), '07/08/2028', '15/01/2024', '02/14/2024'],
]);
const UNREADABLE = csv([
  ['Credential ID', 'Expiry Date', 'Recipient Email'],
  [idOf(0), '31/02/2028', 'ada.lovelace@northfield.example'],
  [idOf(1), 'to be decided', 'no address'],
  [idOf(2), '31/12/2028', 'chiamaka@longest-of-domains.example'],
  [idOf(3), '31/12/28', 'd.ivanov@example.org'],
]);
const EMAILS = csv([
  ['Old e-mail', 'New e-mail', 'Grade'],
  ['ada.lovelace@northfield.example', 'ada.king@northfield.example', 'Merit'],
  ['jane.doe@example.org', 'jane@doe.example', 'Pass'],
  ['nobody@example.org', 'somebody@example.org', 'Pass'],
]);
const EVIDENCE = csv([
  ['Credential ID', 'Evidence Description 1', 'Grade'],
  [idOf(0), 'The welded joint', 'Merit'],
]);
const HEADERLESS = csv([
  [idOf(0), 'ada.lovelace@northfield.example', 'Merit'],
  [idOf(1), 'bjorn.asgard@fjordweld.example', 'Pass'],
  [idOf(2), 'chiamaka@longest-of-domains.example', 'Pass'],
]);
const WITH_TOTALS = `${GUESSED}\nTotal,,,,3\n`;
const ONLY_KEYS = csv([['Credential ID'], [idOf(0)], [idOf(1)]]);

const DATE = { 'Expiry Date': 'expiry-date', 'Issue Date': 'issue-date' } as const;

/** The second step: what each column is for (docs/product.md 2.3). */
export const ASSIGN: readonly GalleryState[] = [
  ['assign-waiting', () => ({ step: 'assign' })],
  ['assign-all-guessed', () => assigned(GUESSED)],
  ['assign-undecided', () => assigned(UNDECIDED)],
  ['assign-joined-name', () => assigned(UNDECIDED, { join: ['First Name', 'Last Name'] })],
  ['assign-date-formats-open', () => assigned(OPEN_DATES, { targets: DATE, members: [] })],
  ['assign-unreadable-cells', () => assigned(UNREADABLE, { targets: { 'Expiry Date': 'expiry-date' } })],
  [
    'assign-every-rule-chosen',
    () =>
      assigned(GUESSED, {
        edit: (assignment) => {
          const cleared = withBlank(withBlank(assignment, 3, 'clear'), 4, 'clear');
          const transformed = withTransform(withDateFormat(cleared, 3, 'year-month-day'), 1, 'title');
          return withWrite(withWrite(transformed, 2, 'only-empty'), 4, 'never');
        },
      }),
  ],
  ['assign-no-key', () => assigned(GUESSED, { targets: { 'Credential ID': null, 'Recipient Email': null } })],
  ['assign-nothing-to-update', () => assigned(ONLY_KEYS)],
  [
    'assign-evidence-without-url',
    () => assigned(EVIDENCE, { targets: { 'Evidence Description 1': 'evidence-description-1' } }),
  ],
  [
    'assign-old-and-new-emails',
    () => assigned(EMAILS, { targets: { 'Old e-mail': 'recipient-email', 'New e-mail': null } }),
  ],
  ['assign-other-ways-to-match', () => assigned(GUESSED), ['Other ways to match']],
  ['assign-header-is-a-person', () => assigned(HEADERLESS, { headerRow: 1 })],
  ['assign-totals-left-out', () => assigned(WITH_TOTALS)],
  ['assign-remembered', () => assigned(GUESSED, { rememberedOn: '2026-03-02' as Day })],
  ['assign-file-loaded', async () => ({ ...(await assigned(GUESSED)), loaded: ok({ columns: 4 }) })],
  [
    'assign-file-refused',
    async () => ({ ...(await assigned(UNDECIDED)), loaded: failed({ code: 'no-column-of-it' }) }),
  ],
  [
    'assign-reading-group',
    async () => ({
      ...(await assigned(GUESSED, { members: [] })),
      credentials: { kind: 'loading', loaded: 1_300, total: 18_204 },
    }),
  ],
  [
    'assign-looking-up',
    async () => ({
      ...(await assigned(GUESSED, { members: GROUP.slice(6), inPart: true })),
      credentials: { kind: 'looking-up', loaded: 1, total: 3 },
    }),
  ],
  [
    'assign-large-group',
    async () => ({
      ...(await assigned(GUESSED, { members: GROUP.slice(6), inPart: true })),
      credentials: { kind: 'in-part', count: 98_204, pages: 983, lookedUp: 0, requests: 1 },
    }),
  ],
  [
    'assign-group-not-read',
    async () => ({
      ...(await assigned(GUESSED, { members: [] })),
      credentials: { kind: 'failed', problem: { code: 'unreachable' } },
    }),
  ],
];
