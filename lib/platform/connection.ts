import type { CustomAttributeKey } from '../credential/attribute';
import type { GroupPage } from './environment';

/** Whom the platform takes us for, and what we act on: the head of the panel. */
export interface Connection {
  readonly page: GroupPage;
  readonly account: { readonly id: string; readonly name: string };
  readonly group: { readonly id: string; readonly name: string; readonly credentialName: string | null };
  /** The credit balance; null when the platform does not tell. */
  readonly credits: number | null;
  readonly customAttributes: readonly CustomAttributeKey[];
  readonly signedInBy: 'session' | 'key';
}
