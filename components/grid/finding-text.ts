import { assertNever } from '../../lib/assert-never';
import type { AlarmCode, ErrorCode, Finding, WarningCode } from '../../lib/review/terms/finding';
import { language, named, t, tn } from '../text';

/** Rows that a sentence names. */
const MOST_ROWS = 5;

/** The sentence for one finding: what is wrong and what to do (docs/architecture.md: the sentence is written once). */
export function findingText(finding: Finding): string {
  const { facts } = finding;
  const text = facts.text ?? '';
  const code = finding.code as ErrorCode;
  switch (code) {
    case 'no-match':
      return facts.suggestion === undefined
        ? t('row_no_match', text)
        : t('row_no_match_near', text, facts.suggestion);
    case 'other-group':
      return facts.groupName === undefined
        ? t('row_other_group_id', facts.groupId ?? text)
        : t('row_other_group', facts.groupName);
    case 'several-match':
      // Only the first of them are named; the count is of all.
      return tn('row_several_match', facts.count ?? facts.credentials?.length ?? 0, text);
    case 'repeated':
      return t('row_repeated', rowsText(finding));
    case 'key-missing':
      return t('row_key_missing');
    case 'key-disagrees':
      return t('row_key_disagrees', text);
    case 'bad-date':
      return t('row_bad_date', text);
    case 'expiry-before-issue':
      return t('row_expiry_before_issue');
    case 'bad-email':
      return t('row_bad_email', text);
    case 'email-taken':
      return facts.rows === undefined || facts.rows.length === 0
        ? t('row_email_taken', text)
        : t('row_email_taken_rows', text, rowsText(finding));
    case 'bad-link':
      return t('row_bad_link', text);
    case 'bad-phone':
      return t('row_bad_phone', text);
    case 'bad-flag':
      return t('row_bad_flag', text);
    case 'damaged-text':
      return t('row_damaged_text', text);
    case 'wide-row':
      return tn('row_wide_row', facts.count ?? 0); // it always has one
    case 'formula-error':
      return t('row_formula_error', text);
    case 'damaged-id':
      return t('row_damaged_id', text);
    case 'damaged-number':
      return t('row_damaged_number', text);
    default:
      if (finding.severity === 'alarm')
        return facts.rows === undefined
          ? t(named('alarm', finding.code as AlarmCode))
          : t('row_displaced', rowsText({ ...finding, row: facts.rows[0] ?? finding.row }));
      return finding.severity === 'warning'
        ? t(named('warning', finding.code as WarningCode))
        : assertNever(code);
  }
}

/** A word or two for the mark in a cell; null where the change itself says it all. */
export function findingMark(finding: Finding): string | null {
  const { facts } = finding;
  switch (finding.code) {
    case 'name-change':
      return facts.nameClass === undefined ? null : t(named('mark_name_change', facts.nameClass));
    case 'email-change':
      return facts.emailClass === 'look-alike' && facts.suggestion !== undefined
        ? t('mark_email_look_alike', facts.suggestion)
        : t('mark_email_change');
    case 'renewal':
      return t('mark_renewal');
    case 'expiry-outside-year':
      return t('mark_expiry_outside_year');
    case 'placeholder':
      return t('mark_placeholder');
    case 'expiry-past':
      return t('mark_expiry_past');
    case 'evidence-added':
      return t('mark_evidence_added');
    case 'names-shifted':
    case 'emails-shifted':
    case 'people-swapped':
      return facts.rows?.[0] === undefined ? null : t('mark_displaced', String(facts.rows[0]));
    default:
      return finding.severity === 'error' ? t(named('error', finding.code as ErrorCode)) : null;
  }
}

function rowsText(finding: Finding): string {
  const rows = finding.facts.rows ?? [];
  const shown = [...new Set([finding.row, ...rows])].sort((a, b) => a - b);
  const listed = shown.slice(0, MOST_ROWS).map(String);
  // A list that ends reads as the whole of it.
  if (shown.length > MOST_ROWS) listed.push('…');
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(listed);
}
