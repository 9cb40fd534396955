import { rareText } from '../../../lib/sheet/rare-text';
import type { LateParts } from '../../../lib/sheet/read-workbook';
import { readWithSheetJs } from '../../../lib/sheet/sheetjs/sheetjs';

/** The parts that the worker loads late, as they are. */
export const LATE_PARTS: LateParts = {
  loadSheetJs: () => Promise.resolve(readWithSheetJs),
  loadRareText: () => Promise.resolve(rareText),
};

/** For files that must be read without them. */
export const NO_LATE_PARTS: LateParts = {
  loadSheetJs: () => Promise.reject(new Error('SheetJS must not be loaded for this')),
  loadRareText: () => Promise.reject(new Error('rare-text must not be loaded for this')),
};

/** For files that must be read without SheetJS. */
export const NO_SHEETJS: LateParts = { ...LATE_PARTS, loadSheetJs: NO_LATE_PARTS.loadSheetJs };
