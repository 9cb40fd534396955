import { findMessages } from '../../components/find-messages';
import { inTurn } from '../../components/in-turn';
import { directionOf } from '../../components/languages';
import { setMessages, t } from '../../components/text';
import { messageSources } from './message-sources';

/**
 * Lets a page speak the admin's language from now on: its messages, its direction, its title. Gives
 * the language that was chosen; null: none, it is as in the browser. One at a time: of two quick
 * choices the last one stays, whichever file is read sooner.
 */
export const speak = inTurn(async (): Promise<string | null> => {
  const { lookup, language, chosen } = await findMessages(messageSources);
  setMessages(lookup, language, navigator.language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  document.title = t('extensionName');
  return chosen;
});
