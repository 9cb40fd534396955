import type { DateSystem } from '../number-format/serial-day';
import type { Archive } from '../zip/archive';
import { damaged, ReaderError, unsupported } from '../zip/reader-error';
import { readTags } from '../xml/read-tags';
import { nameCodes } from '../xml/name-code';

const MOST_BYTES = 20_000_000;
const MOST_SHEETS = 5000;

interface Relation {
  /** Last word of its type, "worksheet": the same in transitional and strict OOXML. */
  readonly kind: string;
  /** Path of its target from the root of the package. */
  readonly path: string;
}

/** Content of the workbook part and its relations. */
export interface WorkbookParts {
  readonly system: DateSystem;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[];
  readonly styles: string | null;
  readonly sharedStrings: string | null;
}

/**
 * Finds the workbook by the relations of the package, and its sheets, styles and shared strings by
 * its own relations. Chart, dialogue and macro sheets are dropped. Throws a ReaderError where one
 * of these is wrong.
 */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  const root = await relations(archive, '_rels/.rels', '');
  const path = [...root.values()].find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const related = await relations(archive, `${folder}_rels/${path.slice(slash)}.rels`, folder);
  // Only the first workbookPr is the workbook's. Extensions of Office have one of their own.
  const systems: DateSystem[] = [];
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  let count = 0;
  readTags(await archive.bytes(path, MOST_BYTES), (tag) => {
    if (tag.name === WORKBOOK_PR) systems.push(isOn(tag.value('date1904')) ? 1904 : 1900);
    if (tag.name !== SHEET) return;
    const id = tag.value('id') ?? '';
    // Remnant of a macro sheet, which Excel and LibreOffice skip.
    if (id === '') return;
    const relation = related.get(id);
    const name = tag.value('name');
    if (relation === undefined || name === null) throw unsupported('a sheet without a relation');
    const state = tag.value('state') ?? 'visible';
    if (relation.kind === 'worksheet')
      sheets.push({ name, hidden: state !== 'visible', path: relation.path });
    count += 1;
  });
  if (count > MOST_SHEETS) {
    const facts = { what: 'sheets', amount: count, limit: MOST_SHEETS } as const;
    throw new ReaderError({ code: 'file-too-large', ...facts }, 'more sheets than anybody has');
  }
  // One part as many sheets would be read as often.
  if (new Set(sheets.map((sheet) => sheet.path)).size < sheets.length)
    throw damaged('two sheets are one part');
  if (sheets.length === 0) throw unsupported('no sheet');
  const partOf = (kind: string): string | null => {
    const found = [...related.values()].find((relation) => relation.kind === kind)?.path;
    return found !== undefined && archive.has(found) ? found : null;
  };
  return {
    system: systems[0] ?? 1900,
    sheets,
    styles: partOf('styles'),
    sharedStrings: partOf('sharedStrings'),
  };
}

const [WORKBOOK_PR, SHEET, RELATIONSHIP] = nameCodes('workbookPr', 'sheet', 'Relationship');

/** Relations of a part by id; none without such a part. */
async function relations(
  archive: Archive,
  path: string,
  folder: string,
): Promise<ReadonlyMap<string, Relation>> {
  const found = new Map<string, Relation>();
  if (!archive.has(path)) return found;
  readTags(await archive.bytes(path, MOST_BYTES), (tag) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => tag.value(name));
    if (tag.name !== RELATIONSHIP || !id || !type || !target || tag.value('TargetMode') === 'External')
      return;
    found.set(id, { kind: type.slice(type.lastIndexOf('/') + 1), path: resolve(folder, target) });
  });
  return found;
}

/**
 * Resolves a path from the root ("/xl/worksheets/sheet1.xml") or from a folder
 * ("worksheets/sheet1.xml", "../xl/a.xml").
 */
function resolve(folder: string, target: string): string {
  const written = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (written.startsWith('/') ? written : `${folder}${written}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function isOn(flag: string | null): boolean {
  return flag === '1' || flag === 'true' || flag === 'on';
}
