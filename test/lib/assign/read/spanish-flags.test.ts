import { expect, test } from 'vitest';
import { readFlag } from '../../../../lib/assign/read/read-flag';

test.each<[string, 'published' | 'private', boolean | null]>([
  ['Sí', 'published', true],
  ['si', 'private', true],
  ['VERDADERO', 'published', true],
  ['Falso', 'published', false],
  ['No', 'private', false],
  ['Publicada', 'published', true],
  ['publicado', 'published', true],
  ['No publicada', 'published', false],
  ['Borrador', 'published', false],
  ['Privada', 'private', true],
  ['Pública', 'private', false],
  // Another column's word, and words that only look like a yes or no.
  ['Pública', 'published', null],
  ['Publicada', 'private', null],
  ['Pendiente', 'published', null],
  ['Por publicar', 'published', null],
  ['En revisión', 'published', null],
  ['Nota', 'private', null],
  ['Sí, salvo las del lunes', 'published', null],
  ['No aplica', 'private', null],
  ['', 'published', null],
])('"%s" in %s -> %s', (text, attribute, expected) => expect(readFlag(text, attribute)).toBe(expected));
