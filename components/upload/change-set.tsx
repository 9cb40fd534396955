import type { SetAnswer } from '../../lib/report/change-set/change-set';
import type { Session } from '../../lib/session/session';
import { checkingProblemText } from '../parts/checking-problem';
import { withSignsShown } from '../parts/shown-signs';
import { formatMoment, t } from '../text';

/** A change set that was dropped: its passphrase is asked for, or its notes are shown. */
export function ChangeSetAsked({ session, name }: { session: Session; name: string }) {
  const phase = session.changeSets.phase.value;
  if (phase.kind === 'answer') return <Answer answer={phase.answer} />;
  const isOpening = phase.kind === 'opening';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { elements } = event.currentTarget as HTMLFormElement;
    const typed = (of: string) => (elements.namedItem(of) as HTMLInputElement).value;
    void session.changeSets.open(typed('passphrase'), typed('by'));
  };
  return (
    <form class="change-set" onSubmit={submit}>
      <h2>{t('setTitle')}</h2>
      <p class="quiet">{t('setWhy', name)}</p>
      {phase.kind === 'refused' && (
        <p class="notice" role="alert">
          {checkingProblemText(phase.problem)}
        </p>
      )}
      <label>
        {t('setYourName')}
        <input class="field" name="by" autocomplete="off" maxLength={200} pattern=".*\S.*" required />
      </label>
      <label>
        {t('setPassphrase')}
        <input
          class="field"
          name="passphrase"
          type="password"
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          required
        />
      </label>
      <p class="row">
        <button type="submit" class="button primary" disabled={isOpening}>
          {t('setOpen')}
        </button>
        <span class="small quiet" role="status">
          {isOpening && t('setOpening')}
        </span>
      </p>
    </form>
  );
}

/** The notes of the second person about changes that were made here. */
function Answer({ answer }: { answer: SetAnswer }) {
  const { by, at, fileName, note, refused } = answer;
  return (
    <section class="change-set" aria-labelledby="answer-title">
      <h2 id="answer-title">{t('answerTitle', by)}</h2>
      <p class="quiet">{t('answerWhen', fileName, formatMoment(at))}</p>
      {note !== '' && <blockquote>{withSignsShown(note)}</blockquote>}
      <ul class="listed">
        {refused.map((one) => (
          <li key={one.row}>
            <strong>{t('answerRow', String(one.row), one.who)}</strong>
            {one.note !== '' && <blockquote>{withSignsShown(one.note)}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  );
}
