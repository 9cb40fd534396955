import { breathe } from '../sheet/breathe';
import { scanRecords } from '../sheet/scan-records';

/**
 * Copied cells as rows of texts: what a spreadsheet program puts into the clipboard, cells by tabs, quoted where there is
 * a tab or a line end in one. Null for more than anybody pastes into a review.
 */
export async function pastedBlock(text: string): Promise<readonly (readonly string[])[] | null> {
  // Every program ends the last row as it ends the others.
  const records = await scanRecords(text.replace(/\r?\n$/, ''), '\t', () => breathe(undefined));
  if (!records.ok) return null;
  const { value: block } = records;
  return Array.from({ length: block.count }, (_row, row) =>
    Array.from({ length: block.width(row) }, (_cell, column) => block.field(row, column).trim()),
  );
}
