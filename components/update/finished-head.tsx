import type { RunProgress } from '../../lib/journal/entry';
import { formatMoment, formatNumber, t, tn } from '../text';
import { restText } from './entry-text';

/** How a run ended: a sign, a sentence, and its figures. */
export function FinishedHead(props: {
  progress: RunProgress;
  updated: number;
  /** Updated in part. */
  partly: number;
  notUpdated: number;
  onReview: () => void;
}) {
  const { progress, updated, partly, notUpdated, onReview } = props;
  const { run, creditsSpent } = progress;
  const isCancelled = run.state.kind === 'cancelled';
  const rest = restText(run.rest ?? null);
  const left = partly + notUpdated + (run.rest?.errors ?? 0); // missing: not recorded
  return (
    <div class="finished-head">
      <span class="sign" data-left={left > 0} aria-hidden="true">
        {left === 0 ? '✓' : '!'}
      </span>
      <div>
        {/* The name of the heading does not move (docs/product.md 5): what else there is to say stands beside it. */}
        <h2 class="sentence" aria-describedby={isCancelled ? 'was-cancelled' : undefined}>
          {t('finished')}
        </h2>
        {isCancelled && (
          <p id="was-cancelled" class="caution">
            {t('finishedCancelled')}
          </p>
        )}
        <p role="status" class="visually-hidden">
          {finishedLine(updated, partly, notUpdated, creditsSpent)}
        </p>
        <p class="quiet">
          {tn('finishedDone', updated, run.group.name)} {whenText(run)}
        </p>
        {rest !== null && <p class="small quiet">{rest}</p>}
        {updated > 0 && (
          <p>
            <a href="#updated" onClick={onReview}>
              {t('reviewUpdated')}
            </a>
          </p>
        )}
      </div>
      <dl class="outcome">
        <Figure kind="updated" name={t('figureUpdated')} value={updated} />
        {partly > 0 && <Figure kind="part" name={t('figurePart')} value={partly} />}
        <Figure kind="left" name={t('figureLeft')} value={left} />
        {run.rest !== undefined && (
          <Figure kind="same" name={t('figureUnchanged')} value={run.rest.unchanged} />
        )}
        <Figure
          kind="credits"
          name={tn('figureCredits', creditsSpent, run.creditsAtMost)}
          value={creditsSpent}
        />
      </dl>
    </div>
  );
}

function Figure({ kind, name, value }: { kind: string; name: string; value: number }) {
  return (
    <div data-kind={kind} data-none={value === 0}>
      <dt>{name}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}

/** "8 updated · 1 not updated · 2 credits spent", with those in part where there are any. */
export function finishedLine(
  updated: number,
  partly: number,
  notUpdated: number,
  creditsSpent: number,
): string {
  const credits = tn('credits', creditsSpent);
  if (partly === 0) return t('finishedLine', updated, notUpdated, credits);
  return t('finishedLinePart', updated, partly, notUpdated, credits);
}

/** "contacts.xlsx, 30 Nov 2026, 00:05, 12 seconds". */
function whenText({ fileName, createdAt, finishedAt }: RunProgress['run']): string {
  if (finishedAt === null) return t('finishedFile', fileName, formatMoment(createdAt));
  return t(
    'finishedWhen',
    fileName,
    formatMoment(finishedAt),
    durationText(Math.max(0, finishedAt - createdAt)),
  );
}

/** "12 seconds", "5 minutes": seconds as far as somebody would count in them. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? tn('seconds', seconds) : tn('minutes', Math.round(seconds / 60));
}
