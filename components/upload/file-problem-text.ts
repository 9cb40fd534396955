import { assertNever } from '../../lib/assert-never';
import type { FileProblem } from '../../lib/session/file/create-file-model';
import type { SheetProblem } from '../../lib/sheet/cells/sheet';
import { columnLetter } from '../../lib/sheet/cells/column-letter';
import { NO_HEADER_ROW } from '../../lib/sheet/table/table';
import { platformProblemText } from '../parts/problem-text';
import { named, t } from '../text';

/**
 * The sentence for a file that cannot be used: what happened and what to do (docs/product.md 2.2).
 */
export function fileProblemText(name: string, problem: FileProblem): string {
  switch (problem.code) {
    case 'reader-ended':
      return t('problem_reader_ended');
    case 'reading-given-up':
      return t('problem_reading_given_up', name, problem.seconds);
    case 'nothing-to-undo':
      return t('problem_nothing_to_undo');
    case 'group-empty':
      return t('problem_group_empty');
    case 'values-deleted':
      return t('problem_made_of_deleted', name);
    case 'several-files':
      return t('problem_several_files', problem.files);
    case 'set-too-large':
      return t('problem_set_too_large', name);
    case 'file-unreadable':
      return t('problem_file_unreadable', name);
    case 'signed-out':
    case 'forbidden':
    case 'not-found':
    case 'refused':
    case 'throttled':
    case 'server-fault':
    case 'unreachable':
    case 'not-allowed':
    case 'unexpected-answer':
      return platformProblemText(problem);
    default:
      return sheetProblemText(name, problem);
  }
}

/**
 * The sentence for what the reader says of a file or of one of its sheets. `isText`: a file of
 * text, which has none.
 */
export function sheetProblemText(name: string, problem: SheetProblem, isText = false): string {
  switch (problem.code) {
    case 'file-empty':
      return t('problem_file_empty', name);
    case 'file-too-large':
      return t(named('problem_too_large', problem.what), name, problem.amount, problem.limit);
    case 'too-many-cells':
      return problem.sheet === null
        ? t('problem_too_many_cells_text', name, problem.cells, problem.limit)
        : t('problem_too_many_cells', name, problem.sheet, problem.cells, problem.limit);
    case 'file-encrypted':
      return t('problem_file_encrypted', name);
    case 'file-labelled':
      return t('problem_file_labelled', name);
    case 'lock-file':
      return t('problem_lock_file', name);
    case 'zip-of-several':
      return t('problem_zip_of_several', name, problem.files);
    case 'file-damaged':
      return t('problem_file_damaged', name);
    case 'quotes-unclear':
      return t('problem_quotes_unclear', name, String(problem.row), columnLetter(problem.column));
    case 'not-a-spreadsheet':
      return problem.looksLike === null
        ? t('problem_not_a_spreadsheet', name)
        : t('problem_not_a_spreadsheet_but', name, problem.looksLike);
    case 'text-undecodable':
      return t('problem_text_undecodable', name, problem.encoding);
    case 'sheet-empty':
      return isText ? t('problem_file_empty', name) : t('problem_sheet_empty', problem.sheet);
    case 'sheet-on-its-side':
      return t('problem_sheet_on_its_side', isText ? name : problem.sheet, problem.people);
    case 'no-rows-below-header':
      return noRowsText(name, problem.sheet, problem.headerRow, isText);
    default:
      return assertNever(problem);
  }
}

/**
 * Nothing is below the header, or in the whole sheet where there is none; a text file has no sheets
 * to choose among.
 */
function noRowsText(name: string, sheet: string, headerRow: number, isText: boolean): string {
  if (headerRow === NO_HEADER_ROW)
    return isText ? t('problem_no_data_in_text', name) : t('problem_no_rows', sheet);
  return isText
    ? t('problem_no_rows_in_text', name, String(headerRow))
    : t('problem_no_rows_below_header', sheet, String(headerRow));
}
