import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../../components/languages';
import { BUILTIN_ATTRIBUTES } from '../../../../lib/credential/attributes';
import { headerText } from '../../../../lib/assign/guess/header-text';
import { addedByResults, isResultId } from '../../../../lib/assign/guess/result-headers';
import { PERHAPS_OF, SYNONYM_OF } from '../../../../lib/assign/guess/synonyms';
import { readFlag } from '../../../../lib/assign/read/read-flag';
import { DOWNLOAD_KEY_HEADERS, isTemplateKeyHeader } from '../../../../lib/assign/guess/template-headers';
import { downloadWords } from '../../../fakes/download-words';
import { readWords } from '../../../words/message-words';

/*
 * What the extension writes in one language is understood in every other: the reader knows all
 * languages at once, and none is set.
 */

const ENGLISH = new Map(BUILTIN_ATTRIBUTES.map(({ id, label }) => [headerText(label), id]));

describe.each(LANGUAGES.map(({ code }) => code))('in %s', (language) => {
  const words = readWords(language);
  const text = (name: string) => words[name]?.message ?? '';

  test.each(BUILTIN_ATTRIBUTES.map(({ id }) => id))('the name of %s is its header', (id) => {
    const header = headerText(text(`attribute_${id.replaceAll('-', '_')}`));
    expect(header).not.toBe('');
    expect(ENGLISH.get(header) ?? SYNONYM_OF.get(header) ?? PERHAPS_OF.get(header)).toBe(id);
  });
  test('the columns of results are known as ours', () => {
    const added = ['status', 'message', 'credential', 'link'].map((one) => text(`result_${one}`));
    const headers = [text('attribute_recipient_email'), ...added];
    expect([...addedByResults(headers)].toSorted()).toEqual(added.toSorted());
    expect(isResultId(text('result_credential'))).toBe(true);
  });
  test('a sheet with one of these columns alone is no result', () => {
    expect(addedByResults([text('attribute_recipient_email'), text('result_status')]).size).toBe(0);
  });
  test('the keys of a download are known as ours, the first one by itself', () => {
    const { headers } = downloadWords(language);
    const keys = BUILTIN_ATTRIBUTES.filter(({ role, id }) => role === 'key' && id !== 'present-email');
    for (const { id } of keys) expect(isTemplateKeyHeader(headers[id] ?? '')).toBe(true);
    expect(DOWNLOAD_KEY_HEADERS).toContain(headers['credential-id']);
    for (const { id } of BUILTIN_ATTRIBUTES.filter(({ role }) => role !== 'key'))
      expect(isTemplateKeyHeader(headers[id] ?? '')).toBe(false);
  });
  test('a key by its bare name, and another column with the mark, are no keys of a download', () => {
    expect(isTemplateKeyHeader(text('attribute_credential_id'))).toBe(false);
    expect(isTemplateKeyHeader(`${text('attribute_grade')} ${text('templateKeyMark')}`)).toBe(false);
  });
  test.each([
    ['yes', true],
    ['no', false],
  ])('"%s" is read again', (name, flag) => expect(readFlag(text(name), 'published')).toBe(flag));
});
