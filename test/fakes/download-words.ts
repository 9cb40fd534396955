import { downloadWords as inLanguage } from '../../components/parts/attribute-words';
import { t } from '../../components/text';
import type { TemplateRequest } from '../../lib/report/template-file';
import { speak } from './speak';

/** The words of a download in a language, as the panel gives them. */
export function downloadWords(language = 'en'): TemplateRequest['words'] {
  speak(language);
  return inLanguage(t('templateNote'));
}
