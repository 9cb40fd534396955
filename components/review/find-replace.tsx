import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import type { Replacement, WrittenOtherwise } from '../../lib/review/corrections/replace';
import type { ReviewSummary } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { attributeLabel } from '../parts/attribute-label';
import { valueText } from '../parts/value-text';
import { t, tn } from '../text';

/** Find and replace over a column. It shows what it would do before it does it. */
export function FindReplace(props: {
  session: Session;
  summary: ReviewSummary;
  attributes: readonly Attribute[];
  onClose: () => void;
}) {
  const { session, summary, attributes, onClose } = props;
  const { review } = session;
  const columns: readonly AttributeId[] = [
    ...summary.attributes.map(({ attribute }) => attribute),
    ...summary.key,
  ];
  const wanted = useSignal<Replacement>({
    attribute: columns[0] ?? 'credential-id', // a review has a key
    find: '',
    replace: '',
    wholeCell: false,
    matchCase: false,
  });
  /** The replacement that the preview is of: a while after each key it is still the one before. */
  const previewed = useSignal<Replacement | null>(null);
  const change = (part: Partial<Replacement>) => {
    const next = { ...wanted.peek(), ...part };
    wanted.value = next;
    void review.previewReplace(next).then(() => {
      if (wanted.peek() === next) previewed.value = next;
    });
  };
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus(); // it was just opened
    return () => void review.previewReplace(null);
  }, [review]);
  const preview = review.replacing.value;
  const { attribute, find, replace, wholeCell, matchCase } = wanted.value;
  const count = find === '' || preview === null ? 0 : preview.count;
  const asWritten = preview?.otherwise ? asWrittenText(preview.otherwise) : null;
  return (
    <form
      class="find-replace"
      aria-label={t('findReplace')}
      onSubmit={(event) => {
        event.preventDefault();
        // Nothing is replaced before it was shown.
        if (count === 0 || previewed.peek() !== wanted.peek()) return;
        void review.decide({ kind: 'replace', replacement: wanted.peek() });
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <select
        class="select"
        aria-label={t('replaceColumn')}
        value={attribute}
        onChange={(event) => change({ attribute: event.currentTarget.value as AttributeId })}
      >
        {columns.map((id) => (
          <option key={id} value={id}>
            {attributeLabel(id, attributes)}
          </option>
        ))}
      </select>
      <input
        ref={first}
        class="field"
        aria-label={t('replaceFind')}
        placeholder={t('replaceFind')}
        autocomplete="off"
        value={find}
        onInput={(event) => change({ find: event.currentTarget.value })}
      />
      <input
        class="field"
        aria-label={t('replaceWith')}
        placeholder={t('replaceWith')}
        autocomplete="off"
        value={replace}
        onInput={(event) => change({ replace: event.currentTarget.value })}
      />
      <label class="check small">
        <input
          type="checkbox"
          checked={wholeCell}
          onChange={(event) => change({ wholeCell: event.currentTarget.checked })}
        />
        {t('replaceWholeCell')}
      </label>
      <label class="check small">
        <input
          type="checkbox"
          checked={matchCase}
          onChange={(event) => change({ matchCase: event.currentTarget.checked })}
        />
        {t('replaceMatchCase')}
      </label>
      <button type="submit" class="button primary" disabled={count === 0}>
        {tn('replaceCells', count)}
      </button>
      <button type="button" class="button" onClick={onClose}>
        {t('closeReplace')}
      </button>
      <p class="replaced small quiet" role="status">
        {find !== '' && count === 0 && (
          <span>
            {t('replaceNone')} {asWritten}
          </span>
        )}
        {count > 0 &&
          preview?.samples.map(({ row, before, after }) => (
            <span key={row}>
              {t('replaceSample', String(row))} <del>{before}</del> <ins>{after}</ins>
            </span>
          ))}
        {count > 0 && <span>{asWritten}</span>}
      </p>
    </form>
  );
}

/** Says what is searched, where that is not what the grid shows. */
function asWrittenText({ text, shown }: WrittenOtherwise): string | null {
  const seen = valueText(shown);
  return seen === text ? null : t('replaceAsWritten', text, seen);
}
