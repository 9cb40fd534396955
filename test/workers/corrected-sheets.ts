import type { ColumnChoice } from '../../lib/assign/choice/assignment';
import type { AttributeId, CustomAttributeKey } from '../../lib/credential/attribute';
import type { Decision } from '../../lib/review/corrections/decision';
import type { WrittenCredential } from '../fakes/credential';

/** A sheet that is corrected in the review, and how its result says that. */
export interface CorrectedSheet {
  /** With a header. */
  readonly sheet: string;
  /** By column; joined ones behind the sheet's own. */
  readonly targets: readonly (AttributeId | null)[];
  readonly joins?: readonly (readonly [first: number, second: number])[];
  readonly choice?: Partial<ColumnChoice>;
  readonly decisions: readonly Decision[];
  /**
   * The admin's own columns in the result, header first; only what differs from the sheet needs a
   * look.
   */
  readonly rows: readonly string[];
  /**
   * Target of a column that was added for the result when it is dropped again, after those of the
   * sheet.
   */
  readonly added?: AttributeId;
}

/** The account's own attributes. */
export const CUSTOM: readonly CustomAttributeKey[] = [
  { name: 'First', kind: 'text' },
  { name: 'Last', kind: 'text' },
];

const edit = (row: number, attribute: AttributeId, text: string): Decision => ({
  kind: 'edit',
  row,
  attribute,
  text,
});

/** The group that they are about. */
export const GROUP: readonly WrittenCredential[] = [
  { id: '1', grade: 'old', recipientName: 'Ada Byron' },
  { id: '2', grade: 'old', recipientName: 'Bob Stone' },
];
const JOINED = { joins: [[1, 2]], targets: ['credential-id', null, null, 'recipient-name'] } as const;

