import type { Change, FieldChange } from '../../credential/change';
import { dayAfter, type Day } from '../../credential/day';
import type { CredentialId } from '../../credential/ids';
import type { Value } from '../../credential/value';
import type { Group } from '../group/group';

/**
 * Occasions on which the platform may write to a recipient, in the order in which they are shown.
 */
export const MAIL_OCCASIONS = ['published', 'renewed', 'expired', 'about-to-expire', 'new-owner'] as const;
export type MailOccasion = (typeof MAIL_OCCASIONS)[number];

/** One e-mail that the platform may send because of a change. */
export interface Mail {
  readonly occasion: MailOccasion;
  /**
   * Whether the platform's documentation says that it writes on this occasion, if the group sends
   * e-mails at all. Else it is not known.
   */
  readonly isDocumented: boolean;
  /** The row of the sheet. */
  readonly row: number;
  readonly credential: CredentialId;
  readonly name: string | null;
  /** Where it would go: the e-mail after the change. */
  readonly to: string;
  /** The values whose change is the occasion. */
  readonly before: Value;
  readonly after: Value;
}

/** How many e-mails of an occasion there may be. */
export interface MailCount extends Pick<Mail, 'occasion' | 'isDocumented'> {
  readonly count: number;
}

/**
 * How many days before its expiry a recipient is warned is not known (docs/platform.md, Notices to
 * recipients). So it is said of all whose new day comes within this time.
 */
export const SOON_DAYS = 90;

/**
 * Says who may be written to because of these changes (docs/product.md 2.5), in their order, at
 * most one e-mail of each occasion for a change. Nobody is written to who has no e-mail afterwards.
 *
 * Published becomes yes -> published. Expired 2026-01-31, new expiry 2027-01-31 -> renewed. New
 * expiry today or earlier -> expired; within 90 days -> about to expire. Another e-mail, and not
 * only other capitals -> new owner.
 */
export function mailsOf(
  changes: readonly Change[],
  { all, positionOf }: Pick<Group, 'all' | 'positionOf'>,
  today: Day,
): readonly Mail[] {
  const soon = dayAfter(today, SOON_DAYS) ?? today;
  return changes.flatMap((change) => {
    const find = (attribute: FieldChange['attribute']) =>
      change.fields.find((field) => field.attribute === attribute);
    const [email, published, expiry] = [find('recipient-email'), find('published'), find('expiry-date')];
    const to = email === undefined ? change.who.email : email.after;
    if (typeof to !== 'string' || to === '') return [];
    const present = all[positionOf(change.credential) ?? -1]; // not in the group any more: not published
    const isPublished = published === undefined ? present?.published === true : published.after === true;
    const mail = (field: FieldChange, { occasion, isDocumented }: Occasion): Mail => ({
      ...{ occasion, isDocumented, row: change.row, credential: change.credential },
      ...{ name: change.who.name, to, before: field.before, after: field.after },
    });
    return [
      ...(published?.after === true ? [mail(published, { occasion: 'published', isDocumented: true })] : []),
      ...(expiry === undefined
        ? []
        : // Whether anybody is written to about a credential that is not published is not known.
          ofExpiry(expiry, today, soon).map((of) =>
            mail(expiry, { ...of, isDocumented: of.isDocumented && isPublished }),
          )),
      ...(email !== undefined && isOtherEmail(email)
        ? [mail(email, { occasion: 'new-owner', isDocumented: false })]
        : []),
    ];
  });
}

type Occasion = Pick<Mail, 'occasion' | 'isDocumented'>;

/** The occasions that a new expiry is. */
function ofExpiry({ before, after }: FieldChange, today: Day, soon: Day): readonly Occasion[] {
  const hadExpired = typeof before === 'string' && before <= today;
  // Whether a second notice follows the one about an earlier day is not known.
  if (typeof after === 'string' && after <= today)
    return [{ occasion: 'expired', isDocumented: !hadExpired }];
  const isSoon = typeof after === 'string' && after <= soon;
  return [
    ...(hadExpired ? [{ occasion: 'renewed', isDocumented: false } as const] : []),
    ...(isSoon ? [{ occasion: 'about-to-expire', isDocumented: false } as const] : []),
  ];
}

function isOtherEmail({ before, after }: FieldChange): boolean {
  const folded = (value: Value) => (typeof value === 'string' ? value.toLowerCase() : '');
  return folded(before) !== folded(after);
}

/**
 * Counts e-mails by occasion, those that are documented first; nothing of occasions without any.
 */
export function countMails(mails: readonly Mail[]): readonly MailCount[] {
  const counts = MAIL_OCCASIONS.flatMap((occasion) =>
    [true, false].map((isDocumented) => ({
      ...{ occasion, isDocumented },
      count: mails.filter((mail) => mail.occasion === occasion && mail.isDocumented === isDocumented).length,
    })),
  );
  return counts.filter(({ count }) => count > 0);
}
