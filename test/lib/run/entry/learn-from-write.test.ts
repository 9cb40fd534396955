import { expect, test } from 'vitest';
import type { FieldChange } from '../../../../lib/credential/change';
import type { ClearedAs } from '../../../../lib/platform/write-requests';
import { learnFromWrite } from '../../../../lib/run/entry/learn-from-write';
import type { FieldState } from '../../../../lib/run/entry/field-state';

type Field = readonly [
  FieldChange['attribute'],
  before: string | null,
  after: string | null,
  FieldState['is'],
];

const stateOf = ([attribute, before, after, is]: Field): FieldState => ({
  field: { attribute, before, after },
  now: null,
  is,
});

/** [what happens, fields sent, fields not sent this time, cleared as, what is learned] */
test.each<[string, readonly Field[], readonly Field[], ClearedAs, readonly string[]]>([
  ['a grade that is there', [['grade', 'A', 'B', 'after']], [], null, ['grade taken']],
  ['a grade that stayed', [['grade', 'A', 'B', 'before']], [], null, ['grade ignored']],
  ['a grade of somebody else', [['grade', 'A', 'B', 'other']], [], null, []],
  ['a grade that was not sent', [], [['grade', 'A', 'B', 'before']], null, []],
  ['a grade that was there before', [], [['grade', 'A', 'B', 'after']], null, []],
  ['private that is there', [['private', 'no', 'yes', 'after']], [], null, ['private taken']],
  ['private that stayed', [['private', 'no', 'yes', 'before']], [], null, ['private ignored']],
  ['a name that stayed: nobody asks', [['recipient-name', 'A', 'B', 'before']], [], null, []],
  ['a grade cleared', [['grade', 'A', null, 'after']], [], null, ['clear null', 'clear-grade taken']],
  ['a grade that null does not clear', [['grade', 'A', null, 'before']], [], null, []],
  [
    'a grade that "" does not clear either',
    [['grade', 'A', null, 'before']],
    [],
    '',
    ['clear-grade ignored'],
  ],
  ['a grade that somebody else has set meanwhile', [['grade', 'A', null, 'other']], [], '', []],
  [
    'a phone cleared by null',
    [['recipient-phone', '1', null, 'after']],
    [],
    null,
    ['clear null', 'clear-recipient-phone taken'],
  ],
  [
    'a phone cleared by ""',
    [['recipient-phone', '1', null, 'after']],
    [],
    '',
    ['clear empty-string', 'clear-recipient-phone taken'],
  ],
  [
    'a phone that does not clear',
    [['recipient-phone', '1', null, 'before']],
    [],
    '',
    ['clear-recipient-phone ignored'],
  ],
  [
    'an expiry and a description cleared',
    [
      ['expiry-date', '2027-01-01', null, 'after'],
      ['description', 'Old', null, 'before'],
    ],
    [],
    '',
    ['clear empty-string', 'clear-expiry-date taken', 'clear-description ignored'],
  ],
  [
    'a custom attribute cleared, in its map',
    [['custom:Ward', 'N', null, 'after']],
    [],
    null,
    ['clear-custom taken'],
  ],
  [
    'a custom attribute that "" does not clear either',
    [['custom:Ward', 'N', null, 'before']],
    [],
    '',
    ['clear-custom ignored'],
  ],
  [
    'a custom attribute left out, gone',
    [['custom:Ward', 'N', null, 'after']],
    [],
    'left-out',
    ['custom replaced', 'clear-custom taken'],
  ],
  [
    'a custom attribute left out, there',
    [['custom:Ward', 'N', null, 'before']],
    [],
    'left-out',
    ['custom merged'],
  ],
  [
    'a custom attribute left out, of somebody else',
    [['custom:Ward', 'N', null, 'other']],
    [],
    'left-out',
    [],
  ],
  ['a custom attribute that does not clear', [['custom:Ward', 'N', null, 'before']], [], null, []],
  ['a custom attribute that stayed', [['custom:Ward', 'N', 'S', 'before']], [], null, []],
  [
    'a name and a grade',
    [
      ['recipient-name', 'A', 'B', 'after'],
      ['grade', 'A', 'B', 'before'],
    ],
    [],
    null,
    ['grade ignored'],
  ],
])('%s', (_name, sent, others, clearedAs, learned) => {
  const seen: string[] = [];
  const after = [...sent, ...others].map(stateOf);
  const fields = sent.map((field) => stateOf(field).field);
  learnFromWrite(fields, clearedAs, after, (name, is) => seen.push(`${name} ${is}`));
  expect(seen).toEqual(learned);
});
