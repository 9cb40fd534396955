import { withoutRepeatNumber } from './header-text';

/**
 * Headers of the columns that our results add (docs/product.md 2.6), by language. A test compares
 * them with the messages.
 */
export const RESULT_HEADERS: readonly {
  readonly status: string;
  readonly message: string;
  readonly credential: string;
  readonly link: string;
}[] = [
  {
    status: 'حالة التحديث',
    message: 'رسالة التحديث',
    credential: 'معرّف الشهادة (المحدَّثة)',
    link: 'رابط الشهادة',
  },
  {
    status: 'Update-Status',
    message: 'Update-Meldung',
    credential: 'Credential-ID (aktualisiert)',
    link: 'Link zum Credential',
  },
  {
    status: 'Update status',
    message: 'Update message',
    credential: 'Credential ID (updated)',
    link: 'Credential link',
  },
  {
    status: 'Estado de actualización',
    message: 'Mensaje de actualización',
    credential: 'ID de credencial (actualizada)',
    link: 'Enlace de la credencial',
  },
  {
    status: 'Statut de la mise à jour',
    message: 'Message de la mise à jour',
    credential: 'ID du certificat (mis à jour)',
    link: 'Lien du certificat',
  },
];

/** Whether it is the header of the column in which our results have the ids of the credentials. */
export function isResultId(header: string): boolean {
  return RESULT_HEADERS.some(({ credential }) => credential === header);
}

/**
 * Finds the headers that our results added, so that a dropped result counts as the admin's own
 * sheet. Empty for any other sheet. The result of a result has two sets of them, in two languages
 * or the second with numbers: "Update status (2)". A result without the original sheet keeps the
 * credential's id as its own column.
 */
export function addedByResults(headers: readonly string[]): ReadonlySet<string> {
  const present = new Set(headers);
  const ours = new Set(
    RESULT_HEADERS.filter(({ status, message, link }) =>
      [status, message, link].every((header) => present.has(header)),
    ).flatMap((of) => Object.values(of)),
  );
  return new Set(ours.size === 0 ? [] : headers.filter((header) => ours.has(withoutRepeatNumber(header))));
}
