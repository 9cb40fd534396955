import type { CustomAttributeKey } from '../credential/attribute';
import type { AccountFacts } from './account-facts';
import type { GroupPage } from './environment';

/**
 * The account that the platform knows us as, and the group we act on: shown in the head of the
 * panel.
 */
export interface Connection {
  readonly page: GroupPage;
  readonly account: { readonly id: string; readonly name: string };
  readonly group: { readonly id: string; readonly name: string; readonly credentialName: string | null };
  /** The credit balance; null when the platform does not say. */
  readonly credits: number | null;
  readonly customAttributes: readonly CustomAttributeKey[];
  readonly signedInBy: 'session' | 'key';
  /** The facts that runs found out about the account; missing where nothing is kept. */
  readonly learned?: AccountFacts;
  /** Credentials that the platform gives in a page, as far as they were asked for. */
  readonly pageSize?: number;
}
