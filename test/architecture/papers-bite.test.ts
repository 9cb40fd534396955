import { describe, expect, it } from 'vitest';
import { brokenCitations, citableOf } from './citations';

/* The rules about citations would pass as well if they found nothing ever: here they are broken. */

const PAPER = [
  '# Product',
  '## 2. Steps',
  '### 2.4 Review',
  '- **The key.** Credential ID, else',
  '  the e-mail.',
  '## Read a group',
].join('\n');
const citable = citableOf(
  [{ path: 'docs/product.md', text: PAPER }],
  ['lib/journal/moves.ts', 'test/e2e/panel.ts', 'README.md'],
);
const broken = (path: string, text: string) => brokenCitations({ path, text }, citable);

describe('a citation in code', () => {
  it.each([
    ['of a paper', '/** As docs/product.md says. */', null],
    ['of a paper that is not there', '/** As docs/gone.md says. */', 'docs/gone.md'],
    ['of a paper by its bare name', '/** As product.md says. */', 'write docs/product.md'],
    ['of a section', '/** See docs/product.md 2.4). */', null],
    ['of a section that is not there', '/** See docs/product.md 2.5). */', 'docs/product.md 2.5'],
    ['of several sections', '/** See docs/product.md 2 and 2.4. */', null],
    [
      'of several sections, one of them not there',
      '/** See docs/product.md 2, 2.4 and 3. */',
      'product.md 3',
    ],
    ['of a section by name', '/** (docs/product.md, Read a group (D)). */', null],
    ['of a section by a name that is not there', '/** (docs/product.md, Write). */', 'docs/product.md Write'],
    ['of a paragraph', '/** docs/product.md 2.4, "The key": an id. */', null],
    ['of words', '// docs/product.md 2.4: "credential id, else the e-mail"', null],
    ['of words that are not there', '// docs/product.md 2.4: "never the e-mail"', '"never the e-mail"'],
    ['over two lines', '/**\n * (docs/product.md,\n * Write)\n */', 'docs/product.md Write'],
    ['in the name of a test', "test('reads (docs/product.md 9)', run);", 'docs/product.md 9'],
    ['of a file', '/** Only lib/journal/moves.ts knows. */', null],
    ['of a folder', '/** All of lib/journal knows. */', null],
    ['of a file that has moved', '/** Only lib/moves.ts knows. */', 'lib/moves.ts'],
    ['of a path in text', "run('test/gone/cli.ts');", 'test/gone/cli.ts'],
    ['by the end of a path', '/** As journal/moves.ts says. */', null],
    ['by an end that is none', '/** As run/moves.ts says. */', 'run/moves.ts'],
    ['by a name', '// moves.ts says which.', null],
    ['by a name that is none', '// steps.ts says which.', 'steps.ts'],
    ['by a name in text, which may be an example', "expect('steps.ts').toBe(name);", null],
    ['of what only looks like a comment', "const link = 'https://a.test/* steps.ts';", null],
    ['of an issue', '/* Issue 2, 4: who sees the sheet. */', 'Issue 2'],
    ['of an issue by its sign', '// Until #12 is done.', '#12'],
    ['of an issue of another project', '// As in google/leveldb, issue 1287.', null],
    ['of an issue on a link', '// https://github.com/google/leveldb/issues/1287', null],
  ])('%s', (_, text, sentence) => {
    const found = broken('lib/run/step.ts', text);
    if (sentence === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('a link in a paper', () => {
  it.each([
    ['to a paper beside it', 'See [product](product.md).', []],
    ['to a heading', 'See [there](product.md#24-review).', []],
    ['to a heading that is none', 'See [there](product.md#25-update).', ['product.md#25-update']],
    ['to a file', 'See [moves](../lib/journal/moves.ts).', []],
    ['to a file that is none', 'See [moves](../lib/moves.ts).', ['../lib/moves.ts']],
    ['to elsewhere', 'See [npm](https://a.test/x.md).', []],
  ])('%s', (_, text, links) => {
    expect(broken('docs/other.md', text)).toEqual(
      links.map((link) => `docs/other.md cites ${link}: it leads nowhere.`),
    );
  });
});
