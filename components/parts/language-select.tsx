import { LANGUAGES } from '../languages';
import { t } from '../text';

/** The choice of a language, as the pages that show it get it. */
export interface LanguageChoice {
  /** Null: as in the browser. */
  readonly chosen: string | null;
  readonly choose: (language: string | null) => void;
}

/** Chooses the language of the extension. With one language there is nothing to choose. */
export function LanguageSelect({ chosen, choose }: LanguageChoice) {
  if (LANGUAGES.length < 2) return null;
  return (
    <label class="language">
      {t('languageLabel')}
      <select
        class="select"
        value={chosen ?? ''} // the option of the browser's language
        onChange={({ currentTarget }) => choose(currentTarget.value === '' ? null : currentTarget.value)}
      >
        <option value="">{t('languageOfBrowser')}</option>
        {LANGUAGES.map(({ code, name, direction }) => (
          <option key={code} value={code} lang={code} dir={direction}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
