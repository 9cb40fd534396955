import type { FirstRows } from '../../lib/rpc/contract/sheet-contract';
import { t } from '../text';

/** The first rows as a table. */
export function Preview({ rows: { preview, headerRow } }: { rows: FirstRows }) {
  return (
    <div class="preview" tabIndex={0} role="region" aria-label={t('previewCaption')}>
      <table>
        <caption class="small quiet">{t('previewCaption')}</caption>
        <tbody>
          {preview.map(({ row, cells }) => (
            <tr key={row} data-header={row === headerRow}>
              <th scope="row" class="small quiet">
                {row}
              </th>
              {cells.map((cell, index) =>
                row === headerRow ? (
                  <th key={index} scope="col">
                    {cell}
                  </th>
                ) : (
                  <td key={index}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
