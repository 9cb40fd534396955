import { describe, expect, it } from 'vitest';
import { leftOut, NEEDS, sayLeftOut } from './needs.mjs';

const need = (tag: string, isThere: boolean) => ({ tag, isThere: () => isThere, without: `No ${tag}.` });

describe('what a computer lacks', () => {
  it.each<[string, readonly ReturnType<typeof need>[], readonly string[]]>([
    ['leaves out nothing where all is there', [need('@a', true), need('@b', true)], []],
    ['leaves out the tests that need it', [need('@a', true), need('@b', false)], ['uses it @b']],
    [
      'leaves out those of each need',
      [need('@a', false), need('@b', false)],
      ['uses it @long @a', 'uses it @b'],
    ],
    ['leaves out no tag that only begins alike', [need('@l', false)], []],
  ])('%s', (_, needs, expected) => {
    const titles = ['usual', 'usual @long', 'uses it @long @a', 'uses it @b'];
    const pattern = leftOut(needs);
    expect(titles.filter((title) => pattern?.test(title) === true)).toEqual(expected);
  });

  it('is said, need by need', () => {
    const said: string[] = [];
    sayLeftOut((sentence) => said.push(sentence), [need('@a', false), need('@b', true)]);
    expect(said).toEqual(['No @a. Its tests are left out, and not counted.']);
  });

  it('has a sentence for each need of ours', () => {
    for (const { tag, without } of NEEDS) {
      expect(tag).toMatch(/^@[a-z]+$/);
      expect(without).toMatch(/\.$/);
    }
  });
});
