import type { Sent } from '../../lib/rpc/contract/sent';
import { formatMoment, formatNumber, t, tn } from '../text';

/** Requests of the background by their kinds. Null: it could not be asked. */
export function SentTable({ sent }: { sent: Sent | null | undefined }) {
  if (sent === undefined) return null;
  if (sent === null) return <p class="notice">{t('proveUnknown')}</p>;
  return (
    <>
      <p>{t(sent.fromRun ? 'proveSentRun' : 'proveSentStart', formatMoment(sent.since))}</p>
      {sent.kinds.length === 0 ? (
        <p>{t('proveSentNone')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('proveSentRequest')}</th>
              <th scope="col">{t('proveSentTimes')}</th>
              <th scope="col">{t('proveSize')}</th>
              <th scope="col">{t('proveSentFields')}</th>
            </tr>
          </thead>
          <tbody>
            {sent.kinds.map(({ method, host, path, requests, bytes, fields }) => (
              <tr key={`${method} ${host}${path} ${fields.join()}`}>
                <th scope="row" dir="ltr">
                  {method} {host}
                  {path}
                </th>
                <td>{formatNumber(requests)}</td>
                <td class="size">{tn('proveBytes', bytes)}</td>
                <td dir="ltr">{fields.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
