import type { DateSystem } from '../number-format/serial-day';
import type { CellCount } from './cell-store';
import type { StringPool } from './string-pool';

/** What is needed of the workbook. */
export interface ScanContext {
  readonly name: string;
  readonly count: CellCount;
  readonly system: DateSystem;
  /** The format of each style (`s`) of a cell; where one is missing it is format 0. */
  readonly formatOfStyle: readonly number[];
  /** Texts of this workbook that are no shared strings. */
  readonly texts: StringPool;
  /** The shared strings; null while only the beginning is looked at. */
  readonly shared: StringPool | null;
}
