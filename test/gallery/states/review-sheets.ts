import { withBlank } from '../../../lib/assign/edit/edit-assignment';
import { GROUP, idOf } from '../group';
import { csv, reviewed, type ReviewOptions, type Shown } from '../sheets';

/* The sheets that the states of Review are made from. */

type Reviewed = readonly [text: string, options: ReviewOptions];

const present = (n: number) => {
  const { recipientName, recipientEmail } = GROUP[n]!;
  return [recipientName ?? '', recipientEmail ?? ''] as const;
};

/** Grades of three, which nothing has to be confirmed for. */
export const CALM: Reviewed = [
  csv([
    ['Credential ID', 'Grade', 'CE Hours'],
    [idOf(0), 'Merit', '8'],
    [idOf(2), 'Pass', '10'],
    [idOf(7), 'Pass', '24'],
    [idOf(8), 'Pass', '16'],
  ]),
  {},
];

/** One row or more of each kind of warning that a few rows can have. */
export const WARNINGS: Reviewed = [
  csv([
    [
      'Credential ID',
      'Recipient Name',
      'Recipient Email',
      'Expiry Date',
      'Grade',
      'Published',
      'Evidence URL 1',
      'Description',
    ],
    [idOf(0), 'Ada King', present(0)[1], '2027-01-15', 'Merit', '', '', ''],
    [idOf(1), 'Bjorn Asgard', 'bjorn.asgard@fjordwe1d.example', '2027-01-15', '', '', '', ''],
    [
      idOf(2),
      'Featherstonehaugh, Chiamaka',
      present(2)[1],
      '2029-06-30',
      'Pass',
      '',
      '',
      'Welds pipes and vessels.',
    ],
    [idOf(3), present(3)[0], 'dmitri@ivanov.example', '2028-12-31', '', '', '', ''],
    [
      idOf(4),
      'Elena Ruis Márquez',
      present(4)[1],
      '2024-12-31',
      '',
      '',
      'https://joints.example/elena/17',
      '',
    ],
    [idOf(5), 'Somebody Else', present(5)[1], '2027-01-15', 'n/a', '', '', ''],
    [idOf(6), present(6)[0], present(6)[1], '2027-01-15', 'Pass', 'yes', '', ''],
    [idOf(7), 'Hana  Suzuki', present(7)[1], '2027-01-15', 'Distinction', 'no', '', ''],
  ]),
  { edit: (assignment) => withBlank(assignment, 4, 'clear') },
];

/** Expiries that move in two ways, and some that do not. */
export const SHAPES = csv([
  ['Credential ID', 'Expiry Date'],
  ...GROUP.map(({ expiredOn }, n) => [
    idOf(n),
    n % 3 === 0 || expiredOn === null
      ? '2031-12-31'
      : `${Number(expiredOn.slice(0, 4)) + 2}${expiredOn.slice(4)}`,
  ]),
]);

/** One row of nearly each kind of error, and two changes. */
export const ERRORS: Reviewed = [
  csv([
    ['Recipient Email', 'Recipient Name', 'Expiry Date', 'Recipient Phone', 'Evidence URL 1', 'Private'],
    ['ada.lovelace@northfield.example', 'Ada Lovelace', '31/12/2028', '', '', ''],
    ['nobody@example.org', 'Nobody Known', '31/12/2028', '', '', ''],
    ['', 'Without A Key', '31/12/2028', '', '', ''],
    ['jane.doe@example.org', 'Jane Doe', '31/12/2028', '', '', ''],
    ['hana.suzuki@yosetsu.example', 'Hana Suzuki', '31/02/2028', '', '', ''],
    ['ivo.novak@svarovani.example', 'Ivo NovÃ¡k', '31/12/2028', '12 34', '', ''],
    ['kai@lindqvist.example', 'Kai Lindqvist', '31/12/2020', '', '', ''],
    ['lea.mueller@schweissen.example', 'Lea Müller', '', '', 'joints of Lea', 'perhaps'],
    ['max.weber@schweissen.example', 'Max Weber', '30/06/2028', '', '', ''],
    ['max.weber@schweissen.example', 'Max Weber', '30/06/2029', '', '', ''],
    ['nora.quist@example.net', 'Nora Quist', '30/06/2029', '', '', ''],
  ]),
  {},
];

/** Names shifted by one, e-mails shifted by one further down, and two people swapped. */
export const ALARMS: Reviewed = [
  csv([
    ['Credential ID', 'Recipient Name', 'Recipient Email'],
    ...GROUP.map((_, n) => {
      const [own, address] = present(n);
      if (n >= 11 && n < 18) return [idOf(n), present(11 + ((n - 10) % 7))[0], address];
      if (n >= 18 && n < 24) return [idOf(n), own, present(18 + ((n - 17) % 6))[1]];
      if (n === 0 || n === 1) return [idOf(n), present(1 - n)[0], address];
      return [idOf(n), own, address];
    }),
  ]),
  {},
];

/**
 * The first rows of as many as these: the counts are those of the few, as many times as there would
 * be of them.
 */
export async function manyRows(rows: number): Promise<Shown> {
  const state = await reviewed(...WARNINGS);
  const { review } = state;
  if (review.phase.kind !== 'ready' || review.window === null) throw new Error('nothing reviewed');
  const { summary } = review.phase.state;
  const times = Math.floor(rows / summary.rows);
  const many = {
    ...summary,
    rows: summary.rows * times,
    toUpdate: summary.toUpdate * times,
    unchanged: summary.unchanged * times,
    withWarnings: summary.withWarnings * times,
    creditsAtMost: summary.creditsAtMost * times,
    attributes: summary.attributes.map((of) => ({
      ...of,
      changed: of.changed * times,
      shown: of.shown * times,
    })),
    shown: { ...summary.shown, changes: summary.shown.changes * times },
    groups: summary.groups.map((group) => ({
      ...group,
      count: group.count * times,
      credits: group.credits * times,
    })),
  };
  const { rows: few } = review.window;
  const seen = Array.from({ length: 60 }, (_, at) => ({ ...few[at % few.length]!, row: at + 2 }));
  const phase = { ...review.phase, state: { ...review.phase.state, summary: many } };
  const window = {
    from: 0,
    total: review.window.total * times,
    rows: seen,
    viewed: new Set(seen.slice(0, 20).map(({ row }) => row)),
  };
  return { ...state, review: { ...review, phase, window } };
}
