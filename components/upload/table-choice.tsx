import type { Session } from '../../lib/session/session';
import type { FilePhase } from '../../lib/session/file/create-file-model';
import type { OpenedTable } from '../../lib/rpc/contract/sheet-contract';
import { NO_HEADER_ROW } from '../../lib/sheet/table/table';
import { DownloadNote } from '../parts/download-note';
import { formatUnits, named, namedPlural, t, tn } from '../text';
import { Preview } from './preview';
import { EncodingChoices, TextChoice } from './text-choice';

type OpenPhase = Extract<FilePhase, { kind: 'open' }>;

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
        {!table.ok && table.problem.code === 'no-rows-below-header' && (
          <HeaderRowNumber session={session} row={table.problem.headerRow} />
        )}
        {!table.ok && table.problem.code === 'sheet-on-its-side' && (
          <HeaderRowNumber session={session} row={1} />
        )}
        {text !== null && <TextChoice session={session} text={text} />}
      </div>
      {text !== null && <EncodingChoices session={session} choices={text.encodingChoices} />}
      <DownloadNote session={session} />
      {table.ok && <Said table={table.value} />}
      {table.ok && <Preview rows={table.value} />}
    </section>
  );
}

/** The header row among the rows that are shown, or any other one by its number. */
function HeaderRowChoice({ session, table }: { session: Session; table: OpenedTable }) {
  const choose = (row: number) => void session.file.chooseHeaderRow(row);
  return (
    <>
      <label>
        <span class="small quiet">{t('headerRowLabel')}</span>
        <select
          class="select"
          value={String(table.headerRow)}
          onChange={(event) => choose(Number(event.currentTarget.value))}
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
      <HeaderRowNumber session={session} row={table.headerRow} />
    </>
  );
}

/** Any row by its number. It is there as well where the rows below a header cannot be used. */
function HeaderRowNumber({ session, row }: { session: Session; row: number }) {
  return (
    <label>
      <span class="small quiet">{t('headerRowNumber')}</span>
      <input
        autocomplete="off"
        type="number"
        min={1}
        step={1}
        value={row}
        onChange={({ currentTarget: { valueAsNumber: chosen } }) => {
          if (chosen >= 1) void session.file.chooseHeaderRow(Math.floor(chosen));
        }}
      />
    </label>
  );
}

/** Says which rows are excluded, and what is worth knowing of the sheet. */
function Said({ table }: { table: OpenedTable }) {
  const leftOut = table.excluded
    .filter(({ rows }) => rows.length > 0)
    .map(({ reason, rows }) => tn(namedPlural('leftOut', reason), rows.length));
  if (leftOut.length === 0 && table.notes.length === 0) return null;
  return (
    <ul class="said small quiet">
      {leftOut.length > 0 && <li>{t('leftOutLine', formatUnits(leftOut))}</li>}
      {table.notes.map(({ code, count }) => (
        <li key={code}>{tn(namedPlural('note', code), count)}</li>
      ))}
    </ul>
  );
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
