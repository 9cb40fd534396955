import { assertNever } from '../../lib/assert-never';
import type { Attribute } from '../../lib/credential/attribute';
import type { DoubledEvidence, Entry } from '../../lib/journal/entry';
import type { Environment } from '../../lib/platform/environment';
import { extentOf, writtenFields } from '../../lib/journal/written-fields';
import { entryLink } from '../../lib/report/entry-link';
import { withoutIsolates } from '../parts/isolated';
import type { ResultWords, RowResult } from '../../lib/report/result-rows';
import type { PublicSight } from '../../lib/run/public-check/public-sight';
import type { ErrorFinding } from '../../lib/review/terms/finding';
import type { PlanRest } from '../../lib/review/plan/plan';
import type { SkippedRow } from '../../lib/review/plan/skipped-rows';
import { findingText } from '../grid/finding-text';
import { attributeLabel } from '../parts/attribute-label';
import { attributeWords } from '../parts/attribute-words';
import { valueText } from '../parts/value-text';
import { formatUnits, named, t, tn } from '../text';
import { sightText } from './sight-text';

/** Says the outcome of an entry in a sentence. */
export function entryText(entry: Entry, attributes: readonly Attribute[]): string {
  const { state } = entry;
  const labels = (fields: readonly Attribute['id'][]) =>
    formatUnits(fields.map((field) => attributeLabel(field, attributes)));
  const doubled = (evidence: readonly DoubledEvidence[] = []) =>
    evidence.map((one) => ` ${doubledText(one, attributes)}`).join('');
  switch (state.kind) {
    case 'applied':
      return (
        t('state_applied', labels(entry.change.fields.map(({ attribute }) => attribute))) +
        doubled(state.doubled)
      );
    case 'not-applied': {
      const written = labels(writtenFields(entry.change, state).map(({ attribute }) => attribute));
      const left = labels(state.fields);
      const said = written === '' ? t('state_not_applied', left) : t('state_part', written, left);
      return said + doubled(state.doubled);
    }
    case 'rejected':
      if (state.status === 0) return t('state_unanswered');
      // A fault of the platform says nothing against the row.
      return t(state.status >= 500 ? 'state_failed' : 'state_rejected', String(state.status), state.words);
    case 'conflict':
      return (
        t(
          'state_conflict',
          formatUnits(
            state.fields.map(({ attribute, now }) =>
              t('state_conflictField', attributeLabel(attribute, attributes), valueText(now)),
            ),
          ),
        ) + (state.written === undefined ? '' : ` ${t('state_conflictWritten', labels(state.written))}`)
      );
    case 'cancelled':
      return t('state_cancelled');
    case 'in-doubt':
    case 'sent':
      return t('state_in_doubt');
    case 'planned':
      return t('state_planned');
    case 'not-known':
      return t('state_not_known');
    default:
      return assertNever(state);
  }
}

/** Says how often evidence was there, and whether the surplus is gone. */
function doubledText(
  { attribute, times, removed }: DoubledEvidence,
  attributes: readonly Attribute[],
): string {
  const left = times - removed;
  const label = attributeLabel(attribute, attributes);
  return left > 1 ? tn('state_doubled', left, label) : tn('state_doubledRemoved', times, label);
}

/** An error of a row as the review tells it: what kind, and of what. */
function errorText(error: ErrorFinding): string {
  return t('result_error', t(named('error', error.code)), findingText(error));
}

/**
 * How many rows of the sheet were no part of a run, and why; null where there are none, or nobody
 * has recorded it.
 */
export function restText(rest: PlanRest | null): string | null {
  if (rest === null) return null;
  const parts = [
    rest.errors === 0 ? [] : [tn('rest_errors', rest.errors)],
    rest.leftOut === 0 ? [] : [tn('rest_leftOut', rest.leftOut)],
    rest.unchanged === 0 ? [] : [tn('rest_unchanged', rest.unchanged)],
  ].flat();
  return parts.length === 0 ? null : parts.join(' · ');
}

/** Says the outcome of an entry in a word, for a column of the result file. */
function statusText(entry: Entry): string {
  const { state } = entry;
  if (extentOf(entry) === 'part') return t('result_part');
  if (state.kind === 'rejected') {
    const isRefused = state.status > 0 && state.status < 500;
    return t(isRefused ? 'result_refused' : 'result_failed');
  }
  return t(named('count', state.kind === 'sent' ? 'in-doubt' : state.kind));
}

/** The same for the result file. `sight`: what everybody sees of it, where that was looked up. */
export function rowResult(
  entry: Entry,
  attributes: readonly Attribute[],
  environment: Environment,
  sight: PublicSight | null = null,
): RowResult {
  const { kind } = entry.state;
  return {
    credential: entry.credential,
    failed: kind !== 'applied',
    status: statusText(entry),
    message: withoutIsolates(entryText(entry, attributes)) + (sight === null ? '' : sightText(sight)),
    link: entryLink(entry, environment) ?? '',
    fields: entry.change.fields,
  };
}

/**
 * Headers, and what is said of rows that were not sent. `unreadable`: how many entries nobody can
 * tell any more; a row that is in none may have been one of them.
 */
export function resultWords(
  environment: Environment,
  skipped: readonly SkippedRow[] = [],
  unreadable = 0,
): ResultWords {
  return {
    environment,
    headers: [t('result_status'), t('result_message'), t('result_credential'), t('result_link')],
    attributes: attributeWords(),
    unchanged: t('result_unchangedStatus'),
    notSent: t(unreadable === 0 ? 'result_notSent' : 'result_notSentOrNotKnown'),
    reasons: {
      unchanged: t('result_unchanged'),
      leftOut: t('result_leftOut'),
      errors: new Map(
        skipped.map(({ row, errors }) => [row, withoutIsolates(errors.map(errorText).join(' '))]),
      ),
    },
  };
}
