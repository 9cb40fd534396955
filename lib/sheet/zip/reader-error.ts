import type { SheetProblem } from '../cells/sheet';

/**
 * Stops the reading of a workbook from deep inside its scan. `readXlsx` and `checkArchive` catch
 * it, so it never leaves these rooms. A `problem` is final. Null means that the file has something
 * unsupported here, and SheetJS is asked.
 */
export class ReaderError extends Error {
  readonly problem: SheetProblem | null;
  constructor(problem: SheetProblem | null, why: string) {
    super(why);
    this.problem = problem;
  }
}

/** Error for a damaged or hostile file. SheetJS is not asked. */
export function damaged(detail: string): ReaderError {
  return new ReaderError({ code: 'file-damaged', detail }, detail);
}

/** Error for something that SheetJS may read. */
export function unsupported(why: string): ReaderError {
  return new ReaderError(null, why);
}
