import type { Attribute } from '../../lib/credential/attribute';
import type { Session } from '../../lib/session/session';
import type { ConflictsNotice } from '../../lib/session/run/conflicts-model';
import { guarded } from '../guard/guard';
import { runProblemText } from '../parts/problem-text';
import { named, t, tn } from '../text';
import { CHOICES, ConflictCard } from './conflict-card';
import { madeName } from './made-name';

/**
 * Shows what somebody changed on the platform since the review, with the three values of each
 * field, and whose is to stand (docs/product.md 2.5). What is chosen goes through the review like
 * any other sheet, once the run is over; while it is under way they can be looked at and decided.
 */
export function Conflicts(props: { session: Session; attributes: readonly Attribute[]; fileName: string }) {
  const { session, attributes, fileName } = props;
  const { conflicts, shown, unread, canSend, isReading, notice } = session.conflicts;
  const all = conflicts.value.length + unread.value;
  if (all === 0) return null;
  return (
    <section class="conflicts" aria-labelledby="conflicts-title">
      <h3 id="conflicts-title">{tn('conflicts', all)}</h3>
      <p class="quiet">{t(canSend.value ? 'conflictsWhat' : 'conflictsLater')}</p>
      <ForAll session={session} />
      {conflicts.value.length > 0 && (
        <ul>
          {shown.value.conflicts.map((conflict) => (
            <ConflictCard
              key={conflict.entry.credential}
              session={session}
              conflict={conflict}
              attributes={attributes}
            />
          ))}
        </ul>
      )}
      {shown.value.hidden > 0 && (
        <button type="button" class="link" onClick={() => session.conflicts.showMore()}>
          {t('conflictsMore', shown.value.hidden)}
        </button>
      )}
      {unread.value > 0 && (
        <p class="choices">
          <button
            type="button"
            class="button"
            disabled={isReading.value}
            onClick={() => void session.conflicts.look()}
          >
            {t('conflictsLook', unread.value)}
          </button>
        </p>
      )}
      {notice.value !== null && (
        <p class="notice" role="alert">
          {noticeText(notice.value)}
        </p>
      )}
      <Chosen session={session} fileName={fileName} />
    </section>
  );
}

/** One choice for all that are drawn, with their number: what is not drawn, nobody has seen. */
function ForAll({ session }: { session: Session }) {
  const { shown, isReading } = session.conflicts;
  const { decidable, hidden } = shown.value;
  if (decidable < 2) return null;
  return (
    <p class="choices">
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          class="button"
          disabled={isReading.value}
          onClick={() => session.conflicts.chooseAll(choice)}
        >
          {t(named(hidden > 0 ? 'conflictsDrawn' : 'conflictsAll', choice), decidable)}
        </button>
      ))}
    </p>
  );
}

/** Counts the choices so far, and sends them. */
function Chosen({ session, fileName }: { session: Session; fileName: string }) {
  const { conflicts, decided, undecided, canSend, isReading } = session.conflicts;
  if (decided.value.length + undecided.value === 0) return null;
  const toSend = decided.value.filter(({ send }) => send).length;
  const goesAlong = conflicts.value.some(({ heldBack }) => heldBack.length > 0) && decided.value.length > 0;
  return (
    <p class="choices">
      {canSend.value && (
        <button
          type="button"
          class="button primary"
          disabled={isReading.value || (toSend === 0 && !goesAlong)}
          onClick={guarded(() => void session.sendDecided(madeName('conflictsName', fileName)))}
        >
          {t('conflictsReview')}
        </button>
      )}
      <span class="quiet" role="status">
        {isReading.value && canSend.value
          ? t('conflictsReading')
          : t('conflictsChosen', toSend, undecided.value)}
      </span>
    </p>
  );
}

function noticeText(notice: ConflictsNotice): string {
  switch (notice.kind) {
    case 'moved':
      return tn('conflictsMoved', notice.count);
    case 'nothing':
      return t('conflictsNothing');
    case 'problem':
      return runProblemText(notice.problem);
  }
}
