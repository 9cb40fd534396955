import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dayOfMoment } from '../../../lib/credential/day';
import { mailRows, type MailWords } from '../../../lib/report/mail-rows';
import { countMails, SOON_DAYS, type Mail } from '../../../lib/review/plan/mail-forecast';
import { formatNumber, named, t } from '../../text';
import type { NetProps } from './net';
import { NetItem } from './net-item';

/** Shows who may get an e-mail because of the update, by occasion, and as a list to save. */
export function MailsNet({ session, actions, facts }: NetProps) {
  const mails = useSignal<readonly Mail[] | null>(null);
  useEffect(
    () => void session.mails(facts.plan).then((found) => (mails.value = found)),
    [session, facts.plan],
  );
  const found = mails.value;
  if (found === null) return null;
  const save = async () => {
    const bytes = await session.writtenFile(mailRows(found, WORDS()));
    const connection = session.connection.phase.peek();
    const group = connection.kind === 'connected' ? connection.connection.group.name : '';
    const file = t('mailsFile', group, dayOfMoment(Date.now()), session.resultFormat.peek());
    if (bytes !== null) actions.save(bytes, file);
  };
  return (
    <NetItem title={t('mailsTitle')} why={t('mailsWhy')}>
      {found.length === 0 ? (
        <p class="small">{t('mailsNobody')}</p>
      ) : (
        <>
          <ul class="small">
            {countMails(found).map((of) => (
              <li key={`${of.occasion} ${of.isDocumented}`}>
                {occasionText(of)} <strong>{formatNumber(of.count)}</strong>{' '}
                <span class="quiet">{certaintyText(of)}</span>
              </li>
            ))}
          </ul>
          <button type="button" class="button" onClick={() => void save()}>
            {t('mailsSave')}
          </button>
        </>
      )}
    </NetItem>
  );
}

function occasionText({ occasion }: Pick<Mail, 'occasion'>): string {
  return occasion === 'about-to-expire'
    ? t('mailOccasion_about_to_expire', SOON_DAYS)
    : t(named('mailOccasion', occasion));
}

function certaintyText({ isDocumented }: Pick<Mail, 'isDocumented'>): string {
  return t(isDocumented ? 'mailIfOn' : 'mailMay');
}

const WORDS = (): MailWords => ({
  headers: [
    t('mailOccasion'),
    t('mailCertainty'),
    t('row'),
    t('attribute_credential_id'),
    t('recipient'),
    t('attribute_recipient_email'),
    t('auditBefore'),
    t('auditAfter'),
  ],
  occasionOf: occasionText,
  certaintyOf: certaintyText,
});
