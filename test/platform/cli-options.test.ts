import { describe, expect, test } from 'vitest';
import { helpText, parseCli } from './cli-options';
import { FAULT_KINDS } from './faults/fault-rule';
import { SWITCH_NAMES } from './switches';

const PRESET = {
  help: false,
  port: 8443,
  generate: 1000,
  seed: 1,
  rate: 200,
  today: null,
  credentials: null,
  log: null,
  switches: {},
  faults: [],
};

describe('the command line', () => {
  test.each([
    ['', {}],
    ['--port 0 --generate 5 --seed 7 --rate 0', { port: 0, generate: 5, seed: 7, rate: 0 }],
    [
      '--credentials a.json --log b.jsonl --today 2026-11-22',
      { credentials: 'a.json', log: 'b.jsonl', today: '2026-11-22' },
    ],
    ['--switch grade=ignored --switch page-max=10', { switches: { grade: 'ignored', 'page-max': 10 } }],
    ['--fault 500:rate=0.1 --fault slow', { faults: ['500:rate=0.1', 'slow'] }],
    ['--help', { help: true }],
  ])('%s', (line, expected) => {
    expect(parseCli(line.split(' ').filter(Boolean))).toEqual({
      ok: true,
      value: { ...PRESET, ...expected },
    });
  });

  test.each([
    ['--zap', "Unknown option '--zap'. --help lists all options."],
    ['stray', "Unexpected argument 'stray'"],
    ['--port', "Option '--port <value>' argument missing"],
    ['--port 99999', '--port takes a whole number up to 65535, not "99999".'],
    ['--generate many', '--generate takes a whole number up to 1000000, not "many".'],
    ['--today now', '--today takes YYYY-MM-DD, not "now".'],
    ['--switch sesion=taken', 'There is no switch "sesion".'],
    ['--switch session=maybe', 'Switch session takes taken or signed or refused, not "maybe".'],
    ['--fault 404', 'there is no kind "404"'],
  ])('refused: %s', (line, problem) => {
    expect(parseCli(line.split(' '))).toEqual({
      ok: false,
      problem: expect.stringContaining(problem) as string,
    });
  });

  test('help names every switch and every fault', () => {
    const text = helpText();
    for (const name of SWITCH_NAMES) expect(text).toContain(`\n  ${name}=`);
    for (const kind of Object.keys(FAULT_KINDS)) expect(text).toContain(`\n  ${kind} `);
  });
});
