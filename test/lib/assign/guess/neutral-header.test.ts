import { describe, expect, test } from 'vitest';
import { isNeutralHeader } from '../../../../lib/assign/guess/neutral-header';

describe('a header says nothing of whose ids it has', () => {
  test.each([
    ['', true],
    ['A', true],
    ['Column A', true],
    ['Spalte 3', true],
    ['F12', true],
    ['Nr.', true],
    ['Cert No', true],
    ['Certificate-ID', true],
    ['N° de diplôme', false],
    ['ID', true],
    ['Badge number', true],
    ['UUID', true],
    ['Zertifikat Nr.', true],
    ['Número de credencial', true],
    // Other people, in languages that no list has, or in ways that none foresees.
    ['ID kierownika', false],
    ['N+1', false],
    ['yönetici no', false],
    ['Tunnus', false],
    ['руководитель', false],
    ['主管', false],
    ['Assignee', false],
    ['Host ID', false],
    ['Sales rep', false],
    ['Employee No.', false],
  ])('%j: %s', (header, expected) => {
    expect(isNeutralHeader(header)).toBe(expected);
  });
});
