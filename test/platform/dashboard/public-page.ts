import type { Context } from 'hono';
import { credentialPage, messagePage } from './page-html';
import type { Site } from './site';

/** A credential's public page. Signed-in people see unpublished ones too. */
export function showCredential(
  c: Context,
  reference: string,
  { store, sessions }: Site,
): Response | Promise<Response> {
  const credential = store.find(reference);
  const isSignedIn = sessions.accountOf(c.req.raw.headers) !== null;
  if (credential === undefined || (!credential.approve && !isSignedIn)) {
    return c.html(messagePage('No such credential', 'It may not be published yet.'), 404);
  }
  if (credential.private && !isSignedIn) {
    return c.html(messagePage('Private credential', 'Its owner shows it to invited people alone.'), 403);
  }
  return c.html(credentialPage(credential, store.issuer()));
}
