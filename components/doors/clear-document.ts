import { CLOSED_ELEMENTS } from './closed-names';

/**
 * Takes the elements of `CLOSED_ELEMENTS` out of the page once they have done their work, because
 * a script could clone one or give it another address: a `link` for styles that becomes one for
 * `preconnect` is asked of no policy. Styles stay, as sheets that belong to no element.
 */
export function clearDocument(document: Document, { CSSStyleSheet }: typeof globalThis): void {
  const kept = [...document.styleSheets].map((sheet) => {
    const copy = new CSSStyleSheet({ media: sheet.media.mediaText });
    copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join('\n'));
    return copy;
  });
  document.adoptedStyleSheets = [...kept, ...document.adoptedStyleSheets];
  for (const element of document.querySelectorAll([...CLOSED_ELEMENTS].join())) element.remove();
}
