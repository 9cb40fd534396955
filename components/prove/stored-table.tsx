import type { StoredItem } from '../../lib/rpc/contract/stored-item';
import { named, t, tn } from '../text';
import { storedKind } from './stored-kind';

/** All that is stored on this computer, by names and sizes. Null: it could not be asked for. */
export function StoredTable({ stored }: { stored: readonly StoredItem[] | null | undefined }) {
  if (stored === undefined) return null;
  if (stored === null) return <p class="notice">{t('proveUnknown')}</p>;
  if (stored.length === 0) return <p>{t('proveStoredNone')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('proveStoredName')}</th>
          <th scope="col">{t('proveStoredWhat')}</th>
          <th scope="col">{t('proveSize')}</th>
        </tr>
      </thead>
      <tbody>
        {stored.map((item) => (
          <tr key={`${item.area} ${item.name}`}>
            <th scope="row" dir="ltr">
              {item.name}
            </th>
            <td>{t(named('proveStored', storedKind(item)))}</td>
            <td class="size">{tn(item.area === 'database' ? 'proveRecords' : 'proveBytes', item.size)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