export const SHEETS: readonly (readonly [string, CorrectedSheet])[] = [
  [
    'a corrected text',
    {
      sheet: 'id,Grade\n1,A\n2,B\n',
      targets: ['credential-id', 'grade'],
      decisions: [edit(2, 'grade', 'A+')],
      rows: ['id|Grade', '1|A+', '2|B'],
    },
  ],
  [
    'by find and replace',
    {
      sheet: 'id,Grade\n1,Merrit\n2,Merrit\n',
      targets: ['credential-id', 'grade'],
      decisions: [
        {
          kind: 'replace',
          replacement: {
            attribute: 'grade',
            find: 'Merrit',
            replace: 'Merit',
            wholeCell: false,
            matchCase: true,
          },
        },
      ],
      rows: ['id|Grade', '1|Merit', '2|Merit'],
    },
  ],
  [
    'by pasted cells, beside what no attribute reads',
    {
      sheet: 'id,Note,Grade\n1,=1+1,A\n2,x,B\n',
      targets: ['credential-id', null, 'grade'],
      decisions: [
        {
          kind: 'paste',
          view: { filter: { kind: 'all' }, search: '', sort: null },
          from: 0,
          rows: [],
          attributes: ['grade'],
          cells: [['C'], ['=D']],
        },
      ],
      rows: ['id|Note|Grade', '1|=1+1|C', '2|x|=D'],
    },
  ],
  [
    'corrected to what the platform has: nothing is sent of it, now and later',
    {
      sheet: 'id,Grade\n1,A\n2,B\n',
      targets: ['credential-id', 'grade'],
      decisions: [edit(2, 'grade', 'old')],
      rows: ['id|Grade', '1|old', '2|B'],
    },
  ],
  ...(['day-month-year', 'month-day-year'] as const).map((dateFormat): readonly [string, CorrectedSheet] => [
    `a date of a column that is ${dateFormat}, typed in its way and with the year in front`,
    {
      sheet: 'id,Expires\n1,01/02/2028\n2,03/04/2028\n',
      targets: ['credential-id', 'expiry-date'],
      choice: { dateFormat },
      decisions: [edit(2, 'expiry-date', '05/06/2028'), edit(3, 'expiry-date', '2028-07-08')],
      rows: ['id|Expires', '1|05/06/2028', '2|2028-07-08'],
    },
  ]),
  [
    'a cell that was emptied, where blank cells clear',
    {
      sheet: 'id,Grade\n1,A\n2,B\n',
      targets: ['credential-id', 'grade'],
      choice: { blank: 'clear' },
      decisions: [edit(2, 'grade', '')],
      rows: ['id|Grade', '1|', '2|B'],
    },
  ],
  [
    'a cell that was emptied, where they keep',
    {
      sheet: 'id,Grade\n1,A\n2,B\n',
      targets: ['credential-id', 'grade'],
      decisions: [edit(2, 'grade', '')],
      rows: ['id|Grade', '1|', '2|B'],
    },
  ],
  [
    'the key',
    {
      sheet: 'id,Grade\n9,A\n2,B\n',
      targets: ['credential-id', 'grade'],
      decisions: [edit(2, 'credential-id', '1')],
      rows: ['id|Grade', '1|A', '2|B'],
    },
  ],
  [
    'a flag in words',
    {
      sheet: 'id,Private\n1,no\n2,yes\n',
      targets: ['credential-id', 'private'],
      decisions: [edit(2, 'private', 'yes')],
      rows: ['id|Private', '1|yes', '2|yes'],
    },
  ],
  [
    'a joined column, of which one part says the rest already',
    {
      ...JOINED,
      sheet: 'id,First,Last\n1,Ada,Kng\n2,Rob,Stone\n',
      decisions: [edit(2, 'recipient-name', 'Ada King'), edit(3, 'recipient-name', 'Robert J. Stone')],
      rows: ['id|First|Last', '1|Ada|King', '2|Robert J.|Stone'],
    },
  ],
  [
    'a joined column, all of it',
    {
      ...JOINED,
      sheet: 'id,First,Last\n1,Ann Mary,Smith\n2,Bob,Stone\n',
      choice: { blank: 'clear' },
      decisions: [edit(2, 'recipient-name', 'Anna Maria van Dyke'), edit(3, 'recipient-name', 'Cher')],
      rows: ['id|First|Last', '1|Anna Maria|van Dyke', '2|Cher|'],
    },
  ],
  [
    'a joined column with one word, which half a name that is kept could not say: a column of its own',
    {
      ...JOINED,
      sheet: 'id,First,Last\n1,,Byron\n2,Bob,Stone\n',
      decisions: [edit(3, 'recipient-name', 'Cher')],
      rows: ['id|First|Last|Recipient Name', '1||Byron|', '2|Bob|Stone|Cher'],
      added: 'recipient-name',
    },
  ],
  [
    'a joined column, emptied',
    {
      ...JOINED,
      targets: ['credential-id', null, null, 'grade'],
      sheet: 'id,First,Last\n1,A,B\n2,C,D\n',
      choice: { blank: 'clear' },
      decisions: [edit(2, 'grade', '')],
      rows: ['id|First|Last', '1||', '2|C|D'],
    },
  ],
  [
    'a joined column of which a part feeds an attribute by itself: the other part tells it',
    {
      sheet: 'id,First,Last\n1,Ada,Kng\n2,Bob,Stoner\n',
      joins: [[1, 2]],
      targets: ['credential-id', 'custom:First', null, 'recipient-name'],
      decisions: [edit(2, 'recipient-name', 'Ada King')],
      rows: ['id|First|Last', '1|Ada|King', '2|Bob|Stoner'],
    },
  ],
  [
    'a joined column and its parts that are to say different things: a column of its own',
    {
      sheet: 'id,First,Last\n1,Ad,Kng\n2,Bob,Stoner\n',
      joins: [[1, 2]],
      targets: ['credential-id', 'custom:First', 'custom:Last', 'recipient-name'],
      decisions: [edit(2, 'recipient-name', 'Ada King'), edit(3, 'custom:First', 'Robert')],
      rows: ['id|First|Last|Recipient Name', '1|Ad|Kng|Ada King', '2|Robert|Stoner|Bob Stoner'],
      added: 'recipient-name',
    },
  ],
];
