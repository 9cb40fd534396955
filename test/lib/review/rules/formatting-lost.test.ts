import { expect, test } from 'vitest';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, reviewOf } from '../../../fakes/review';

const said = (before: string, text: string) =>
  findingLines(
    reviewOf({
      columns: ['credential-id', 'description'],
      rows: [['1', text]],
      credentials: [credentialOf({ id: '1', detail: { description: before, phone: null, evidence: [] } })],
    }).described,
  );

test.each([
  ['<p>See <a href="https://example.org">here</a></p>', 'See there'],
  ['<ul><li>One</li><li>Two</li></ul>', 'One, two'],
  ['<p><strong>Basics</strong></p>', '<p>Advanced</p>'],
])('%s -> %s loses formatting', (before, text) => {
  expect(said(before, text)).toEqual(['2 formatting-lost description']);
});

test.each([
  ['the same text', '<p>Basics of <b>R&amp;D</b></p>', 'Basics of R&D'],
  ['the same text in paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['the same HTML', '<p>Basics</p>', '<p>Basics</p>'],
  ['the same text in other tags', 'Basics', '<div>Basics</div>'],
  ['another text without formatting before', '<p>Basics</p>', 'Advanced'],
  ['another text with the same formatting', '<b>Basics</b>', '<strong>Advanced</strong>'],
  ['no text before', '', 'Advanced'],
])('%s loses none', (_, before, text) => {
  expect(said(before, text)).toEqual([]);
});
