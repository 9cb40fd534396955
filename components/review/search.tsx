import { useEffect, useRef } from 'preact/hooks';
import type { ReviewModel } from '../../lib/session/review/review-model';
import { isKeyTaken } from '../parts/key-taken';
import { t } from '../text';

/** Searches the rows; "/" leads there, which is where the hand of a keyboard user looks for it. */
export function Search({ review }: { review: ReviewModel }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      if (event.key !== '/' || isKeyTaken(document, event.target)) return;
      event.preventDefault();
      field.current?.focus(); // not drawn: nothing to focus
    };
    document.addEventListener('keydown', focusSearch);
    return () => document.removeEventListener('keydown', focusSearch);
  }, []);
  return (
    <input
      ref={field}
      class="field search"
      type="search"
      autocomplete="off"
      aria-label={t('searchLabel')}
      placeholder={`${t('searchLabel')}  /`}
      value={review.search.value}
      onInput={(event) => review.setSearch(event.currentTarget.value)}
    />
  );
}
