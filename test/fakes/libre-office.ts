import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findOffice } from '../run/find-office.mjs';

/** One step of what somebody does to the first sheet. Columns are meant by their headers. */
export type OfficeEdit =
  /** Types a text into the cell of a row, which is meant by the text of its first cell. */
  | { readonly kind: 'type'; readonly row: string; readonly header: string; readonly text: string }
  /** Sorts the rows below the header row by a column, Z to A. */
  | { readonly kind: 'sort'; readonly header: string }
  /** Cuts a column and puts it in front of another one. */
  | { readonly kind: 'move'; readonly header: string; readonly before: string }
  | { readonly kind: 'rename'; readonly header: string; readonly to: string }
  /** Inserts a column in front of another one. */
  | { readonly kind: 'insert'; readonly header: string; readonly before: string }
  | { readonly kind: 'delete'; readonly row: string };

/** Filters by which LibreOffice saves, by the ending of the file. */
const FILTERS = { xlsx: 'Calc MS Excel 2007 XML', ods: 'calc8', xls: 'MS Excel 97' } as const;
export type OfficeFormat = keyof typeof FILTERS;

const LONGEST_MS = 120_000;

/**
 * Has LibreOffice open a workbook, edit it, and save it: the bytes that come back are its own. It
 * runs with a profile of its own, without a window. Fails with what LibreOffice said.
 */
export async function savedByOffice(
  bytes: Uint8Array,
  edits: readonly OfficeEdit[],
  format: OfficeFormat = 'xlsx',
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'update-credentials-office-'));
  try {
    const [from, to] = [join(folder, 'from.xlsx'), join(folder, `to.${format}`)];
    const said = join(folder, 'said.txt');
    await writeFile(from, bytes);
    await writeModule(folder, program({ from, to, said, filter: FILTERS[format], edits }));
    await promisify(execFile)(
      findOffice(),
      [
        `-env:UserInstallation=${pathToFileURL(folder).href}`,
        '--headless',
        '--norestore',
        'macro:///Standard.Edits.Run',
      ],
      { timeout: LONGEST_MS },
    );
    const outcome = await readFile(said, 'utf8');
    if (outcome.trim() !== 'saved') throw new Error(`LibreOffice: ${outcome}`);
    return new Uint8Array(await readFile(to));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Puts a Basic module into a profile, as LibreOffice keeps them. The profile says that it is
 * complete: else the first start would write its own presets over the module.
 */
async function writeModule(profile: string, basic: string): Promise<void> {
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user/registrymodifications.xcu'), COMPLETE);
  const folder = join(profile, 'user/basic/Standard');
  await mkdir(folder, { recursive: true });
  const library = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"';
  const script = 'xmlns:script="http://openoffice.org/2000/script" script:language="StarBasic"';
  await writeFile(
    join(folder, 'script.xlb'),
    `<library:library ${library} library:readonly="false"><library:element library:name="Edits"/></library:library>`,
  );
  await writeFile(
    join(folder, 'Edits.xba'),
    `<script:module ${script} script:name="Edits">${xml(basic)}</script:module>`,
  );
  const libraries =
    'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"';
  await writeFile(
    join(profile, 'user/basic/script.xlc'),
    `<library:libraries ${libraries}><library:library library:name="Standard" library:link="false"/></library:libraries>`,
  );
}

const COMPLETE =
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">' +
  '<value>true</value></prop></item></oor:items>';

interface Job {
  readonly from: string;
  readonly to: string;
  readonly said: string;
  readonly filter: string;
  readonly edits: readonly OfficeEdit[];
}

/** The program in Basic: what a person does by mouse and keyboard, by the calls behind it. */
function program({ from, to, said, filter, edits }: Job): string {
  return `Option Explicit
Dim sheet As Object

Sub Run
  Dim said As String
  said = "not saved"
  On Error Goto Failed
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  Dim book As Object
  book = StarDesktop.loadComponentFromURL(${url(from)}, "_blank", 0, opening())
  sheet = book.Sheets.getByIndex(0)
${edits.map((edit) => `  ${callOf(edit)}`).join('\n')}
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = ${basicText(filter)}
  book.storeToURL(${url(to)}, saving())
  book.close(True)
  said = "saved"
Done:
  Open ConvertFromURL(${url(said)}) For Output As #1
  Print #1, said
  Close #1
  StarDesktop.terminate()
  Exit Sub
Failed:
  said = "line " & Erl & ": " & Error$
  Resume Done
End Sub

Function Used As Object
  Dim cursor As Object
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  Used = cursor.RangeAddress
End Function

Function ColumnOf(header As String) As Long
  Dim at As Long
  For at = 0 To Used().EndColumn
    If sheet.getCellByPosition(at, 0).String = header Then
      ColumnOf = at
      Exit Function
    End If
  Next
  Error 5
End Function

Function RowOf(key As String) As Long
  Dim at As Long, keys As Long
  keys = ColumnOf(${basicText(KEY_HEADER)})
  For at = 1 To Used().EndRow
    If sheet.getCellByPosition(keys, at).String = key Then
      RowOf = at
      Exit Function
    End If
  Next
  Error 5
End Function

Sub TypeInto(key As String, header As String, text As String)
  sheet.getCellByPosition(ColumnOf(header), RowOf(key)).FormulaLocal = text
End Sub

Sub SortBy(header As String)
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = ColumnOf(header)
  field(0).IsAscending = False
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = field()
  how(1).Name = "ContainsHeader"
  how(1).Value = True
  sheet.getCellRangeByPosition(0, 0, Used().EndColumn, Used().EndRow).sort(how())
End Sub

Sub InsertBefore(header As String, other As String)
  Dim at As Long
  at = ColumnOf(other)
  sheet.Columns.insertByIndex(at, 1)
  sheet.getCellByPosition(at, 0).String = header
End Sub

Sub MoveBefore(header As String, other As String)
  Dim from As Long, at As Long, last As Long
  last = Used().EndRow
  at = ColumnOf(other)
  sheet.Columns.insertByIndex(at, 1)
  from = ColumnOf(header)
  sheet.moveRange(sheet.getCellByPosition(at, 0).CellAddress, _
    sheet.getCellRangeByPosition(from, 0, from, last).RangeAddress)
  sheet.Columns.removeByIndex(from, 1)
End Sub
`;
}

/** Header of the column by which a row is meant. */
const KEY_HEADER = 'Credential ID (do not change)';

function callOf(edit: OfficeEdit): string {
  const t = basicText;
  switch (edit.kind) {
    case 'type':
      return `TypeInto(${t(edit.row)}, ${t(edit.header)}, ${t(edit.text)})`;
    case 'sort':
      return `SortBy(${t(edit.header)})`;
    case 'move':
      return `MoveBefore(${t(edit.header)}, ${t(edit.before)})`;
    case 'rename':
      return `sheet.getCellByPosition(ColumnOf(${t(edit.header)}), 0).String = ${t(edit.to)}`;
    case 'insert':
      return `InsertBefore(${t(edit.header)}, ${t(edit.before)})`;
    case 'delete':
      return `sheet.Rows.removeByIndex(RowOf(${t(edit.row)}), 1)`;
  }
}

const url = (path: string) => basicText(pathToFileURL(path).href);

/** A text as Basic writes it. It has no line break: a text of one would end the line. */
function basicText(text: string): string {
  if (/[\r\n]/.test(text)) throw new Error('a text of Basic has one line');
  return `"${text.replaceAll('"', '""')}"`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
