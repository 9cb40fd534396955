import { expect, test } from 'vitest';
import { readFlag } from '../../../../lib/assign/read/read-flag';

test.each<[string, boolean, 'published' | 'private']>([
  ['Oui', true, 'published'],
  ['NON', false, 'published'],
  ['vrai', true, 'private'],
  ['FAUX', false, 'private'],
  ['Publié', true, 'published'],
  ['PUBLIE', true, 'published'],
  ['non publié', false, 'published'],
  ['Brouillon', false, 'published'],
  ['approuvé', true, 'published'],
  ['Privé', true, 'private'],
  ['Public', false, 'private'],
  ['draft', false, 'published'],
])('%s is %s as %s', (text, value, attribute) => expect(readFlag(text, attribute)).toBe(value));

// A word of the other attribute, and words that only sound like yes or no.
test.each<[string, 'published' | 'private']>([
  ['publié', 'private'],
  ['privé', 'published'],
  ['public', 'published'],
  ['brouillon', 'private'],
  ['publique', 'published'],
  ['validé', 'published'],
  ['en cours', 'published'],
  ['peut-être', 'published'],
  ['oui et non', 'published'],
  ['nom', 'private'],
  ['ouïe', 'private'],
  ['constructor', 'published'],
])('%s says nothing as %s', (text, attribute) => expect(readFlag(text, attribute)).toBeNull());
