import { programText } from '../../assign/damage/program-text';
import type { Finding } from '../terms/finding';
import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';
import { isTextOf } from './text-attributes';

/**
 * The new text is one that a program wrote for another program: "Pass &amp; merit", "[object
 * Object]". A course may be about such a text, so it is asked. In a name it is an error
 * (unreadable.ts).
 *
 * A description is HTML on the platform (docs/platform.md): tags and entities belong to it.
 */
export const codeInText: RowRule = ({ row, diff }) => {
  let found: Finding[] | null = null;
  for (const { attribute, after } of diff.fields) {
    if (typeof after !== 'string') continue;
    const code = programText(after, attribute === 'description');
    if (code !== null && isTextOf(attribute))
      (found ??= []).push(warningAt(row, 'code-in-text', attribute, { suggestion: code.meant }));
  }
  return found ?? NOTHING; // none
};
