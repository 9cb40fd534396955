import { describe, expect, test } from 'vitest';
import { needsDetailOf } from '../../../../lib/review/diff/diff';
import { diffOf, linesOf, rowOf, type DiffLines, type WrittenRow } from '../../../fakes/row-diff';

/* Evidence of a row, as far as the whole row decides it; evidence-diff.ts compares the items. */

const KEPT = 4;
const EXAM = { id: '5', description: 'Exam', url: 'https://a.test/exam' };
const NEW = 'https://a.test/new';

describe('the evidence of a row', () => {
  test.each<readonly [string, WrittenRow, DiffLines]>([
    ['not read yet', { cells: [['evidence-url-1', NEW]] }, { needsDetail: true }],
    [
      'not read yet, only a description',
      { cells: [['evidence-description-1', 'New']] },
      { needsDetail: true },
    ],
    [
      'not read yet, in the last pair',
      {
        cells: [
          ['evidence-url-1', null],
          ['evidence-url-3', NEW],
        ],
      },
      { needsDetail: true },
    ],
    [
      'blank',
      {
        cells: [
          ['evidence-url-1', null],
          ['evidence-description-1', ''],
        ],
      },
      {},
    ],
    ['blank, where blanks clear', { cells: [['evidence-url-1', null]], blank: 'clear' }, {}],
    ['blank, and read', { cells: [['evidence-url-1', null]], evidence: [EXAM], which: 'all' }, {}],
    [
      'there already',
      { cells: [['evidence-url-1', EXAM.url]], evidence: [EXAM] },
      { cells: [`evidence-url-1 same: ${EXAM.url} -> ${EXAM.url}`] },
    ],
    [
      'new',
      {
        cells: [
          ['evidence-url-1', NEW],
          ['evidence-description-1', 'New'],
        ],
        evidence: [EXAM],
      },
      {
        cells: [`evidence-url-1 changed: null -> ${NEW}`, 'evidence-description-1 changed: null -> New'],
        sent: [`evidence-url-1: null -> ${NEW}`, 'evidence-description-1: null -> New'],
      },
    ],
    [
      'described otherwise',
      {
        cells: [
          ['evidence-url-1', EXAM.url],
          ['evidence-description-1', 'Resit'],
        ],
        evidence: [EXAM],
      },
      {
        cells: [
          `evidence-url-1 same: ${EXAM.url} -> ${EXAM.url}`,
          'evidence-description-1 changed: Exam -> Resit',
        ],
        sent: ['evidence-description-1: Exam -> Resit #5'],
      },
    ],
    [
      'no link',
      { cells: [['evidence-url-1', 'new']], evidence: [] },
      {
        cells: ['evidence-url-1 unreadable: null -> null (new)'],
        unreadable: ['evidence-url-1 bad-link: new'],
      },
    ],
    [
      'kept by its rule',
      { cells: [['evidence-url-1', NEW]], evidence: [EXAM], write: 'only-empty' },
      { cells: [`evidence-url-1 kept-because-filled: ${EXAM.url} -> ${EXAM.url} (${NEW})`], cosmetic: KEPT },
    ],
    [
      'one kept by its rule, one written',
      {
        cells: [
          ['evidence-url-1', NEW],
          ['evidence-url-2', 'https://a.test/2'],
        ],
        evidence: [EXAM],
        write: 'only-empty',
      },
      {
        cells: [
          `evidence-url-1 kept-because-filled: ${EXAM.url} -> ${EXAM.url} (${NEW})`,
          'evidence-url-2 changed: null -> https://a.test/2',
        ],
        sent: ['evidence-url-2: null -> https://a.test/2'],
        cosmetic: KEPT,
      },
    ],
    [
      'written by its rule',
      { cells: [['evidence-url-1', NEW]], evidence: [], write: 'only-empty' },
      { cells: [`evidence-url-1 changed: null -> ${NEW}`], sent: [`evidence-url-1: null -> ${NEW}`] },
    ],
  ])('%s', (_name, written, expected) => {
    expect(linesOf(diffOf(written))).toEqual(expected);
  });
});

describe('excluded evidence', () => {
  const cells: WrittenRow['cells'] = [
    ['evidence-url-1', NEW],
    ['evidence-description-1', 'New'],
  ];
  const url = `evidence-url-1 changed: null -> ${NEW}`;
  const sentUrl = `evidence-url-1: null -> ${NEW}`;
  const noUrl = `evidence-url-1 excluded: null -> ${NEW}`;
  const noDescription = 'evidence-description-1 excluded: null -> New';
  test.each<readonly [string, WrittenRow, DiffLines]>([
    [
      'a description: its link is sent without it',
      { cells, evidence: [], excluded: ['evidence-description-1'] },
      { cells: [url, noDescription], sent: [sentUrl] },
    ],
    [
      'a link: its description belongs to nothing then',
      { cells, evidence: [], excluded: ['evidence-url-1'] },
      { cells: [noUrl, noDescription] },
    ],
    [
      'a link of a credential that was not read',
      { cells, excluded: ['evidence-url-1'] },
      { cells: [noUrl, noDescription] },
    ],
    [
      'a description of a credential that was not read',
      { cells, excluded: ['evidence-description-1'] },
      { cells: [noDescription], needsDetail: true },
    ],
    [
      'a blank link',
      {
        cells: [
          ['evidence-url-1', null],
          ['evidence-description-1', 'New'],
        ],
        evidence: [],
        excluded: ['evidence-url-1'],
      },
      { cells: [noDescription] },
    ],
    [
      'a link that has no column',
      { cells: [['evidence-description-1', 'New']], excluded: ['evidence-url-1'] },
      { cells: [noDescription] },
    ],
    [
      'another pair',
      {
        cells: [...cells, ['evidence-url-2', 'https://a.test/2']],
        evidence: [],
        excluded: ['evidence-url-2'],
      },
      {
        cells: [
          url,
          'evidence-description-1 changed: null -> New',
          'evidence-url-2 excluded: null -> https://a.test/2',
        ],
        sent: [sentUrl, 'evidence-description-1: null -> New'],
      },
    ],
    [
      'another attribute',
      { cells: [...cells, ['grade', 'B']], evidence: [], excluded: ['grade'] },
      {
        cells: ['grade excluded: null -> B', url, 'evidence-description-1 changed: null -> New'],
        sent: [sentUrl, 'evidence-description-1: null -> New'],
      },
    ],
  ])('%s', (_name, written, expected) => {
    expect(linesOf(diffOf(written))).toEqual(expected);
  });
});

test.each<readonly [string, WrittenRow, boolean]>([
  ['a phone number', { cells: [['recipient-phone', '+442079460001']] }, true],
  ['a blank phone number', { cells: [['recipient-phone', null]] }, false],
  ['a blank phone number that clears', { cells: [['recipient-phone', null]], blank: 'clear' }, true],
  ['a grade', { cells: [['grade', 'B']] }, false],
  ['a blank grade that clears', { cells: [['grade', null]], blank: 'clear' }, false],
  ['evidence', { cells: [['evidence-url-1', NEW]] }, true],
  ['blank evidence', { cells: [['evidence-url-1', null]] }, false],
  [
    'a grade beside a description',
    {
      cells: [
        ['grade', 'B'],
        ['description', 'Course'],
      ],
    },
    true,
  ],
])('whether a row needs the whole credential: %s', (_name, written, expected) => {
  const { table, row, columns } = rowOf(written);
  expect(needsDetailOf(table, row, columns)).toBe(expected);
});
