import * as XLSX from 'sheetjs-ce';

/** A cell as SheetJS has it. */
type Cell = string | number | boolean | Date | null;

/** A download as somebody edits it in a spreadsheet program. Rows are meant by their credential. */
export interface EditedSheet {
  set(credential: string | undefined, header: string, value: Cell): void;
  sortBy(header: string): void;
  moveColumn(header: string, to: number): void;
  renameColumn(header: string, to: string): void;
  addColumn(header: string, valueOf: (credential: string) => Cell): void;
  keepRows(isKept: (credential: string) => boolean): void;
  dropRecord(): void;
  dropRecordLine(at: number): void;
  editRecord(edit: (line: string) => string): void;
  /** Sorts the record, shows it, gives it another name and a title, and moves it in front. */
  disturbRecord(): void;
  /** Puts the record of another download in front. */
  putRecordInFront(lines: readonly string[]): void;
}

/**
 * Opens a workbook with SheetJS, edits its first sheet as a table, and saves it again: what comes
 * back was written by another program than ours.
 */
export function edited(bytes: Uint8Array, edit: (sheet: EditedSheet) => void): Uint8Array {
  const book = XLSX.read(bytes, { type: 'array', cellDates: true, cellNF: true });
  const [listName = '', recordName = ''] = book.SheetNames;
  const read = (name: string) =>
    XLSX.utils.sheet_to_json<Cell[]>(book.Sheets[name] ?? {}, { header: 1, defval: null, raw: true });
  let rows = read(listName);
  let record = read(recordName);
  let names = [listName, recordName];
  const others: Cell[][] = [];
  const shown = new Set([listName]);
  const column = (header: string) => {
    const found = rows[0]?.indexOf(header) ?? -1;
    if (found < 0) throw new Error(`there is no column ${header}`);
    return found;
  };
  const idAt = column('Credential ID (do not change)');
  const idOf = (row: Cell[]) => String(row[rows[0]?.indexOf('Credential ID (do not change)') ?? idAt]);
  const body = () => rows.slice(1);
  const withBody = (next: Cell[][]) => (rows = [rows[0] ?? [], ...next]);
  edit({
    set(credential, header, value) {
      const row = body().find((of) => idOf(of) === credential);
      if (row === undefined) throw new Error(`there is no row of ${String(credential)}`);
      row[column(header)] = value;
    },
    sortBy(header) {
      const by = column(header);
      withBody(body().toSorted((one, other) => String(one[by]).localeCompare(String(other[by]))));
    },
    moveColumn(header, to) {
      const from = column(header);
      rows = rows.map((row) => {
        const rest = row.toSpliced(from, 1);
        return rest.toSpliced(to, 0, row[from] ?? null);
      });
    },
    renameColumn(header, to) {
      const [headers = []] = rows;
      headers[column(header)] = to;
    },
    addColumn(header, valueOf) {
      rows = rows.map((row, at) => [...row, at === 0 ? header : valueOf(idOf(row))]);
    },
    keepRows: (isKept) => void withBody(body().filter((row) => isKept(idOf(row)))),
    dropRecord: () => void (names = [listName]),
    dropRecordLine: (at) => void record.splice(at, 1),
    editRecord: (change) => void (record = record.map(([line]) => [change(String(line))])),
    disturbRecord() {
      record = [['My title', 'b'], [], ...record.toReversed().map((line) => [...line, 'note'])];
      names = [recordName, listName];
      shown.add(recordName);
    },
    putRecordInFront(lines) {
      others.push(...lines.map((line) => [line]));
    },
  });
  const written = XLSX.utils.book_new();
  if (others.length > 0) XLSX.utils.book_append_sheet(written, XLSX.utils.aoa_to_sheet(others), 'Another');
  for (const name of names) {
    const isRecord = name === recordName;
    const sheet = XLSX.utils.aoa_to_sheet(isRecord ? record : rows, { cellDates: true });
    XLSX.utils.book_append_sheet(written, sheet, isRecord && shown.has(name) ? 'Sheet2' : name);
  }
  written.Workbook = {
    Sheets: written.SheetNames.map((name) => ({ Hidden: shown.has(name) || name === 'Sheet2' ? 0 : 1 })),
  };
  return new Uint8Array(XLSX.write(written, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
