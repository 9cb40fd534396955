import type { Mail } from '../review/plan/mail-forecast';
import type { WrittenRows } from '../sheet/cells/written-cell';
import { typedCount, typedValue } from './typed-value';

/** The words of a list of e-mails. They are messages, so they come from outside. */
export interface MailWords {
  readonly headers: readonly [
    occasion: string,
    certainty: string,
    row: string,
    credential: string,
    recipient: string,
    email: string,
    before: string,
    after: string,
  ];
  readonly occasionOf: (mail: Mail) => string;
  readonly certaintyOf: (mail: Mail) => string;
}

/**
 * Makes the list of those who may be written to because of an update (docs/product.md 2.5): a row
 * for each e-mail, with the values whose change is its occasion. Cells have their type.
 */
export function mailRows(mails: readonly Mail[], words: MailWords): WrittenRows {
  return [
    [...words.headers],
    ...mails.map((mail) => {
      const { row, credential, name, to, before, after } = mail;
      // The one other text is an e-mail, which is no day.
      const cellOf = (value: Mail['before']) =>
        typedValue(value, mail.occasion === 'new-owner' ? 'email' : 'day');
      return [
        words.occasionOf(mail),
        words.certaintyOf(mail),
        typedCount(row),
        credential,
        name ?? '',
        to,
        cellOf(before),
        cellOf(after),
      ];
    }),
  ];
}
