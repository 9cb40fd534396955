import { html } from 'hono/html';
import type { Situation } from '../situations/situation';

type Html = ReturnType<typeof html>;

/** The situation that is on, and all that can be started. */
export interface MenuState {
  readonly situations: readonly Situation[];
  readonly current: Situation;
}

export const startPath = (id: string): string => `/situations/${id}/start`;
export const sheetPath = (id: string): string => `/situations/${id}/sheet`;

/** The bar above the trial's pages: which situation this is, its sheet, and the others. */
export function menu({ situations, current }: MenuState): Html {
  return html`<aside class="situations" aria-label="Trial">
    <p>
      <strong>Trial: ${current.title}.</strong> ${current.text}
      ${
        current.sheet === null
          ? ''
          : html`<a class="sheet" href="${sheetPath(current.id)}">Download ${current.sheet.name}</a>`
      }
    </p>
    <details>
      <summary>Other situations</summary>
      <ul>
        ${situations.map(
          ({ id, title, text }) =>
            html`<li>
              <form method="post" action="${startPath(id)}"><button>${title}</button></form>
              <span class="muted">${text}</span>
            </li>`,
        )}
      </ul>
    </details>
  </aside>`;
}
