import type { RowRule } from '../terms/matched-row';
import { badDate } from './bad-date';
import { badEmail } from './bad-email';
import { badFlag } from './bad-flag';
import { badLink } from './bad-link';
import { badPhone } from './bad-phone';
import { damagedId } from './damaged-id';
import { damagedNumber } from './damaged-number';
import { damagedText } from './damaged-text';
import { emailChange } from './email-change';
import { evidenceAdded } from './evidence-added';
import { expiryBeforeIssue } from './expiry-before-issue';
import { expiryOutsideYear } from './expiry-outside-year';
import { expiryPast } from './expiry-past';
import { formulaError } from './formula-error';
import { keyDisagrees } from './key-disagrees';
import { keyMissing } from './key-missing';
import { nameChange } from './name-change';
import { noMatch } from './no-match';
import { otherGroup } from './other-group';
import { placeholder } from './placeholder';
import { published } from './published';
import { renewal } from './renewal';
import { severalMatch } from './several-match';
import { unpublished } from './unpublished';
import { valueCleared } from './value-cleared';
import { wideRow } from './wide-row';

/*
 * The rules about single rows, worst first: errors, then warnings. By what they look at, as most rows have only changes and
 * need not be asked for the rest. Those about several rows are in judge-cross-row.ts.
 */

/** About where the cells of a row are, before what is in them. */
export const ROW_RULES: readonly RowRule[] = [wideRow];

/** About rows without one credential. */
export const MATCH_RULES: readonly RowRule[] = [
  keyMissing,
  noMatch,
  otherGroup,
  severalMatch,
  formulaError,
  damagedId,
  damagedNumber,
  badDate,
];

/** About cells that cannot be read, and keys that do not agree. */
export const CELL_RULES: readonly RowRule[] = [
  otherGroup,
  keyDisagrees,
  formulaError,
  damagedId,
  damagedNumber,
  damagedText,
  badDate,
  badEmail,
  badLink,
  badPhone,
  badFlag,
];

/** About what a row changes. */
export const CHANGE_RULES: readonly RowRule[] = [
  expiryBeforeIssue,
  emailChange,
  nameChange,
  unpublished,
  valueCleared,
  placeholder,
  renewal,
  expiryOutsideYear,
  expiryPast,
  published,
  evidenceAdded,
];
