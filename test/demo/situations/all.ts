import type { LoggedRequest } from '../../platform/request-log';
import type { StandIn } from '../../platform/stand-in';
import { ACCOUNT_KEY } from '../../platform/stand-in-options';
import { sampleSheet } from '../sample-sheet';
import { crmExport, newGrades, renewals, shiftedNames, wholeGroup } from './sheets';
import type { Situation } from './situation';

const isPut = ({ method, part }: LoggedRequest): boolean => part === 'api' && method === 'PUT';
const isSearch = ({ path, status }: LoggedRequest): boolean => path.endsWith('/search') && status === 200;

/** Another admin gives these a grade of their own, once the group was read. */
function editedByAnotherAdmin(nth: readonly number[]) {
  return (standIn: StandIn, group: number) => {
    let isDone = false;
    return (answered: LoggedRequest) => {
      if (isDone || !isSearch(answered)) return;
      isDone = true;
      const members = standIn.state().credentials.filter(({ group_id }) => group_id === group);
      for (const n of nth) {
        const member = members[n];
        if (member !== undefined) standIn.edit(String(member.id), { grade: 'Set by another admin' });
      }
    };
  };
}

/** Everybody is signed out when so many changes were sent. */
function signedOutAfter(puts: number) {
  return (standIn: StandIn) => {
    let seen = 0;
    return (answered: LoggedRequest) => {
      if (!isPut(answered)) return;
      seen += 1;
      if (seen === puts) standIn.signOutAll();
    };
  };
}

/** The situations of the menu; the first one is there at the start. */
export const SITUATIONS: readonly [Situation, ...Situation[]] = [
  {
    id: 'corrections',
    title: 'A sheet of corrections',
    text: 'One of everything: rows that change nothing, names and e-mails to confirm, renewals, and rows with errors. Say in Assign what "Result", "City" and "Valid until" are.',
    options: { generate: 300 },
    sheet: {
      name: 'corrections.xlsx',
      bytesOf: ({ credentials, group }) => sampleSheet({ credentials }, group).bytes,
    },
  },
  {
    id: 'crm-export',
    title: 'CRM export',
    text: 'Sixty contacts of a CRM program, with first and last name apart and columns that are not for the platform. They are matched by e-mail, and everything is assigned by itself.',
    options: { generate: 200 },
    sheet: { name: 'contacts-export.csv', bytesOf: crmExport },
  },
  {
    id: 'renewals',
    title: 'Renewals',
    text: 'New expiry dates, two years later; skip the column "Present expiry". Look at what they cost in credits before you confirm. Or without the sheet: "Update without a sheet", and a rule that extends the expiry.',
    options: { generate: 240 },
    sheet: { name: 'renewals.xlsx', bytesOf: renewals },
  },
  {
    id: 'shifted-column',
    title: 'Shifted column',
    text: 'In forty rows the names have moved down by one, beside the wrong ids. The review raises an alarm: nothing is sent before it is overruled or the rows are left out.',
    options: { generate: 120 },
    sheet: { name: 'names-and-grades.xlsx', bytesOf: shiftedNames },
  },
  {
    id: 'conflicts',
    title: 'Conflicts',
    text: 'Another admin changes four grades after your review was read. They are not overwritten: after the update each is shown with three values, and you decide.',
    options: { generate: 60 },
    sheet: { name: 'grades.xlsx', bytesOf: newGrades },
    meanwhile: editedByAnotherAdmin([3, 11, 12, 30]),
  },
  {
    id: 'large',
    title: '100,000 rows',
    text: 'A group of 100,000 credentials and a sheet of all of them, with 125 new grades. Both are made when you ask for them, which takes some seconds.',
    options: { generate: 100_000, rate: 0, switches: { 'page-max': 1000 } },
    sheet: { name: 'whole-group.csv', bytesOf: wholeGroup },
  },
  {
    id: 'trouble',
    title: 'Platform in trouble',
    text: 'Every few requests the platform fails, is slow, breaks the connection after it took a change, or says "too many requests". Each change is still sent once, and read back.',
    options: {
      generate: 80,
      faults: [
        '500:every=9',
        '502-after:method=PUT:every=7',
        'reset-after:method=PUT:every=11:resend=no',
        '429:every=13',
        'slow:every=6:ms=1200',
      ],
    },
    sheet: { name: 'grades.xlsx', bytesOf: newGrades },
  },
  {
    id: 'signed-out',
    title: 'Signed out on the way',
    text: 'The sign-in ends after ten changes. The update pauses and says so; sign in again in the dashboard, and it goes on where it was.',
    options: { generate: 80 },
    sheet: { name: 'grades.xlsx', bytesOf: newGrades },
    meanwhile: signedOutAfter(10),
  },
  {
    id: 'api-key',
    title: 'Only with an API key',
    text: `The platform does not take the sign-in of the dashboard, so the panel asks for a key. It is ${ACCOUNT_KEY}.`,
    options: { generate: 80, switches: { session: 'refused' } },
    sheet: { name: 'grades.xlsx', bytesOf: newGrades },
  },
  {
    id: 'template',
    title: 'Download, edit, drop again',
    text: 'Press "Download this group" in Upload, edit cells in your spreadsheet program, and drop the file. Another admin changes three grades meanwhile: only what you edited is a change.',
    options: { generate: 60 },
    sheet: null,
    meanwhile: editedByAnotherAdmin([5, 6, 7]),
  },
];
