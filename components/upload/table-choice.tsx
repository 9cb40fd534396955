import type { Session } from '../../lib/session/session';
import type { FilePhase } from '../../lib/session/file/create-file-model';
import type { FirstRows, OpenedTable } from '../../lib/rpc/contract/sheet-contract';
import type { TextReading } from '../../lib/sheet/cells/sheet';
import { NO_HEADER_ROW } from '../../lib/sheet/table/table';
import { named, namedPlural, t, tn } from '../text';

type OpenPhase = Extract<FilePhase, { kind: 'open' }>;

/** Encodings that are offered; the reader's own finding is added when it is none of them. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'macintosh',
  'koi8-r',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
];
const DELIMITERS = [
  [',', 'delimiter_comma'],
  [';', 'delimiter_semicolon'],
  ['\t', 'delimiter_tab'],
  ['|', 'delimiter_pipe'],
] as const satisfies readonly (readonly [TextReading['delimiter'], string])[];

/** Choice of sheet, header row and reading of text, with the first rows to see it by. */
export function TableChoice({ session, phase }: { session: Session; phase: OpenPhase }) {
  const { file, table } = phase;
  const text = file.text;
  return (
    <section class="table-choice">
      <div class="choices">
        {file.sheets.length > 1 && (
          <label>
            <span class="small quiet">{t('sheetLabel')}</span>
            <select
              class="select"
              value={String(phase.sheet)}
              onChange={(event) => void session.file.chooseSheet(Number(event.currentTarget.value))}
            >
              {file.sheets.map((sheet, index) => (
                <option key={index} value={String(index)}>
                  {t(sheet.hidden ? 'sheetHidden' : 'sheetOption', sheet.name, tn('rows', sheet.rows))}
                </option>
              ))}
            </select>
          </label>
        )}
        {table.ok && <HeaderRowChoice session={session} table={table.value} />}
        {text !== null && (
          <>
            <label>
              <span class="small quiet">{t('encodingLabel')}</span>
              <select
                class="select"
                value={text.encoding}
                onChange={(event) => void session.file.readAs({ encoding: event.currentTarget.value })}
              >
                {[...new Set([text.encoding, ...ENCODINGS])].map((encoding) => (
                  <option key={encoding} value={encoding}>
                    {encoding}
                  </option>
                ))}
              </select>
              {text.guessed && <span class="small quiet">{t('encodingGuessed')}</span>}
            </label>
            <label>
              <span class="small quiet">{t('delimiterLabel')}</span>
              <select
                class="select"
                value={text.delimiter}
                onChange={(event) => void session.file.readAs({ delimiter: event.currentTarget.value })}
              >
                {DELIMITERS.map(([sign, name]) => (
                  <option key={sign} value={sign}>
                    {t(name)}
                  </option>
                ))}
                {!DELIMITERS.some(([sign]) => sign === text.delimiter) && (
                  <option value={text.delimiter}>
                    {text.delimiter === ' ' ? t('delimiter_space') : text.delimiter}
                  </option>
                )}
              </select>
            </label>
          </>
        )}
      </div>
      {table.ok && <Said table={table.value} />}
      {table.ok && <Preview rows={table.value} />}
    </section>
  );
}

function HeaderRowChoice({ session, table }: { session: Session; table: OpenedTable }) {
  return (
    <label>
      <span class="small quiet">{t('headerRowLabel')}</span>
      <select
        class="select"
        value={String(table.headerRow)}
        onChange={(event) => void session.file.chooseHeaderRow(Number(event.currentTarget.value))}
      >
        <option value={String(NO_HEADER_ROW)}>{t('headerRowNone')}</option>
        {table.preview.map(({ row, cells }) => (
          <option key={row} value={String(row)}>
            {t('headerRowOption', String(row), shorten(cells.filter((cell) => cell !== '').join(', ')))}
          </option>
        ))}
      </select>
      <span class="small quiet">{t(named('headerReason', table.headerReason))}</span>
    </label>
  );
}

/** Says which rows are excluded, and what is worth knowing of the sheet. */
function Said({ table }: { table: OpenedTable }) {
  const leftOut = table.excluded
    .filter(({ rows }) => rows.length > 0)
    .map(({ reason, rows }) => t(named('leftOut', reason), rows.length));
  if (leftOut.length === 0 && table.notes.length === 0) return null;
  return (
    <ul class="said small quiet">
      {leftOut.length > 0 && <li>{t('leftOutLine', leftOut.join(', '))}</li>}
      {table.notes.map(({ code, count }) => (
        <li key={code}>{tn(namedPlural('note', code), count)}</li>
      ))}
    </ul>
  );
}

/** The first rows as a table. */
export function Preview({ rows: { preview, headerRow } }: { rows: FirstRows }) {
  return (
    <div class="preview" tabIndex={0} role="region" aria-label={t('previewCaption')}>
      <table>
        <caption class="small quiet">{t('previewCaption')}</caption>
        <tbody>
          {preview.map(({ row, cells }) => (
            <tr key={row} data-header={row === headerRow}>
              <th scope="row" class="small quiet">
                {row}
              </th>
              {cells.map((cell, index) =>
                row === headerRow ? (
                  <th key={index} scope="col">
                    {cell}
                  </th>
                ) : (
                  <td key={index}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
