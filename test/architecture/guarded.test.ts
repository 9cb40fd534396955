import { describe, expect, it } from 'vitest';
import { filesIn } from './project';

/*
 * docs/product.md 1: what sends, stops or deletes something is done only by a press that counts.
 */

/** Actions that need one, as the views call them. */
const ACTIONS =
  /\.(?:updateNow|resume|cancel|retry|sendDecided|forgetKey|forget|deleteEverything|deleteValues|keepValues|actOn|undo)\(/g;
/** Around such a call, or in the part that it is handed to: both ask the guard. */
const ASKS = /guarded\(|<UndoButton|<AskDialog|<KeptDays|<DeleteAll/;

const views = filesIn(['components'], /\.tsx$/);
const calls = views.flatMap(({ path, text }) =>
  [...text.matchAll(ACTIONS)].map((match) => ({ path, call: match[0], before: text.slice(0, match.index) })),
);

describe('what cannot be taken back', () => {
  it('is found in the views', () => expect(calls.length).toBeGreaterThan(10));
  it('is done only behind the guard', () => {
    const open = calls.filter(({ path, before }) => {
      const whole = views.find((view) => view.path === path)?.text ?? '';
      const near = before.slice(-160);
      // A handler that stands above the dialog which asks for it.
      return !ASKS.test(near) && !/<AskDialog(?![^>]*\bharmless\b)/.test(whole);
    });
    expect(open.map(({ path, call }) => `${path}: ${call}`)).toEqual([]);
  });
  it('is asked for by dialogs that are guarded unless they say that they are harmless', () => {
    const dialog = views.find(({ path }) => path.endsWith('parts/ask-dialog.tsx'))?.text ?? '';
    expect(dialog.split('onYes()').length, 'one call without an event').toBe(2);
    expect(dialog).toMatch(/guarded\(\(\) => \{\s*onYes\(\);/);
  });
});
