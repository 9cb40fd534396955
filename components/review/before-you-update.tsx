import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { RadarModel } from '../../lib/session/review/radar-model';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { late } from '../parts/late';
import { DownloadNote } from '../parts/download-note';
import { GroupNote } from '../parts/group-note';
import { t, tn } from '../text';
import { AccountNotes } from './account-notes';
import { Alarm } from './alarm';
import { CreditBalance } from './credit-balance';
import { Completing } from './completing';
import { ErrorsItem } from './errors-item';
import { QuietDifferences } from './quiet-differences';
import { RadarNote } from './radar';
import { OnlyLookedUp } from './only-looked-up';
import { backToRows, isNarrow } from './show-rows';
import { EarlierDecisions } from './earlier-decisions';
import type { Settling } from './use-settling';
import { WarningGroup } from './warning-group';

const CheckedNote = late(async () => (await import('./checked-note')).CheckedNote);

/** The heading of it; the foot leads there. */
export const OBSTACLES_TITLE = 'before-title';

/** Lists what stands between the admin and the button, in the order in which to deal with it. */
export function BeforeYouUpdate(props: {
  session: Session;
  actions: PanelActions;
  state: ReviewState;
  locating: boolean;
  attributes: readonly Attribute[];
  settling: Settling;
  radar: RadarModel | null;
}) {
  const { session, actions, state, locating, attributes, settling, radar } = props;
  const { items, open, toggle } = settling;
  const { groups, toUpdate } = state.summary;
  const alarms = groups.filter((group) => group.severity === 'alarm');
  const errors = groups.filter((group) => group.severity === 'error');
  const warnings = groups.filter((group) => group.severity === 'warning').filter(({ count }) => count > 0);
  return (
    // On a narrow panel it is a sheet that is open while the focus is in it, on its text as well.
    <aside
      class="before"
      aria-labelledby={OBSTACLES_TITLE}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') backToRows();
      }}
      // The edge that is left of the sheet shows its title.
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const isLeft = !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
        if (isLeft && isNarrow()) currentTarget.scrollTop = 0;
      }}
    >
      <div class="before-head">
        <h2 id={OBSTACLES_TITLE} tabIndex={-1}>
          {t('beforeYouUpdate')}
        </h2>
        {items.length > 0 && (
          <span class="quiet">
            {t('settledOf', items.filter(({ isSettled }) => isSettled).length, items.length)}
          </span>
        )}
      </div>
      {locating && (
        <p role="status" class="small quiet">
          {t('locating')}
        </p>
      )}
      {radar !== null && <RadarNote radar={radar} attributes={attributes} />}
      <CreditBalance session={session} summary={state.summary} />
      <AccountNotes session={session} state={state} attributes={attributes} />
      <Completing session={session} />
      <UndoNotes session={session} />
      <CheckedNote session={session} actions={actions} attributes={attributes} />
      <DownloadNote session={session} />
      <EarlierDecisions session={session} counts={state.carriedOver} />
      {alarms.map((group) => (
        <Alarm
          key={group.code}
          session={session}
          group={group}
          isOpen={open === group.code}
          onToggle={() => toggle(group.code)}
        />
      ))}
      {errors.length > 0 && (
        <ErrorsItem
          session={session}
          state={state}
          groups={errors}
          isOpen={open === 'errors'}
          onToggle={() => toggle('errors')}
        />
      )}
      {warnings.map((group) => (
        <WarningGroup
          key={group.code}
          session={session}
          group={group}
          attributes={attributes}
          isOpen={open === group.code}
          onToggle={() => toggle(group.code)}
        />
      ))}
      <QuietDifferences session={session} state={state} />
      {items.length === 0 && <p class="quiet">{t(toUpdate > 0 ? 'nothingInTheWay' : 'nothingToSettle')}</p>}
      <OnlyLookedUp session={session} notMatched={state.summary.notMatched} />
      <p class="how-read">
        <GroupNote session={session} />
      </p>
    </aside>
  );
}

/** Says what an undo cannot undo, before it is confirmed (docs/product.md 2.6). */
function UndoNotes({ session }: { session: Session }) {
  const file = session.file.phase.value;
  if (file.kind !== 'open' || file.undo === null) return null;
  const { editedSince, cannot } = file.undo;
  return (
    <ul class="undo-notes small">
      {editedSince > 0 && <li class="caution">{tn('undoEdited', editedSince)}</li>}
      {cannot > 0 && <li class="caution">{tn('undoCannot', cannot)}</li>}
      <li class="quiet">{t('undoNever')}</li>
    </ul>
  );
}
