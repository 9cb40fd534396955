import { likelierText } from '../../assign/damage/likelier-text';
import { recoded, type Recoding } from '../../assign/damage/recoding';
import type { Credential } from '../../credential/credential';

/** Names that are looked at. More say nothing more. */
const MOST_NAMES = 200;

/**
 * Tells whether the names of a group were damaged by one of two readings: by the recoding that
 * makes a new text of a present one (`sheet`), or by the reverse of it (`group`). `null`: the names
 * do not say. Only names that the recoding changes are looked at, all of them as one text, because
 * one name of one strange letter says nothing.
 *
 * Example: windows-1254 read as windows-1252. "Oğuz Şen, Çağla Yıldız" -> `sheet`. "Oðuz Þen, Çaðla
 * Yýldýz", windows-1252 read as windows-1254 -> `group`: the sheet repairs them.
 */
export function whichIsRecoded(all: readonly Credential[], recoding: Recoding): 'sheet' | 'group' | null {
  const names: string[] = [];
  const others: string[] = [];
  for (const { recipientName } of all) {
    const other = recipientName === null ? null : recoded(recipientName, recoding);
    if (recipientName === null || other === null || other === recipientName.normalize('NFC')) continue;
    names.push(recipientName.normalize('NFC'));
    others.push(other);
    if (names.length === MOST_NAMES) break;
  }
  if (names.length === 0) return null;
  const likelier = likelierText(names.join('\n'), others.join('\n'));
  return likelier === null ? null : likelier === 'one' ? 'sheet' : 'group';
}
