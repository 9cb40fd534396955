import * as XLSX from 'sheetjs-ce';
import { addDays } from '../platform/rules/days';
import type { Credential } from '../platform/state/schema';

/**
 * A row as a person keeps it: the present values, but for what they corrected. A Date is a day in
 * UTC.
 */
interface SheetRow {
  'Cert No': number | string;
  Participant: string;
  'Primary e-mail': string;
  'Valid until': Date | string;
  Result: string;
  City: string;
  'SF Owner': string;
}

/** The credentials of all groups of an account. */
type GroupState = { readonly credentials: readonly Credential[] };

const UNTOUCHED = 24;

/**
 * A workbook of corrections for a group, made from its present state: rows that change nothing, and
 * at least one of each thing that an admin meets in Review.
 */
export function sampleSheet(state: GroupState, group: number): { bytes: Uint8Array; rows: number } {
  const today = new Date().toISOString().slice(0, 10);
  const rows = sampleRows(state, group, today);
  const sheet = XLSX.utils.json_to_sheet([...rows], { cellDates: true, dateNF: 'dd/mm/yyyy', UTC: true });
  sheet['!cols'] = [10, 28, 34, 12, 14, 18, 12].map((wch) => ({ wch }));
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, 'Corrections');
  const bytes = XLSX.write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return { bytes: new Uint8Array(bytes), rows: rows.length };
}

export function sampleRows(state: GroupState, group: number, today: string): readonly SheetRow[] {
  const ofGroup = state.credentials.filter(({ group_id }) => group_id === group);
  const other = state.credentials.find(({ group_id }) => group_id !== group);
  // The first ones of a generated group share their e-mails, which is another story.
  const left = ofGroup.slice(4);
  const take = (fits: (credential: Credential) => boolean = () => true): Credential => {
    const at = left.findIndex(fits);
    const [taken] = at < 0 ? [] : left.splice(at, 1);
    if (taken === undefined) throw new Error('The group has no credential left that fits the sample sheet.');
    return taken;
  };
  const edited = (credential: Credential, edits: Partial<SheetRow>) => ({
    ...present(credential),
    ...edits,
  });

  const plainName = ({ recipient }: Credential) => /^[A-Z][a-z]{4,} [A-Z][a-z]{4,}$/.test(recipient.name);
  const named = (change: (given: string, family: string) => string) => {
    const credential = take(plainName);
    const [given = '', family = ''] = credential.recipient.name.split(' ');
    return edited(credential, { Participant: change(given, family) });
  };
  const mailed = (change: (local: string, domain: string) => string) => {
    const credential = take(plainName);
    const [local = '', domain = ''] = credential.recipient.email.split('@');
    return edited(credential, { 'Primary e-mail': change(local, domain) });
  };
  const expired = ({ expired_on }: Credential) => expired_on !== null && expired_on < today;
  const valid = ({ expired_on }: Credential) => expired_on !== null && expired_on > addDays(today, 30);
  const until = (credential: Credential, cell: Date | string) => edited(credential, { 'Valid until': cell });
  const twice = take(valid);

  return [
    ...Array.from({ length: UNTOUCHED }, () => edited(take(), {})),
    named((given, family) => `${given} ${family.toUpperCase()}`),
    named((given, family) => `${family}, ${given}`),
    named((given, family) => `${given} ${family.slice(0, -1)}`),
    named((given) => `${given} Whitcombe-Osei`),
    named(() => 'Marguerite Delacroix'),
    mailed((local, domain) => `${local}.new@${domain}`),
    mailed((local) => `${local}@northfield-alumni.test`),
    mailed((local) => `${local}@gmial.com`),
    mailed((local, domain) => `${local}(at)${domain}`),
    ...Array.from({ length: 3 }, () => until(take(expired), dayCell(addDays(today, 365)))),
    until(take(valid), dayCell(addDays(today, 720))),
    until(take(valid), dayCell(addDays(today, -14))),
    until(take(valid), '31/02/2027'),
    ...['Distinction', 'Merit', '94%', '1,3', '007'].map((grade) =>
      edited(
        take(({ grade: present }) => present !== grade),
        { Result: grade },
      ),
    ),
    edited(
      take(({ custom_attributes: custom }) => (custom['Location'] ?? '') !== ''),
      { City: '' },
    ),
    edited(
      take(({ custom_attributes: custom }) => (custom['Location'] ?? '') === ''),
      { City: 'Malmö' },
    ),
    edited(twice, { Result: 'Pass' }),
    edited(twice, { Result: 'Fail' }),
    ...(other === undefined ? [] : [edited(other, {})]),
    edited(take(), { 'Cert No': 99_999_999 }),
    edited(take(), { 'Cert No': '' }),
  ];
}

function present({ id, recipient, expired_on, grade, custom_attributes: custom }: Credential): SheetRow {
  return {
    'Cert No': id,
    Participant: recipient.name,
    'Primary e-mail': recipient.email,
    'Valid until': expired_on === null ? '' : dayCell(expired_on),
    Result: grade ?? '',
    City: custom['Location'] ?? '',
    'SF Owner': 'p.okafor',
  };
}

function dayCell(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
