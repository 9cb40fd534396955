import { describe, expect, it } from 'vitest';
import { filesIn, ROOMS } from './project';

/* docs/architecture.md, Names: how comments are written. */

const WIDEST = 100;
const files = filesIn([...ROOMS, 'test'], /\.(?:tsx?|mjs|css)$/).filter(
  ({ path }) => !path.startsWith('test/fixtures/'),
);
/** Lines that are a comment and nothing else. */
const isComment = (line: string) => /^\s*(?:\/\/|\/\*|\*(?:\s|\/|$))/.test(line);
/** A comment begins with a verb or a noun, so that its subject is known from the first word on. */
const BEGINS_LATE = /^\s*(?:\/\*\*?|\/\/) (?:Of|What|Whoever|Who|Which|That)\b(?! is it\b)/;

const offending = (offends: (line: string, before: string) => boolean) =>
  files.flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, index) =>
      isComment(line) && offends(line, lines[index - 1] ?? '')
        ? [`${path}:${index + 1}: ${line.trim()}`]
        : [],
    );
  });

describe('comments', () => {
  it('are there', () => {
    expect(files.filter(({ text }) => text.split('\n').some(isComment)).length).toBeGreaterThan(500);
  });
  it(`are at most ${WIDEST} columns wide`, () => {
    expect(offending((line) => line.length > WIDEST && !/https?:\/\/\S{40}/.test(line))).toEqual([]);
  });
  it('begin with a noun or a verb', () => {
    const begins = (line: string, before: string) =>
      BEGINS_LATE.test(line) && !(line.trimStart().startsWith('//') && before.trimStart().startsWith('//'));
    expect(offending(begins)).toEqual([]);
  });
});
