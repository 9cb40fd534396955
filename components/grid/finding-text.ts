import { assertNever } from '../../lib/assert-never';
import type { Value } from '../../lib/credential/value';
import type { ErrorFinding, Finding } from '../../lib/review/terms/finding';
import { readableText } from '../parts/value-text';
import { formatList, named, t, tn } from '../text';

/** Rows that a sentence names. */
const MOST_ROWS = 5;

/**
 * The sentence for one finding: what is wrong and what to do (docs/architecture.md: the sentence is
 * written once).
 */
export function findingText(finding: Finding): string {
  switch (finding.code) {
    case 'no-match': {
      const { text, suggestion } = finding.facts;
      return suggestion === null ? t('row_no_match', text) : t('row_no_match_near', text, suggestion);
    }
    case 'key-spelling':
      return t('row_key_spelling', finding.facts.text, finding.facts.suggestion);
    case 'new-address': {
      const { text, name, present } = finding.facts;
      return present === null
        ? t('row_new_address_first', text, name)
        : t('row_new_address', text, name, present);
    }
    case 'other-group': {
      const { groupName, groupId } = finding.facts;
      return groupName === null ? t('row_other_group_id', groupId) : t('row_other_group', groupName);
    }
    case 'several-match':
      // Only the first of them are named; the count is of all.
      return tn('row_several_match', finding.facts.count, finding.facts.text);
    case 'repeated':
      return t('row_repeated', rowsText(finding.row, finding.facts.rows));
    case 'key-missing':
      return t('row_key_missing');
    case 'key-disagrees':
      return t('row_key_disagrees', finding.facts.text);
    case 'bad-date':
      return t('row_bad_date', finding.facts.text);
    case 'expiry-before-issue':
      return t('row_expiry_before_issue');
    case 'email-taken': {
      const { text, rows } = finding.facts;
      return rows.length === 0
        ? t('row_email_taken', text)
        : t('row_email_taken_rows', text, rowsText(finding.row, rows));
    }
    case 'wide-row':
      return tn('row_wide_row', finding.facts.count);
    case 'damaged-text': {
      const { text, suggestion, recoding } = finding.facts;
      const fault =
        recoding === undefined
          ? t('row_damaged_text', text)
          : t('row_recoded_text', text, recoding.was, recoding.read);
      return withMeant(fault, suggestion);
    }
    case 'bad-email':
    case 'bad-link':
    case 'bad-phone':
    case 'bad-flag':
    case 'hidden-sign':
    case 'code-in-name':
    case 'formula-error':
    case 'damaged-id':
    case 'damaged-number': {
      const { text, suggestion } = finding.facts;
      return withMeant(t(named('row', finding.code), text), suggestion);
    }
    case 'names-shifted':
    case 'emails-shifted':
    case 'people-swapped':
    case 'names-copied': {
      const [first, ...others] = finding.facts.rows;
      return first === undefined
        ? t(named('alarm', finding.code))
        : t(finding.facts.isPart ? 'row_displaced_part' : 'row_displaced', rowsText(first, others));
    }
    case 'other-people':
      return t('row_other_people', finding.facts.text);
    case 'days-from-1904':
      return t('alarm_days_from_1904');
    case 'days-off-by-a-day':
    case 'days-exchanged':
    case 'future-issue':
    case 'unlikely-date':
    case 'name-change':
    case 'email-change':
    case 'value-cleared':
    case 'placeholder':
    case 'odd-name':
    case 'code-in-text':
    case 'converted-value':
    case 'invisible-sign':
    case 'formatting-lost':
    case 'renewal':
    case 'expiry-outside-year':
    case 'expiry-past':
    case 'published':
    case 'unpublished':
    case 'evidence-added':
    case 'changed-since-download':
    case 'many-changes':
      return t(named('warning', finding.code));
    default:
      return assertNever(finding);
  }
}

function withMeant(fault: string, suggestion: string | null): string {
  return suggestion === null ? fault : `${fault} ${t('row_meant', suggestion)}`;
}

/** The sentence for an error without the text that it offers, which a button beside it says. */
export function faultText(finding: ErrorFinding): string {
  const { facts } = finding;
  if (finding.code === 'key-spelling' || facts === null || !('suggestion' in facts))
    return findingText(finding);
  return findingText({ ...finding, facts: { ...facts, suggestion: null } } as ErrorFinding); // the same kind
}

/** A word or two for the mark in a cell; null where the change itself says it all. */
export function findingMark(finding: Finding): string | null {
  if (finding.severity === 'error') return t(named('error', finding.code));
  switch (finding.code) {
    case 'name-change': {
      const { nameClass } = finding.facts;
      return nameClass === null ? null : t(named('mark_name_change', nameClass));
    }
    case 'email-change': {
      const { facts } = finding;
      return facts.emailClass === 'look-alike' && facts.suggestion !== null
        ? t('mark_email_look_alike', domainOf(facts.suggestion))
        : t('mark_email_change');
    }
    case 'changed-since-download':
      return finding.facts === null
        ? t('mark_changed_since_download')
        : t('mark_changed_since_from', exportedText(finding, finding.facts.exported));
    case 'renewal':
      return t('mark_renewal');
    case 'expiry-outside-year':
      return t('mark_expiry_outside_year');
    case 'placeholder':
    case 'odd-name':
    case 'code-in-text':
    case 'converted-value':
    case 'invisible-sign':
      return t(named('mark', finding.code));
    case 'formatting-lost': {
      const kinds = finding.facts.formatting.map((kind) => t(named('formatting', kind)));
      // The mark is read whole beside the old value.
      return kinds.length > 2 ? t('warning_formatting_lost') : t('mark_formatting_lost', formatList(kinds));
    }
    case 'expiry-past':
      return t('mark_expiry_past');
    case 'evidence-added':
      return t('mark_evidence_added');
    case 'names-shifted':
    case 'emails-shifted':
    case 'people-swapped':
    case 'names-copied': {
      const [first] = finding.facts.rows;
      return first === undefined ? null : t('mark_displaced', String(first));
    }
    case 'other-people':
    case 'days-from-1904':
    case 'days-off-by-a-day':
    case 'days-exchanged':
    case 'future-issue':
    case 'unlikely-date':
    case 'value-cleared':
    case 'published':
    case 'unpublished':
    case 'many-changes':
      return null;
    default:
      return assertNever(finding);
  }
}

/** The value that was exported, a day as the reader writes it. */
function exportedText({ attribute }: Finding, exported: Value): string {
  const isDay = attribute === 'expiry-date' || attribute === 'issue-date';
  return readableText(exported, isDay ? 'day' : 'text');
}

/** The part that is not what it looks like: a mark is read whole. */
function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** Rows in their order, each once: "2, 3, and 9"; of many the first ones and "…". */
function rowsText(row: number, others: readonly number[]): string {
  const rows = [...new Set([row, ...others])].sort((a, b) => a - b);
  const listed = rows.slice(0, MOST_ROWS).map(String);
  // A list that ends reads as the whole of it.
  if (rows.length > MOST_ROWS) listed.push('…');
  return formatList(listed);
}
