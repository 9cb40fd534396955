import type { Attribute, AttributeId } from '../credential/attribute';
import type { Credential } from '../credential/credential';
import type { Value } from '../credential/value';
import { valueReader } from '../credential/value-of';
import type { GroupPage } from '../platform/environment';
import { baseLines, type NotedColumn } from '../review/base/base-lines';
import { wordingReader } from '../review/base/wordings';
import { writeZip } from '../sheet/zip/write-zip';
import { attributeHeaders, type AttributeWords } from './attribute-headers';
import { csvOf, type ResultFormat } from './csv';
import { downloadText, formOf, type FlagWords, type WrittenColumn } from './template/column-form';
import { credentialSheetXml, linesSheetXml } from './template/sheet-xml';
import { MOST_COLUMNS, NEEDED } from './template/template-columns';
import { workbookParts } from './template/workbook-xml';

/** Content of a download. */
export interface TemplateRequest {
  readonly page: GroupPage;
  /** In the order in which they are offered; the credential's id is always in it. */
  readonly attributes: readonly AttributeId[];
  readonly format: ResultFormat;
  /** When it is made, in milliseconds since 1970. */
  readonly now: number;
  readonly words: AttributeWords & {
    /** Name of the sheet with the credentials, and of the hidden one. */
    readonly sheet: string;
    readonly record: string;
    /** Note in the hidden sheet, for somebody who opens it. */
    readonly note: string;
    /** Yes and no, as the cells and the list of a yes or no column have them. */
    readonly flags: FlagWords;
  };
}

/**
 * What the record of a download notes of an attribute, instead of what is written: `value`, and
 * `old`, the written text, where the record has another value on purpose.
 */
export type RecordedAs = (
  attribute: AttributeId,
) => (credential: Credential) => { readonly value: Value; readonly old: string | null };

/**
 * Writes a download of these credentials (docs/product.md 3): a workbook with a record of what was
 * exported in a hidden sheet, or a CSV without it. `randomKey`: four random numbers of 32 bits.
 * `recorded`: of a backup, what its run writes.
 */
export async function templateFile(
  credentials: readonly Credential[],
  attributes: readonly Attribute[],
  request: TemplateRequest,
  randomKey: Int32Array,
  recorded?: RecordedAs,
): Promise<ArrayBuffer> {
  const { format, page, now, words } = request;
  const wanted = new Set<AttributeId>([NEEDED, ...request.attributes]);
  const chosen = attributes.filter(({ id }) => wanted.has(id)).slice(0, MOST_COLUMNS);
  const inOrder = [...chosen.filter(isKey), ...chosen.filter((attribute) => !isKey(attribute))];
  const headers = attributeHeaders(inOrder, words);
  const columns = inOrder.map((attribute, at): WrittenColumn => ({
    attribute: attribute.id,
    header: headers[at] ?? attribute.label,
    isKey: isKey(attribute),
    form: formOf(attribute, credentials),
    valueOf: valueReader(attribute.id),
  }));
  if (format === 'csv') return csvOf(csvRows(columns, credentials, words.flags));
  const [key0 = 0, key1 = 0, key2 = 0, key3 = 0] = randomKey;
  const noted = inOrder.map((attribute, at) =>
    notedColumn(attribute, headers[at] ?? attribute.label, recorded?.(attribute.id)),
  );
  const isBackup = recorded !== undefined;
  const origin = {
    environment: page.environment,
    groupId: page.groupId,
    at: new Date(now).toISOString(),
    ...(isBackup && { isBackup }),
  };
  const record = baseLines(origin, [key0, key1, key2, key3], noted, credentials);
  const parts = workbookParts([
    { name: words.sheet, hidden: false },
    { name: words.record, hidden: true },
  ]);
  return writeZip([
    ...Object.entries(parts).map(([name, text]) => ({ name, pieces: [text] })),
    { name: 'xl/worksheets/sheet1.xml', pieces: credentialSheetXml(columns, credentials, words.flags) },
    { name: 'xl/worksheets/sheet2.xml', pieces: linesSheetXml(withNote(words.note, record)) },
  ]);
}

function notedColumn(
  attribute: Attribute,
  header: string,
  recorded: ReturnType<RecordedAs> | undefined,
): NotedColumn {
  const read = valueReader(attribute.id);
  const wordingOf = wordingReader(attribute);
  return {
    ...{ attribute: attribute.id, header },
    wordingIn: (credential) =>
      wordingOf(recorded?.(credential).value ?? (recorded === undefined ? read(credential) : null)),
    oldIn: (credential) => recorded?.(credential).old ?? null,
  };
}

function isKey({ role }: Attribute): boolean {
  return role === 'key';
}

function* withNote(note: string, lines: Iterable<string>): Generator<string> {
  yield note;
  yield* lines;
}

function csvRows(
  columns: readonly WrittenColumn[],
  credentials: readonly Credential[],
  flags: FlagWords,
): readonly (readonly string[])[] {
  return [
    columns.map(({ header }) => header),
    ...credentials.map((credential) =>
      columns.map(({ valueOf }) => downloadText(valueOf(credential), flags)),
    ),
  ];
}
