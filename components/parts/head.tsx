import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { guarded } from '../guard/guard';
import { named, t, tn } from '../text';
import { HelpButton } from './help-button';
import { withSignsShown } from './shown-signs';
import { useRoving } from './roving';
import { Steps } from './steps';
import { OpenInTab } from './open-in-tab';

/**
 * Account, environment, group and credit balance that the panel acts on, and the steps: always
 * there (docs/product.md 1).
 */
export function Head({ session, actions }: { session: Session; actions: PanelActions }) {
  const phase = session.connection.phase.value;
  const { environment, groupId } = session.page.value;
  const tools = useRoving<HTMLDivElement>();
  const connection = phase.kind === 'connected' ? phase.connection : null;
  return (
    <header class="head">
      <div class="where">
        <h1>{t('extensionName')}</h1>
        <span class="pill" title={t('group')}>
          {connection === null ? groupId : withSignsShown(connection.group.name)}
        </span>
        <span class="pill environment" data-environment={environment}>
          {t(named('environment', environment))}
        </span>
        {connection !== null && (
          <span class="account quiet" title={t('account')}>
            {withSignsShown(connection.account.name)}
          </span>
        )}
      </div>
      <Steps session={session} />
      <div ref={tools} class="right" role="toolbar" aria-label={t('headTools')}>
        {connection !== null && (
          <span class="quiet">
            {connection.credits === null ? t('creditsUnknown') : tn('credits', connection.credits)}
          </span>
        )}
        {connection?.signedInBy === 'key' && (
          <button
            type="button"
            class="link small"
            onClick={guarded(() => void session.connection.forgetKey())}
          >
            {t('keyForget')}
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-haspopup="dialog"
          aria-label={t('history')}
          title={t('history')}
          onClick={() => void session.history.open()}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path
              d="M3.2 5.5A5.5 5.5 0 1 1 2.5 8.6M2.6 2.4l.5 3.3 3.3-.4M8 5v3.3l2.3 1.4"
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
            />
          </svg>
        </button>
        <HelpButton session={session} actions={actions} />
        {actions.openInTab !== null && <OpenInTab session={session} open={actions.openInTab} />}
        {actions.close !== null && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('close')}
            title={t('close')}
            onClick={actions.close}
          >
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.5" />
            </svg>
          </button>
        )}
      </div>
    </header>
  );
}
