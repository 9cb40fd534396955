import { assertNever } from '../../lib/assert-never';
import type { OptionsNews } from '../../lib/session/options/create-options-model';
import { newsText } from '../history/history-text';
import { t, tn } from '../text';

/** Outcome of the last thing that was asked for: read out; what was refused, at once. */
export function OptionsNewsLine({ said }: { said: OptionsNews | null }) {
  const isRefused = said?.kind === 'refused';
  return (
    <div class="news">
      <p role="status" class={said === null || isRefused ? '' : 'notice calm'}>
        {said === null || isRefused ? '' : optionsNewsText(said)}
      </p>
      {isRefused && (
        <p class="notice" role="alert">
          {optionsNewsText(said)}
        </p>
      )}
    </div>
  );
}

/** The sentence for it. */
export function optionsNewsText(said: OptionsNews): string {
  switch (said.kind) {
    case 'forgotten':
      return t('optionsSaid_forgotten');
    case 'rules-forgotten':
      return t('optionsSaid_rules');
    case 'key-forgotten':
      return t('optionsSaid_key');
    case 'loaded':
      return tn('optionsSaid_loaded', said.count);
    case 'kept-days':
    case 'everything-deleted':
      return newsText(said);
    case 'refused':
      if (said.problem.code === 'not-a-remembered-file') return t('optionsSaid_refused');
      if (said.problem.code === 'file-unreadable') return t('loadRefused_file_unreadable');
      return newsText({ kind: 'refused', problem: said.problem });
    default:
      return assertNever(said);
  }
}
