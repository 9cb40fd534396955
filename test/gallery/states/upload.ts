import { attributesOf } from '../../../lib/credential/attributes';
import { templateColumns } from '../../../lib/report/template/template-columns';
import { failed } from '../../../lib/result';
import type { FileProblem } from '../../../lib/session/file/file-model';
import { CONNECTION, GROUP, idOf } from '../group';
import { csv, uploaded } from '../sheets';
import type { GalleryState } from '../state';

const SHEET = csv([
  ['Credential ID', 'Recipient Name', 'Recipient Email', 'Expiry Date', 'Grade', 'Internal note'],
  [idOf(0), 'Ada Lovelace', 'ada.lovelace@northfield.example', '2027-01-15', 'Merit', 'paid'],
  [idOf(1), 'Bjørn Åsgard', 'bjorn.asgard@fjordweld.example', '2027-01-15', 'Pass', ''],
  [idOf(2), 'Chiamaka Okonkwo-Featherstonehaugh', 'chiamaka@longest-of-domains.example', '', 'Pass', 'asked'],
  [idOf(3), 'Dmitri Ivanov', 'd.ivanov@example.org', '2028-12-31', '', 'to be renewed'],
]);
const TITLED = `Northfield Board of Welding and Joining\nCorrections of the autumn\n\n${SHEET}\n\nTotal,4,,,,\n`;
const NO_HEADER = SHEET.split('\n').slice(1).join('\n');

const refused = (name: string, problem: FileProblem): GalleryState[1] => {
  return () => ({ file: { kind: 'failed', name, problem } });
};

function columnsToDownload() {
  const columns = templateColumns(GROUP, attributesOf(CONNECTION.customAttributes));
  const usual = columns.filter(({ isUsual }) => isUsual).map(({ attribute }) => attribute);
  const found = { count: GROUP.length, missing: 0, named: [], unreadable: 0 };
  return { columns, chosen: new Set(usual), which: { kind: 'all' }, found } as const;
}

/** The first step: a file that is read, refused, or open (docs/product.md 2.2). */
export const UPLOAD: readonly GalleryState[] = [
  ['upload-empty', () => ({})],
  ['upload-help', () => ({}), ['Help']],
  [
    'upload-download-reading',
    () => ({ template: { kind: 'reading' }, credentials: { kind: 'loading', loaded: 300, total: 812 } }),
  ],
  ['upload-download', () => ({ template: { kind: 'choosing', ...columnsToDownload() } })],
  [
    'upload-download-list',
    () => ({
      template: {
        kind: 'choosing',
        ...columnsToDownload(),
        which: { kind: 'keys', keys: ['10023', '10099'] },
        found: { count: 1, missing: 1, named: ['10099'], unreadable: 0 },
      },
    }),
  ],
  [
    'upload-download-where',
    () => ({
      template: {
        kind: 'choosing',
        ...columnsToDownload(),
        which: { kind: 'where', condition: { of: 'grade', is: 'at-least', than: '80' } },
        found: { count: 118, missing: 0, named: [], unreadable: 3 },
      },
    }),
  ],
  ['upload-download-writing', () => ({ template: { kind: 'writing', ...columnsToDownload() } })],
  ['upload-download-failed', () => ({ template: { kind: 'failed', problem: { code: 'unreachable' } } })],
  ['upload-reading', () => ({ file: { kind: 'reading', name: 'corrections.xlsx', firstRows: null } })],
  [
    'upload-reading-first-rows',
    async () => {
      const { file } = await uploaded(SHEET);
      if (!file.table.ok) throw new Error(file.table.problem.code);
      return { file: { kind: 'reading', name: 'a large list.xlsx', firstRows: file.table.value } };
    },
  ],
  ['upload-file-empty', refused('corrections.csv', { code: 'file-empty' })],
  ['upload-file-encrypted', refused('corrections.xlsx', { code: 'file-encrypted' })],
  [
    'upload-file-damaged',
    refused('corrections.xls', { code: 'file-damaged', detail: 'no end of central directory' }),
  ],
  [
    'upload-file-too-large',
    refused('everybody since 1998.xlsx', {
      code: 'file-too-large',
      what: 'file',
      amount: 412,
      limit: 300,
    }),
  ],
  [
    'upload-too-many-cells',
    refused('everybody.xlsx', {
      code: 'too-many-cells',
      sheet: 'All years',
      cells: 41_200_000,
      limit: 30_000_000,
    }),
  ],
  ['upload-not-a-spreadsheet', refused('certificate.pdf', { code: 'not-a-spreadsheet', looksLike: 'PDF' })],
  ['upload-quotes-unclear', refused('export.csv', { code: 'quotes-unclear', row: 1204, column: 6 })],
  ['upload-reading-given-up', refused('everybody.xls', { code: 'reading-given-up', seconds: 60 })],
  ['upload-reader-ended', refused('everybody.xlsx', { code: 'reader-ended' })],
  ['upload-nothing-to-undo', refused('Undo of corrections.csv', { code: 'nothing-to-undo' })],
  ['upload-open', () => uploaded(SHEET)],
  ['upload-pasted', () => uploaded(SHEET.replaceAll(',', '\t'), { name: 'Pasted cells', pasted: true })],
  ['upload-title-and-total', () => uploaded(TITLED)],
  ['upload-no-header-row', () => uploaded(NO_HEADER)],
  [
    'upload-several-sheets',
    async () => {
      const { file, ...rest } = await uploaded(SHEET, { name: 'corrections.xlsx' });
      if (!file.table.ok) throw new Error(file.table.problem.code);
      const table = {
        ...file.table.value,
        sheetName: 'Corrections',
        notes: [
          { code: 'hidden-rows', count: 2 },
          { code: 'formula-without-value', count: 1 },
        ] as const,
      };
      const sheets = [
        { name: 'Corrections', hidden: false, rows: table.rows },
        { name: 'Everybody of the years 2019 to 2024', hidden: false, rows: 18_204 },
        { name: 'Codes', hidden: true, rows: 12 },
      ];
      return {
        ...rest,
        file: {
          ...file,
          file: { ...file.file, format: 'xlsx', text: null, sheets },
          table: { ok: true, value: table },
        },
      };
    },
  ],
  [
    'upload-empty-sheet-chosen',
    async () => {
      const { file } = await uploaded(SHEET, { name: 'corrections.xlsx' });
      const sheets = [
        { name: 'Corrections', hidden: false, rows: 4 },
        { name: 'Sheet2', hidden: false, rows: 0 },
      ];
      return {
        file: {
          ...file,
          file: { ...file.file, format: 'xlsx', text: null, sheets },
          sheet: 1,
          table: failed({ code: 'sheet-empty', sheet: 'Sheet2' }),
        },
      };
    },
  ],
  ['upload-open-in-tab-asked', () => uploaded(SHEET), ['Open in a tab']],
];
