import { describe, expect, test } from 'vitest';
import { findMessages, type MessageSources } from '../../components/find-messages';
import { directionOf, LANGUAGES } from '../../components/languages';

const GERMAN = new Map([
  ['language', 'de'],
  ['close', 'Schließen'],
  ['pause', 'Pausieren'],
]);
const inGerman: MessageSources['ofBrowser'] = (name) => GERMAN.get(name) ?? '';
const readsEnglish = async (path: string) => {
  if (path !== '/_locales/en/messages.json') throw new Error(`no ${path}`);
  return Promise.resolve({ language: { message: 'en' }, close: { message: 'Close' } });
};
const breaks = () => Promise.reject(new Error('broken'));

describe('in a German browser', () => {
  test.each<[string, Partial<MessageSources>, string, string | null, string]>([
    ['nothing chosen', { stored: () => Promise.resolve(undefined) }, 'de', null, 'Schließen'],
    ['English chosen', { stored: () => Promise.resolve('en') }, 'en', 'en', 'Close'],
    ['a language that there is not', { stored: () => Promise.resolve('tlh') }, 'de', null, 'Schließen'],
    ['a path', { stored: () => Promise.resolve('../en') }, 'de', null, 'Schließen'],
    [
      'the choice of another version',
      { stored: () => Promise.resolve({ code: 'en' }) },
      'de',
      null,
      'Schließen',
    ],
    ['a storage that is broken', { stored: breaks }, 'de', null, 'Schließen'],
    [
      'English that cannot be read',
      { stored: () => Promise.resolve('en'), read: breaks },
      'de',
      'en',
      'Schließen',
    ],
  ])('%s', async (_, sources, language, chosen, close) => {
    const all = { ofBrowser: inGerman, stored: breaks, read: readsEnglish, ...sources };
    const found = await findMessages(all);
    expect([found.language, found.chosen, found.lookup('close', [])]).toEqual([language, chosen, close]);
  });

  test('a message that the chosen language has not is the browser’s', async () => {
    const sources = { ofBrowser: inGerman, stored: () => Promise.resolve('en'), read: readsEnglish };
    const { lookup } = await findMessages(sources);
    expect([lookup('pause', []), lookup('nothing', [])]).toEqual(['Pausieren', '']);
  });

  test('the language of the browser chosen reads no file', async () => {
    const sources = { ofBrowser: () => 'en', stored: () => Promise.resolve('en'), read: breaks };
    expect(await findMessages(sources)).toMatchObject({ language: 'en', chosen: 'en' });
  });
});

test('a direction for each language, from left to right for others', () => {
  expect(LANGUAGES.map(({ code }) => directionOf(code))).toEqual(LANGUAGES.map(({ direction }) => direction));
  expect(directionOf('tlh')).toBe('ltr');
});
