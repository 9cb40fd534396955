import { expect, test } from 'vitest';
import { headerText } from '../../../../lib/assign/guess/header-text';
import { addedByResults } from '../../../../lib/assign/guess/result-headers';
import { PERHAPS_OF, SYNONYM_OF } from '../../../../lib/assign/guess/synonyms';
import { isHeaderWord } from '../../../../lib/sheet/table/header-words';
import { BUILTIN_ATTRIBUTES } from '../../../../lib/credential/attributes';
import { readWords } from '../../../words/message-words';

// A colleague copies the names that the panel shows in Spanish into a sheet.
test.each(BUILTIN_ATTRIBUTES.map(({ id }) => id))('the Spanish name of %s is one of its headers', (id) => {
  const name = readWords('es')[`attribute_${id.replaceAll('-', '_')}`]?.message ?? '';
  expect(SYNONYM_OF.get(headerText(name))).toBe(id);
});

test.each([
  ['Enlace de la credencial', 'uuid'],
  ['NÚMERO DE LICENCIA', 'license-id'],
  ['Correo antiguo', 'present-email'],
  ['¿Publicada?', 'published'],
  ['Descripción de la evidencia', 'evidence-description-1'],
  ['Teléfono celular', 'recipient-phone'],
])('%s certainly means %s', (header, id) => expect(SYNONYM_OF.get(headerText(header))).toBe(id));

// Ids of other lists too: the values decide.
test.each([
  ['Matrícula', 'recipient-id'],
  ['DNI', 'recipient-id'],
  ['Folio', 'credential-id'],
  ['Correo actual', 'present-email'],
  ['Fecha de graduación', 'issue-date'],
  ['Promedio', 'grade'],
])('%s perhaps means %s', (header, id) => {
  expect(SYNONYM_OF.has(headerText(header))).toBe(false);
  expect(PERHAPS_OF.get(headerText(header))).toBe(id);
});

// Honest headers of other matters.
test.each([
  'Estado',
  'Sede',
  'Promedio de asistencia',
  'Fecha de alta',
  'Fecha de matrícula',
  'Publicado en',
  'Correo del tutor',
  'Descripción del puesto',
  'URL del curso',
  'ID de curso',
  'Número de factura',
  'Nombre de usuario',
])('%s is left to its values', (header) => {
  expect([SYNONYM_OF.get(headerText(header)), PERHAPS_OF.get(headerText(header))]).toEqual([
    undefined,
    undefined,
  ]);
});

test.each([
  ['Calificación', true],
  ['Estudiante', true],
  ['Vencimiento', true],
  ['Teléfono', true],
  ['Estudiante destacada', false],
  ['Credencial de honor', false],
  ['Vencimiento anticipado', false],
  ['Sobresaliente', false],
])('whether %s names a column: %s', (text, expected) => expect(isHeaderWord(text)).toBe(expected));

test('a result in Spanish is known again, and a sheet with one of its headers is not', () => {
  const headers = [
    'Nombre',
    'Estado de actualización',
    'Mensaje de actualización',
    'Enlace de la credencial',
  ];
  expect(addedByResults(headers).has('Enlace de la credencial')).toBe(true);
  expect(addedByResults(headers.slice(0, 2)).size).toBe(0);
});
