import type { SheetProblem } from '../cells/sheet';

/**
 * Stops the reading of a workbook from deep inside its scan. It never leaves this folder: `readXlsx` catches it and
 * returns what it says. `problem` is final; null means that the file holds something this reader does not understand,
 * and SheetJS is asked.
 */
export class ReaderError extends Error {
  readonly problem: SheetProblem | null;
  constructor(problem: SheetProblem | null, why: string) {
    super(why);
    this.problem = problem;
  }
}

/** The file is damaged or hostile: nobody else is asked. */
export function damaged(detail: string): ReaderError {
  return new ReaderError({ code: 'file-damaged', detail }, detail);
}

/** Something for SheetJS. */
export function unsupported(why: string): ReaderError {
  return new ReaderError(null, why);
}
