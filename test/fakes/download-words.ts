import { headersOfDownload } from '../../components/upload/headers-of-download';
import { readFileSync } from 'node:fs';
import { lookupIn, type MessageFile } from '../../components/message-file';
import { setMessages, t } from '../../components/text';
import type { TemplateRequest } from '../../lib/report/template-file';
import { wordsPath } from '../words/message-words';

/** The words of a download in a language, as the panel gives them. */
export function downloadWords(language = 'en'): TemplateRequest['words'] {
  setMessages(lookupIn(JSON.parse(readFileSync(wordsPath(language), 'utf8')) as MessageFile), language);
  return {
    sheet: t('templateSheet'),
    record: t('templateRecord'),
    note: t('templateNote'),
    headers: headersOfDownload(),
  };
}
