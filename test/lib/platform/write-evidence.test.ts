import { describe, expect, test } from 'vitest';
import { requestsOf, type WriteGiven } from '../../fakes/write-requests';

const PUT = 'PUT /v1/credentials/501';

describe('requests for evidence', () => {
  const POST = 'POST /v1/credentials/501/evidence_items';
  const urlOf = (url: string, description = url) => ({
    evidence_item: { description, category: 'url', url },
  });

  test.each<[string, WriteGiven, readonly unknown[]]>([
    ['nothing to write', { write: [] }, []],
    [
      'a new address: the address is its title',
      { write: [['evidence-url-1', 'https://a.test/new']] },
      [[POST, urlOf('https://a.test/new'), ['evidence-url-1']]],
    ],
    [
      'a new address with its description',
      {
        write: [
          ['evidence-url-1', 'https://a.test/new'],
          ['evidence-description-1', 'New'],
        ],
      },
      [[POST, urlOf('https://a.test/new', 'New'), ['evidence-url-1', 'evidence-description-1']]],
    ],
    [
      'a description before its address',
      {
        write: [
          ['evidence-description-1', 'New'],
          ['evidence-url-1', 'https://a.test/new'],
        ],
      },
      [[POST, urlOf('https://a.test/new', 'New'), ['evidence-description-1', 'evidence-url-1']]],
    ],
    [
      'an address whose description is written already, or later',
      { write: [['evidence-url-2', 'https://a.test/new']], beside: [['evidence-description-2', 'New']] },
      [[POST, urlOf('https://a.test/new', 'New'), ['evidence-url-2']]],
    ],
    [
      'an address whose description is empty: the address is its title',
      { write: [['evidence-url-2', 'https://a.test/new']], beside: [['evidence-description-2', '']] },
      [[POST, urlOf('https://a.test/new'), ['evidence-url-2']]],
    ],
    [
      'the description of another pair is not its title',
      { write: [['evidence-url-2', 'https://a.test/new']], beside: [['evidence-description-1', 'Other']] },
      [[POST, urlOf('https://a.test/new'), ['evidence-url-2']]],
    ],
    [
      'another description of an item that is there',
      { write: [['evidence-description-1', 'Resit', '5']] },
      [
        [
          `PUT /v1/credentials/501/evidence_items/5`,
          { evidence_item: { description: 'Resit' } },
          ['evidence-description-1'],
        ],
      ],
    ],
    [
      'an item with a file: it has no address',
      { write: [['evidence-description-3', 'Photo', '8']] },
      [
        [
          `PUT /v1/credentials/501/evidence_items/8`,
          { evidence_item: { description: 'Photo' } },
          ['evidence-description-3'],
        ],
      ],
    ],
    [
      'an id that is no part of a path by itself',
      { write: [['evidence-description-1', 'Thesis', '6/7']] },
      [
        [
          `PUT /v1/credentials/501/evidence_items/6%2F7`,
          { evidence_item: { description: 'Thesis' } },
          ['evidence-description-1'],
        ],
      ],
    ],
    [
      'a description that is cleared',
      { write: [['evidence-description-1', null, '5']] },
      [
        [
          `PUT /v1/credentials/501/evidence_items/5`,
          { evidence_item: { description: '' } },
          ['evidence-description-1'],
        ],
      ],
    ],
    [
      'an address that is there, described otherwise',
      {
        write: [
          ['evidence-url-1', 'https://a.test/exam'],
          ['evidence-description-1', 'Resit'],
        ],
      },
      [
        [
          `PUT /v1/credentials/501/evidence_items/5`,
          { evidence_item: { description: 'Resit' } },
          ['evidence-url-1', 'evidence-description-1'],
        ],
      ],
    ],
    ['an address that is there: nothing to do', { write: [['evidence-url-1', 'https://a.test/exam']] }, []],
    ['an item that is gone: nothing to describe', { write: [['evidence-description-1', 'x', '99']] }, []],
    ['a description that belongs to no address', { write: [['evidence-description-1', 'x']] }, []],
    [
      'three pairs, each by itself, in their order',
      {
        write: [
          ['evidence-url-3', 'https://a.test/3'],
          ['evidence-url-1', 'https://a.test/1'],
          ['evidence-description-3', 'Three'],
          ['evidence-description-2', 'Resit', '5'],
        ],
      },
      [
        [POST, urlOf('https://a.test/3', 'Three'), ['evidence-url-3', 'evidence-description-3']],
        [POST, urlOf('https://a.test/1'), ['evidence-url-1']],
        [
          `PUT /v1/credentials/501/evidence_items/5`,
          { evidence_item: { description: 'Resit' } },
          ['evidence-description-2'],
        ],
      ],
    ],
    [
      'fields of the credential as well: they are sent first',
      {
        write: [
          ['evidence-url-1', 'https://a.test/new'],
          ['grade', 'A'],
        ],
      },
      [
        [PUT, { credential: { grade: 'A' } }, ['grade']],
        [POST, urlOf('https://a.test/new'), ['evidence-url-1']],
      ],
    ],
  ])('%s', (_name, given, expected) => {
    expect(requestsOf(given)).toEqual(expected);
  });
});
