import { joinColumns } from '../lib/assign/edit/joined-columns';
import { reportColumns } from '../lib/assign/facts/column-report';
import { guessAssignment } from '../lib/assign/guess/guess';
import { knownValuesIn } from '../lib/assign/guess/known-values';
import { nameJoin } from '../lib/assign/guess/name-join';
import { valueAmongHeaders } from '../lib/assign/guess/value-among-headers';
import { csvOf } from '../lib/report/csv';
import { sheetResults } from '../lib/report/sheet-results';
import { countPeopleAcross } from '../lib/sheet/table/people-across';
import { createGroup } from '../lib/review/group/group';
import { reportKeys } from '../lib/review/match/key-report';
import { describePreview, previewReview } from '../lib/review/preview';
import { mailsOf } from '../lib/review/plan/mail-forecast';
import { makePlan } from '../lib/review/plan/make-plan';
import { missingDetails } from '../lib/review/diff/missing-details';
import { countPromised } from '../lib/review/plan/promised-facts';
import { trialOf } from '../lib/review/plan/trial';
import { skippedRows } from '../lib/review/plan/skipped-rows';
import { toLookUp } from '../lib/review/match/to-look-up';
import { backupCalls } from './backup-calls';
import { changeSetCalls } from './change-set-calls';
import { madeCalls } from './made-calls';
import { openedWorkbook } from './opened-workbook';
import { createReviewing } from './reviewing';
import { templateCalls } from './template-calls';

/**
 * The part of the sheet worker that is needed once a sheet is open: to assign its columns, to
 * compare it with the group, and after. It is a script of its own that the worker loads then, so
 * that the first look at a sheet does not wait for it: nothing that the worker begins with imports
 * more of it than its type.
 */
export const reviewParts = {
  backupCalls,
  changeSetCalls,
  countPeopleAcross,
  countPromised,
  createGroup,
  createReviewing,
  csvOf,
  describePreview,
  guessAssignment,
  joinColumns,
  knownValuesIn,
  madeCalls,
  mailsOf,
  makePlan,
  missingDetails,
  nameJoin,
  openedWorkbook,
  previewReview,
  reportColumns,
  reportKeys,
  sheetResults,
  skippedRows,
  templateCalls,
  toLookUp,
  trialOf,
  valueAmongHeaders,
} as const;

/** How the worker sees it. */
export type ReviewParts = typeof reviewParts;
