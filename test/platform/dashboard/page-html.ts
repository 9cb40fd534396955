import { html } from 'hono/html';
import type { Credential, Issuer } from '../state/schema';

type Html = ReturnType<typeof html>;
/** HTML that stands above a page. */
export type Banner = Html;

const page = (title: string, body: Html, language = 'en'): Html =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/style.css" />
      </head>
      ${body}
    </html>`;

/**
 * The one page of the signed-in dashboard; its script draws the rest. Group pages may lack the tab
 * bar.
 */
export const appPage = (tabBar: 'yes' | 'no', banner: Banner | null): Html =>
  page(
    'Credential Dashboard',
    html`<body data-tab-bar="${tabBar}">
      ${banner ?? ''}
      <div id="app"></div>
      <noscript>The dashboard needs JavaScript.</noscript>
      <script type="module" src="/assets/app.js"></script>
    </body>`,
  );

/** The sign-in page. `back` is where the visitor came from, a path of this site. */
export const signInPage = (
  issuer: Issuer,
  back: string,
  email: string,
  failed: boolean,
  banner: Banner | null,
): Html =>
  page(
    'Sign in · Credential Dashboard',
    html`<body class="alone">
      ${banner ?? ''}
      <main class="card sign-in">
        <p class="brand"><span class="mark" aria-hidden="true"></span>Credential Dashboard</p>
        <h1>Sign in</h1>
        <p class="muted">to ${issuer.name}</p>
        ${failed ? html`<p class="problem" role="alert">E-mail and password do not fit.</p>` : ''}
        <form method="post" action="/login">
          <input type="hidden" name="back" value="${back}" />
          <label for="email">E-mail</label>
          <input id="email" name="email" type="email" autocomplete="username" required value="${email}" />
          <label for="password">Password</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
          <button type="submit" class="primary">Sign in</button>
        </form>
      </main>
    </body>`,
  );

const line = (term: string, value: string | null): Html =>
  value === null || value === ''
    ? html``
    : html`<div>
        <dt>${term}</dt>
        <dd>${value}</dd>
      </div>`;

/** The page that a recipient shows to others. */
export const credentialPage = (credential: Credential, issuer: Issuer): Html =>
  page(
    `${credential.name} · ${credential.recipient.name}`,
    html`<body class="alone">
      <main class="card credential">
        <p class="eyebrow">${issuer.name}</p>
        <h1>${credential.name}</h1>
        <p class="awarded">Awarded to <strong dir="auto">${credential.recipient.name}</strong></p>
        <p>${credential.description}</p>
        <dl>
          ${line('Issued on', credential.issued_on)} ${line('Expires on', credential.expired_on)}
          ${line('Grade', credential.grade)} ${line('Credential ID', credential.license_id)}
          ${Object.entries(credential.custom_attributes).map(([name, value]) => line(name, value))}
        </dl>
        ${
          credential.evidence_items.length === 0
            ? ''
            : html`<h2>Evidence</h2>
                <ul>
                  ${credential.evidence_items.map(
                    (item) =>
                      html`<li>
                        ${
                          item.link_url === null
                            ? item.description
                            : html`<a href="${item.link_url}" rel="noreferrer">${item.description}</a>`
                        }
                      </li>`,
                  )}
                </ul>`
        }
        <p class="muted">Verified by ${issuer.name}</p>
      </main>
    </body>`,
  );

/** Instead of a credential that is not there, not published, or not to be shown. */
export const messagePage = (title: string, sentence: string): Html =>
  page(
    title,
    html`<body class="alone">
      <main class="card">
        <h1>${title}</h1>
        <p class="muted">${sentence}</p>
      </main>
    </body>`,
  );
