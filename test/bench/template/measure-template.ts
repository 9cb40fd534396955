import { attributesOf } from '../../../lib/credential/attributes';
import { groupId } from '../../../lib/credential/ids';
import { templateFile } from '../../../lib/report/template-file';
import { workbookParts } from '../../../lib/report/template/workbook-xml';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { openArchive } from '../../../lib/sheet/zip/archive';
import { writeZip } from '../../../lib/sheet/zip/write-zip';
import { openedWorkbook } from '../../../workers/opened-workbook';
import { benchCredentials } from '../review/review-sheets';

/*
 * A process of its own for a download: measure-template.ts ROWS RUNS prints { write, read,
 * readPlain, bytes, baseMB, writtenMB } as JSON. Times are milliseconds of CPU, one of each run, in
 * which the packing counts that browsers do in a thread beside the worker. `read` opens the
 * download with its record, `readPlain` the same workbook without it. `baseMB`: the peak before
 * anything is written, with the credentials alone.
 */

const [, , rows = '', runs = ''] = process.argv;
const credentials = benchCredentials(Number(rows));
const attributes = attributesOf([]);
/** Those that a download has by itself for such a group. */
const CHOSEN = [
  'credential-id',
  'license-id',
  'recipient-id',
  'recipient-name',
  'recipient-email',
  'issue-date',
  'expiry-date',
  'grade',
  'credential-name',
  'published',
  'private',
] as const;
const request = {
  page: { environment: 'production', groupId: groupId('7') },
  attributes: CHOSEN,
  format: 'xlsx',
  now: Date.UTC(2026, 5, 15),
  words: {
    sheet: 'Credentials',
    record: 'Download record',
    note: 'Made by a program.',
    headers: {},
    account: '(account)',
    flags: ['yes', 'no'],
  },
} as const;
const times: Record<'write' | 'read' | 'readPlain', number[]> = { write: [], read: [], readPlain: [] };
const peakMB = () => process.resourceUsage().maxRSS / 1000;
const baseMB = peakMB();

async function take<T>(name: keyof typeof times, work: () => Promise<T>): Promise<T> {
  // The garbage of what was measured before is nobody else's.
  globalThis.gc?.();
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  times[name].push((user + system) / 1_000);
  return result;
}

async function open(bytes: ArrayBuffer): Promise<number> {
  const read = await readWorkbook(new Uint8Array(bytes), {
    reading: {},
    loadSheetJs: () => Promise.reject(new Error('our own workbook needs no SheetJS')),
    loadLazyText: () => Promise.reject(new Error('a workbook is no text')),
  });
  if (!read.ok) throw new Error(read.problem.code);
  const { workbook, bases } = openedWorkbook(read.value);
  return (workbook.sheets[0]?.rowCount ?? 0) + (bases[0]?.credentials ?? 0); // without a record: none
}

/** The same workbook without the sheet of its record. */
async function withoutRecord(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const archive = openArchive(new Uint8Array(bytes), undefined);
  const sheet = new TextDecoder().decode(await archive.bytes('xl/worksheets/sheet1.xml', 1e9));
  const parts = workbookParts([{ name: request.words.sheet, hidden: false }]);
  return writeZip([
    ...Object.entries(parts).map(([name, text]) => ({ name, pieces: [text] })),
    { name: 'xl/worksheets/sheet1.xml', pieces: [sheet] },
  ]);
}

let bytes = 0;
let checked = 0;
let writtenMB = 0;
for (let run = 0; run < Number(runs); run += 1) {
  const file = await take('write', () =>
    templateFile(credentials, attributes, request, new Int32Array([1, -2, 3, -4])),
  );
  if (run === 0) writtenMB = peakMB();
  bytes = file.byteLength;
  const plain = await withoutRecord(file);
  // In turns, so that neither is always the first to be compiled.
  const both = [
    async () => void (checked += await take('read', () => open(file))),
    async () => void (checked -= await take('readPlain', () => open(plain))),
  ];
  for (const one of run % 2 === 0 ? both : both.toReversed()) await one();
}
console.log(JSON.stringify({ ...times, bytes, baseMB, writtenMB, checked }));
