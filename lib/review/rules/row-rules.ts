import type { RowRule } from '../terms/matched-row';
import { changedSinceDownload } from './changed-since-download';
import { codeInText } from './code-in-text';
import { convertedValue } from './converted-value';
import { emailChange } from './email-change';
import { evidenceAdded } from './evidence-added';
import { expiryBeforeIssue } from './expiry-before-issue';
import { expiryOutsideYear } from './expiry-outside-year';
import { expiryPast } from './expiry-past';
import { futureIssue } from './future-issue';
import { formattingLost } from './formatting-lost';
import { invisibleSign } from './invisible-sign';
import { keyDisagrees } from './key-disagrees';
import { keyMissing } from './key-missing';
import { keySpelling } from './key-spelling';
import { nameChange } from './name-change';
import { noMatch } from './no-match';
import { oddName } from './odd-name';
import { otherGroup } from './other-group';
import { placeholder } from './placeholder';
import { published } from './published';
import { renewal } from './renewal';
import { severalMatch } from './several-match';
import { unlikelyDate } from './unlikely-date';
import { unpublished } from './unpublished';
import { unreadable } from './unreadable';
import { valueCleared } from './value-cleared';
import { wideRow } from './wide-row';

/*
 * The rules about single rows, in the order in which their findings are reported: errors, then
 * warnings. They are grouped by what they look at: most rows only have changes, and the other
 * groups are not asked of them. The rules about several rows are in cross-row.
 */

/** Rules about where the cells of a row are. */
export const ROW_RULES: readonly RowRule[] = [wideRow];

/** Rules about rows that do not match exactly one credential. */
export const MATCH_RULES: readonly RowRule[] = [
  keyMissing,
  noMatch,
  keySpelling,
  otherGroup,
  severalMatch,
  unreadable,
];

/** Rules about cells that cannot be read, and keys that do not agree. */
export const CELL_RULES: readonly RowRule[] = [otherGroup, keyDisagrees, unreadable];

/** Rules about what a row changes. */
export const CHANGE_RULES: readonly RowRule[] = [
  expiryBeforeIssue,
  changedSinceDownload,
  futureIssue,
  unlikelyDate,
  emailChange,
  nameChange,
  unpublished,
  valueCleared,
  placeholder,
  oddName,
  codeInText,
  convertedValue,
  invisibleSign,
  formattingLost,
  renewal,
  expiryOutsideYear,
  expiryPast,
  published,
  evidenceAdded,
];
