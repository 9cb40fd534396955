import type { Value } from '../../lib/credential/value';
import type { ReviewedCell } from '../../lib/review/terms/reviewed-row';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { withSignsShown } from '../parts/shown-signs';
import { readableText } from '../parts/value-text';
import { formatNumber, t, tn } from '../text';

/** Shows live what the assignment would do, with one changed row as an example. */
export function WhatItWouldDo({ session, state }: { session: Session; state: AssignState }) {
  const preview = session.assign.preview.value;
  if (preview === null) return <aside class="preview" aria-label={t('previewTitle')} />;
  const { rows, toUpdate, unchanged, errors, creditsAtMost, example, examples, at } = preview;
  const counts: readonly (readonly [label: string, count: string, style?: string | undefined])[] = [
    [t('previewToUpdate'), formatNumber(toUpdate)],
    [t('previewUnchanged'), formatNumber(unchanged)],
    [t('previewErrors'), formatNumber(errors), errors > 0 ? 'error' : undefined],
    [
      t('previewCredits'),
      creditsAtMost > 0 ? t('previewAtMost', creditsAtMost) : formatNumber(0),
      creditsAtMost > 0 ? 'caution' : undefined,
    ],
  ];
  return (
    <aside class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('previewTitle')}</h2>
      <p class="small quiet">
        {rows < state.table.rows ? tn('previewFirstRows', rows) : t('previewNothingSent')}
      </p>
      <dl class="card">
        {counts.map(([label, count, style]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={style}>{count}</dd>
          </div>
        ))}
      </dl>
      {example !== null && (
        <section class="card" aria-label={t('previewExample', at + 1, examples)}>
          <p class="example-head">
            <strong>{t('previewRow', String(example.row))}</strong>
            <span class="end small">
              <Step label={t('previewEarlier')} sign="‹" to={at - 1} of={examples} session={session} />
              {t('previewExample', at + 1, examples)}
              <Step label={t('previewNext')} sign="›" to={at + 1} of={examples} session={session} />
            </span>
          </p>
          <p>
            <bdi>{withSignsShown(example.who.name ?? '')}</bdi>{' '}
            <bdi class="quiet small">{withSignsShown(example.who.email ?? '')}</bdi>
          </p>
          <dl>
            {example.cells.map((cell) => (
              <div key={cell.attribute}>
                <dt>{attributeLabel(cell.attribute, state.attributes)}</dt>
                <dd>
                  <Cell cell={cell} state={state} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </aside>
  );
}

function Step(props: { label: string; sign: string; to: number; of: number; session: Session }) {
  const { label, sign, to, of, session } = props;
  return (
    <button
      type="button"
      class="link step-example"
      aria-label={label}
      disabled={to < 0 || to >= of}
      onClick={() => session.assign.showExample(to)}
    >
      {sign}
    </button>
  );
}

function Cell({ cell, state }: { cell: ReviewedCell; state: AssignState }) {
  const kind = attributeKind(cell.attribute, state.attributes);
  const shown = (value: Value) => withSignsShown(readableText(value, kind));
  const before = shown(cell.before);
  switch (cell.outcome) {
    case 'changed':
    case 'cleared':
      return (
        <>
          {cell.before !== null && (
            <del class="old">
              <bdi>{before}</bdi>
            </del>
          )}{' '}
          <ins class="new">
            <bdi>{cell.outcome === 'cleared' ? t('cleared') : shown(cell.after)}</bdi>
          </ins>
        </>
      );
    case 'unreadable':
      return (
        <span class="error">
          <bdi>{withSignsShown(cell.text)}</bdi>
        </span>
      );
    default:
      return (
        <span class="quiet">
          <bdi>{before}</bdi>
        </span>
      );
  }
}
