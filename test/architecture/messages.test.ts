import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { RESULT_HEADERS } from '../../lib/assign/guess/result-headers';
import { faultsOfForm, readWords } from '../words/message-words';
import { codesOf, messagesUsed } from './message-uses';
import { filesIn, ROOT } from './project';

const MESSAGES = 'public/_locales/en/messages.json';
const FINDINGS = 'lib/review/terms/finding.ts';
/** Rules about one row, and rules about several rows. */
const RULES = ['lib/review/rules', 'lib/review/cross-row'];

const names = new Set(Object.keys(JSON.parse(readFileSync(join(ROOT, MESSAGES), 'utf8')) as object));
const errors = codesOf(FINDINGS, 'ErrorCode');
const warnings = codesOf(FINDINGS, 'WarningCode');
const alarms = codesOf(FINDINGS, 'AlarmCode');
const underscored = (code: string) => code.replaceAll('-', '_');

describe('each finding', () => {
  it('has a code', () => {
    expect(errors).toContain('no-match');
    expect(warnings).toContain('name-change');
    expect(alarms).toContain('names-shifted');
  });
  it('has a rule in a file of its own, or a line in a table of rules', () => {
    const tables = filesIn(RULES, /^(?:unreadable|alarms|shifted-days)\.ts$/).map(({ text }) => text);
    const missing = [...errors, ...warnings, ...alarms]
      .filter((code) => !RULES.some((room) => existsSync(join(ROOT, room, `${code}.ts`))))
      .filter((code) => !tables.some((text) => text.includes(`'${code}'`)))
      .map((code) => `There is no ${code}.ts in ${RULES.join(' or ')} for the finding "${code}".`);
    expect(missing).toEqual([]);
  });
  it.each([
    ['error', 'its kind', errors.map((code) => `error_${underscored(code)}`)],
    ['error', 'the sentence of a row', errors.map((code) => `row_${underscored(code)}`)],
    ['warning', 'its kind', warnings.map((code) => `warning_${underscored(code)}`)],
    ['alarm', 'its kind', alarms.map((code) => `alarm_${underscored(code)}`)],
    ['alarm', 'why it is asked', alarms.map((code) => `why_${underscored(code)}`)],
    ['warning', 'why it is asked', warnings.map((code) => `why_${underscored(code)}`)],
  ])('that is an %s has the message for %s', (_, what, wanted) => {
    const missing = wanted
      .filter((name) => !names.has(name) && !(names.has(`${name}_one`) && names.has(`${name}_other`)))
      .map((name) => `${MESSAGES} has no "${name}" (${what}).`);
    expect(missing).toEqual([]);
  });
});

describe('the messages', () => {
  let found: ReturnType<typeof messagesUsed>;
  // The compiler reads all views for it.
  beforeAll(() => (found = messagesUsed(names)), 180_000);
  const manifest = filesIn(['entrypoints'], /\.html$/)
    .map(({ text }) => text)
    .concat(readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8'))
    .flatMap((text) => [...text.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name));

  it('are named by types that tell which ones can be said', () => {
    expect(found.loose).toEqual([]);
  });
  it('are all used', () => {
    const idle = [...names]
      .filter((name) => !found.used.has(name) && !manifest.includes(name))
      .map((name) => `Nothing says "${name}" of ${MESSAGES}.`);
    expect(idle).toEqual([]);
  });
  it('exist where they are used', () => {
    const missing = [...found.used, ...manifest]
      .filter((name) => !names.has(name))
      .map((name) => `${MESSAGES} has no "${name}", which is said.`);
    expect(missing).toEqual([]);
  });
  it('come in pairs where they depend on a count', () => {
    const single = [...names]
      .filter((name) => name.endsWith('_one') && !names.has(name.replace(/_one$/, '_other')))
      .map((name) => `"${name}" has no form for other counts.`);
    expect(single).toEqual([]);
  });
  it('have a description for translators, and define their placeholders', () => {
    const faults = Object.entries(readWords('en')).flatMap(([name, word]) => [
      ...faultsOfForm(name, word),
      ...((word.description ?? '').length < 10 ? [`"${name}" has no description: where does it stand?`] : []),
    ]);
    expect(faults).toEqual([]);
  });
  it('say the headers by which a result is known again, in each language', () => {
    const said = readdirSync(join(ROOT, 'public/_locales')).map((language) => {
      const file = readFileSync(join(ROOT, `public/_locales/${language}/messages.json`), 'utf8');
      const words = JSON.parse(file) as Record<string, { message: string }>;
      const of = (name: string) => words[`result_${name}`]?.message;
      return { status: of('status'), message: of('message'), credential: of('credential'), link: of('link') };
    });
    const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).toSorted();
    expect(sorted(RESULT_HEADERS)).toEqual(sorted(said));
  });
});
