import { useEffect, useRef } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { Candidate } from '../../lib/review/view/candidates';
import type { Session } from '../../lib/session/session';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { readableText, valueText } from '../parts/value-text';
import { t, tn } from '../text';

/**
 * Several credentials match a row: all of them, by what they differ in, with what the row would
 * change on each.
 */
export function ChooseCredential(props: {
  session: Session;
  row: number;
  among: readonly Candidate[];
  attributes: readonly Attribute[];
}) {
  const { session, row, among, attributes } = props;
  const { review } = session;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="confirm choose"
      aria-labelledby="choose-title"
      onClose={() => void review.choose(null)}
    >
      <h2 id="choose-title">{t('chooseTitle', String(row))}</h2>
      <p>{t('chooseWhy')}</p>
      <ul>
        {among.map(({ credential, changes }) => {
          const { id, recipientName, recipientEmail, credentialName, issuedOn, expiredOn } = credential;
          return (
            <li key={id}>
              <div>
                <strong>{recipientName ?? t('none')}</strong> <span class="quiet">{recipientEmail}</span>
                <p class="small quiet">
                  {t(
                    'chooseFacts',
                    id,
                    valueText(credentialName),
                    readableText(issuedOn, 'day'),
                    readableText(expiredOn, 'day'),
                  )}
                </p>
                <p class="small">
                  {changes.length === 0
                    ? t('chooseNoChange')
                    : changes.map(({ attribute, before, text }) => (
                        <span key={attribute} class="change">
                          {attributeLabel(attribute, attributes)}{' '}
                          <del>{readableText(before, attributeKind(attribute, attributes))}</del>{' '}
                          <ins>{text}</ins>{' '}
                        </span>
                      ))}
                </p>
              </div>
              <button
                type="button"
                class="button"
                aria-label={t('chooseThis', id)}
                onClick={() => {
                  void review.decide({ kind: 'choose', row, credential: id });
                  dialog.current?.close(); // it is open
                }}
              >
                {t('chooseOne')}
              </button>
            </li>
          );
        })}
      </ul>
      <form method="dialog" class="row end">
        <span class="quiet small">{tn('chooseCount', among.length)}</span>
        <button type="submit" class="button">
          {t('chooseNone')}
        </button>
      </form>
    </dialog>
  );
}
