import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../../../lib/rpc/background/command-schema';
import { changeOf, headerOf, PAGE } from '../../../fakes/background-world';

const add = (change: unknown) => ({ kind: 'add-changes', run: 'r', from: 0, changes: [change] });
const good = changeOf(1, [['grade', 'A', 'B']]);
const print = '0123456789abcdef'.repeat(2);
const remember = (column: object, headers = print) => ({
  kind: 'remember-assignment',
  page: PAGE,
  headers,
  assignment: {
    day: '2026-03-03',
    key: 'uuid',
    joins: [],
    columns: [
      { name: print, attribute: 'grade', dateFormat: null, blank: 'keep', write: 'always', ...column },
    ],
  },
});
const field = (attribute: string, after: unknown) =>
  add({ ...good, fields: [{ attribute, before: null, after }] });

describe('only commands of the contract come in', () => {
  test.each<[string, unknown]>([
    ['connect', { kind: 'connect', page: PAGE }],
    ['prepare-run', { kind: 'prepare-run', page: PAGE, header: headerOf([good]) }],
    ['add-changes', add(good)],
    ['a custom attribute', field('custom:__proto__', 'x')],
    ['an evidence described again', add(changeOf(1, [['evidence-description-1', 'a', 'b', '5']]))],
    ['a day cleared', field('expiry-date', null)],
    ['an assignment to remember', remember({})],
    ['find-run of any group', { kind: 'find-run', page: null }],
  ])('accepted as it is: %s', (_name, raw) => {
    expect(parseCommand(raw)).toEqual({ ok: true, value: raw });
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['an assignment with a header in it: text of the sheet', remember({ name: 'Recipient Name' })],
    ['an assignment under another name', remember({}, 'key:production')],
    ['an assignment to what is no attribute', remember({ attribute: 'salary' })],
    ['text', 'connect'],
    ['an unknown kind', { kind: 'delete-all' }],
    ['another environment', { kind: 'connect', page: { environment: 'staging', groupId: '1' } }],
    ['a group id that is a path', { kind: 'connect', page: { environment: 'eu', groupId: '1/../2' } }],
    ['a credential id that is a path', add({ ...good, credential: '1/evidence_items' })],
    ['the group as a field: it would move the credential', field('group-id', '2')],
    ['a key as a field', field('credential-id', '2')],
    ['a name cleared', field('recipient-name', null)],
    ['a name as ""', field('recipient-name', '')],
    ['a flag as text', field('published', 'yes')],
    ['a day that is none', field('expiry-date', '2026-02-31')],
    ['a day in another form', field('expiry-date', '31/12/2026')],
    ['an unknown attribute', field('course_link', 'x')],
    ['one attribute twice', add({ ...good, fields: [...good.fields, ...good.fields] })],
    ['no field', add({ ...good, fields: [] })],
    ['two credits', add({ ...good, credits: 2 })],
  ])('refused: %s', (_name, raw) => {
    expect(parseCommand(raw)).toMatchObject({ ok: false, problem: { code: 'not-a-command' } });
  });

  test('the problem names the place, not the value', () => {
    const raw = { kind: 'give-key', page: PAGE, key: 'secret', remember: 'secret' };
    expect(parseCommand(raw)).toEqual({ ok: false, problem: { code: 'not-a-command', where: ['remember'] } });
  });
});
