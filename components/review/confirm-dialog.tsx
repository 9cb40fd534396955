import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { PlanFacts } from '../../lib/rpc/contract/sheet-contract';
import { estimateRun } from '../../lib/run/loop/estimate';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { guarded } from '../guard/guard';
import { factsOf } from '../parts/account-facts';
import { attributeLabel } from '../parts/attribute-label';
import { formatNumber, named, t, tn } from '../text';
import { withSignsShown } from '../parts/shown-signs';
import { confirmedTitle } from './finding-title';
import { SafetyNets } from './nets/safety-nets';
import { PromiseMissed } from './promise-missed';

/**
 * The last word. Every figure is counted from the very changes that are sent (docs/product.md 2.4).
 */
export function ConfirmDialog(props: {
  session: Session;
  actions: PanelActions;
  facts: PlanFacts;
  attributes: readonly Attribute[];
}) {
  const { session, actions, facts, attributes } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const keepsNothing = useSignal(false);
  useEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
  }, []);
  const phase = session.connection.phase.value;
  if (phase.kind !== 'connected') return null;
  const { account, group, credits } = phase.connection;
  const file = session.file.phase.value;
  // The background holds what goes on with an accepted run against that run.
  const isChecked = file.kind === 'open' && (file.checked ?? file.decided) !== undefined;
  const needsAnother = session.policy.value?.fourEyesRequired === true && !isChecked;
  const needsPromise = session.promise.isRequired.value && !session.promise.isKept.value;
  const mayUpdate = session.promise.isKept.value && !needsAnother;
  const tooFew = credits !== null && facts.creditsAtMost > credits;
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby="confirm-title"
      onClose={() => session.run.dismiss()}
    >
      <h2 id="confirm-title">{t('confirmUpdate')}</h2>
      <p>{tn('confirmSentence', facts.changes, group.name)}</p>
      <dl>
        <dt>{t('confirmWhere')}</dt>
        <dd>
          <bdi>{withSignsShown(group.name)}</bdi> · <bdi>{withSignsShown(account.name)}</bdi> ·{' '}
          <span class="environment" data-environment={session.page.value.environment}>
            {t(named('environment', session.page.value.environment))}
          </span>
        </dd>
        <dt>{t('confirmWhat')}</dt>
        <dd>
          <ul>
            {facts.fields.map(({ attribute, count }) => (
              <li key={attribute}>
                {attributeLabel(attribute, attributes)} <strong>{formatNumber(count)}</strong>
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t('confirmCredits')}</dt>
        <dd>
          {facts.creditsAtMost === 0
            ? t('confirmCreditsNone')
            : credits === null
              ? t('confirmCreditsUnknown', facts.creditsAtMost)
              : t('confirmCreditsLine', facts.creditsAtMost, tn('credits', credits))}
          {tooFew && <p class="caution">{t('confirmCreditsTooFew')}</p>}
        </dd>
        <dt>{t('confirmTime')}</dt>
        <dd>{timeText(facts, factsOf(session)['own-ids'] !== undefined)}</dd>
        {facts.confirmedWarnings.length > 0 && (
          <>
            <dt>{t('confirmWarnings')}</dt>
            <dd>
              <ul>
                {facts.confirmedWarnings.map(({ code, count }) => (
                  <li key={code}>
                    {t(confirmedTitle(code))} <strong>{formatNumber(count)}</strong>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {facts.rest.errors > 0 && <p class="skipped quiet">{tn('confirmSkipped', facts.rest.errors)}</p>}
      <label class="check small">
        <input
          type="checkbox"
          checked={keepsNothing.value}
          onChange={({ currentTarget }) => (keepsNothing.value = currentTarget.checked)}
        />
        <span>
          {t('confirmKeepNothing')} <span class="quiet">{t('confirmKeepNothingWhy')}</span>
        </span>
      </label>
      <SafetyNets
        session={session}
        actions={actions}
        facts={facts}
        attributes={attributes}
        keepsNothing={keepsNothing}
        mayUpdate={mayUpdate}
      />
      {needsAnother && (
        <p class="caution skipped" id="needs-another">
          {t('policy_fourEyesRequired')}
        </p>
      )}
      <PromiseMissed session={session} facts={facts} attributes={attributes} />
      <form method="dialog" class="row end">
        {needsPromise && (
          <span class="caution small needs" id="needs-promise">
            {t('limit_promiseRequired')}
          </span>
        )}
        <button type="submit" class="button">
          {t('notYet')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={!mayUpdate}
          aria-describedby={needsAnother ? 'needs-another' : needsPromise ? 'needs-promise' : undefined}
          onClick={guarded(() => void session.updateNow({ keepsNothing: keepsNothing.value }))}
        >
          {t('updateNow')}
        </button>
      </form>
    </dialog>
  );
}

/** "27 to 52 minutes at the platform's pace (10,250 to 20,000 requests)". */
function timeText({ changes, fields }: PlanFacts, readsEach: boolean): string {
  const evidence = fields
    .filter(({ attribute }) => attribute.startsWith('evidence-url-'))
    .reduce((sum, { count }) => sum + count, 0);
  const { requests, minutes } = estimateRun(changes, evidence, readsEach);
  const sent =
    requests.least === requests.most
      ? tn('confirmRequests', requests.most)
      : tn('confirmRequestsRange', requests.most, requests.least);
  if (minutes.most === 0) return t('confirmTimeShort', sent);
  const long =
    minutes.least === minutes.most
      ? tn('confirmMinutes', minutes.most)
      : minutes.least === 0
        ? tn('confirmMinutesAtMost', minutes.most)
        : tn('confirmMinutesRange', minutes.most, minutes.least);
  return t('confirmTimeLine', long, sent);
}
