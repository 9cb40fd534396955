import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, ROOT } from './project';

/* docs/privacy.md: what is typed stays in the panel. Names and e-mails are typed in it. */

/** Fields without a text. */
const NO_TEXT = /type="(?:checkbox|radio|file)"/;
const fields = filesIn(['components'], /\.tsx$/).flatMap(({ path, text }) =>
  [...text.matchAll(/<(?:input|textarea)\s[\s\S]*?\/>/g)]
    .filter(([field]) => !NO_TEXT.test(field))
    .map(([field]) => ({ path, field })),
);

describe('the text fields of the panel', () => {
  it('are found', () => expect(fields.length).toBeGreaterThan(5));
  it('are not remembered by the browser', () => {
    const remembered = fields.filter(({ field }) => !field.includes('autocomplete="off"'));
    expect(remembered.map(({ path, field }) => `${path}: ${field.split('\n')[0] ?? ''}`)).toEqual([]);
  });
  it('are not given to a spell check, which may be an online one', () => {
    const page = readFileSync(join(ROOT, 'entrypoints/panel/index.html'), 'utf8');
    expect(page).toMatch(/<html[^>]*\bspellcheck="false"/);
  });
});
