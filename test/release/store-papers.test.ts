import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import config from '../../wxt.config';
import { LANGUAGES } from '../../components/languages';
import { ROOT } from '../run/root.mjs';

/* The papers for the stores say what the packages are. */

const paper = (name: string) => readFileSync(join(ROOT, 'docs/store', name), 'utf8');
const listing = paper('listing.md');
/** The longest short description that the stores take. */
const SHORT = 132;

function descriptionOf(language: string): string {
  const file = readFileSync(join(ROOT, 'public/_locales', language, 'messages.json'), 'utf8');
  return (JSON.parse(file) as { extensionDescription: { message: string } }).extensionDescription.message;
}

describe('the listing', () => {
  test.each(LANGUAGES.map(({ code, name }) => [name, code]))('has %s', (name, code) => {
    const [, section = ''] = listing.split(`\n## ${name}\n`);
    const [text = ''] = section.split('\n## ');
    const [, short = ''] = /\*\*Short\*\*: (.+)/.exec(text) ?? [];
    expect(short).toBe(descriptionOf(code));
    expect(short.length).toBeLessThanOrEqual(SHORT);
    expect(text.split('**Long**:')[1]?.length).toBeGreaterThan(600);
  });
  test('has no other language', () => {
    const sections = [...listing.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    expect(sections.toSorted()).toEqual(LANGUAGES.map(({ name }) => name).toSorted());
  });
});

test('the answers name every permission of the manifest, and no other', async () => {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('the manifest is no function');
  const made = await manifest({
    mode: 'production',
    browser: 'chrome',
    command: 'build',
    manifestVersion: 3,
  });
  const [, section = ''] = paper('answers.md').split('\n## Permissions\n');
  const named = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(
    [...(made.permissions ?? []), ...(made.host_permissions ?? [])].toSorted(),
  );
});
