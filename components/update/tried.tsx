import type { Session } from '../../lib/session/session';
import type { RunProgress } from '../../lib/journal/entry';
import { runProblemText } from '../parts/problem-text';
import { t, tn } from '../text';
import { attributesHere } from './attributes-here';
import { EntryList } from './entry-list';

/** The rows of a trial as they are now on the platform, each with its link. */
export function Tried({ session, progress }: { session: Session; progress: RunProgress }) {
  const { trial } = session;
  const problem = trial.unread.value;
  if (problem !== null)
    return (
      <p class="error" role="alert">
        {runProblemText(problem)}{' '}
        <button type="button" class="link" onClick={() => void trial.readAgain()}>
          {t('tryAgain')}
        </button>
      </p>
    );
  const entries = trial.tried.value;
  if (entries === null) return null;
  return (
    <section class="changes" aria-labelledby="tried-title">
      <h3 id="tried-title">{tn('tried', entries.length)}</h3>
      <EntryList
        entries={entries}
        labelledBy="tried-title"
        attributes={attributesHere(session)}
        environment={progress.run.environment}
      />
    </section>
  );
}
