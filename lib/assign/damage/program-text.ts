import { withoutEntities } from '../../credential/html-entities';
import { hasTags, htmlText } from '../../credential/html-text';

/**
 * A text of a program. `meant`: the text that readers should have seen; null where that is not
 * certain.
 */
export interface ProgramText {
  readonly meant: string | null;
}

/** Signs of which every such text has one. Most values have none. */
const MAY_BE = /[&<>\\%={}[\]#$|@«]|^\(|function/;
/** Sequences of which every such text has one, too. "R & D" and "87.5 %" have none. */
const HAS_MORE =
  /[<>\\{}[\]|«]|&[#A-Za-z]|%[\dA-Fa-f]{2}|%%|^%|=[\dA-F?]|^=|;#|@[\da-f]{4}|\$\{|^\(|function/;
const DOTNET = 'System.';
const UNKNOWN: ProgramText = { meant: null };

const BACKSLASH_ESCAPE = /\\u([\dA-Fa-f]{4})|\\u\{([\dA-Fa-f]{1,6})\}|\\x([\dA-Fa-f]{2})/g;
const PERCENT_RUN = /(?:%[\dA-Fa-f]{2})+/g;
/** "Jos=C3=A9": quoted-printable of a mail. */
const EQUALS_RUN = /(?:=[\dA-F]{2}){2,}/g;
const ENCODED_WORD = /=\?[\w-]+\?[bqBQ]\?[^?]*\?=/;
const ADDRESS = /:\/\/|^www\.|@/i;

/**
 * Texts in which programs show an object of theirs, as JavaScript, Java, .NET, Python and Ruby do.
 */
const OBJECT =
  /\[object \w+\]|^System\.(?:Object|String|Collections\.|Linq\.|Data\.)|^\[?L?(?:[a-z]\w*\.){1,8}[A-Z]\w*;?@[\da-f]{4,8}$|^<[\w.]+ object at 0x|^#<\w+(?::0x|>)|^function ?\w*\(|^Promise \{/;
/** Fields of a letter that nobody filled in: "{{name}}", "${name}", "*|FNAME|*", "«First_Name»". */
const UNFILLED =
  /\{\{[\w.#\s]+\}\}|\$\{\s*[\w.]+\s*\}|\*\|\w+\|\*|<<\s*\w+\s*>>|^«(?=[A-Z][a-z\d]*[A-Z_])\w+»$|^%%?[A-Z_]{3,}%%?$/;
const FORMULA = /^=\s*(?:[A-Z][A-Z.]+\(|\$?[A-Z]{1,3}\$?\d+\s*$|(?:'[\w ]+'|\w[\w ]*)!\$?[A-Z])/;
/** A list or dictionary as Python prints it: "['Ada King']", "{'name': 'Ada'}". */
const PYTHON = /^[[{(]\s*'[^']*'\s*(?:[,:].*)?[\]})]$/s;
/** A person or choice of SharePoint: "12;#Ada King". */
const SHAREPOINT = /^-?\d+;#([^#;]+)$/;
const SHAREPOINT_LIST = /;#/;
/** A term of SharePoint, with its id behind it. */
const TERM = /^([^|]+)\|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/**
 * Finds a text that a program wrote for another program: entities and tags of HTML, escapes, JSON
 * and objects, formulas, fields that were not filled in. Null for a text that a person may have
 * written. `isHtml`: tags and entities belong to it.
 *
 * "O&#039;Brien" -> meant "O'Brien"; "Jos\u00e9" in escapes, "Jos%C3%A9" -> "José"; "[object
 * Object]" -> not certain; "R&D", "C#", "100%", "[1]", "A <B> C", "50%AB" -> null.
 */
export function programText(text: string, isHtml = false): ProgramText | null {
  if (!text.startsWith(DOTNET) && !(MAY_BE.test(text) && HAS_MORE.test(text))) return null;
  const term = TERM.exec(text) ?? SHAREPOINT.exec(text);
  if (term !== null) return { meant: term[1]?.trim() ?? null };
  if (OBJECT.test(text) || UNFILLED.test(text) || ENCODED_WORD.test(text)) return UNKNOWN;
  if (FORMULA.test(text) || PYTHON.test(text) || SHAREPOINT_LIST.test(text)) return UNKNOWN;
  const json = jsonText(text);
  if (json !== null) return json;
  const meant = unescaped(text, isHtml);
  return meant === text || meant === '' ? null : { meant };
}

/** Undoes the escapes of a text, and what was escaped twice: "R&amp;amp;D" -> "R&D". */
function unescaped(text: string, isHtml: boolean): string {
  let meant = text;
  for (let times = 0; times < 3; times += 1) {
    const before = meant;
    if (!isHtml) {
      // Seen as text, not as HTML: spaces within it stay unless a tag is taken away.
      meant = hasTags(meant) ? htmlText(meant) : withoutEntities(meant);
    }
    meant = meant.replace(BACKSLASH_ESCAPE, (_, four?: string, any?: string, two?: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(four ?? any ?? two ?? '20', 16), 0x10ffff)),
    );
    if (!ADDRESS.test(meant))
      meant = meant.replace(PERCENT_RUN, percentDecoded).replace(EQUALS_RUN, percentDecoded);
    if (meant === before) break;
  }
  return meant === text ? text : meant.normalize('NFC').trim();
}

/** A run of %XX or =XX, if it is UTF-8 of more than ASCII, or a space or quote of a web address. */
function percentDecoded(run: string, at: number, whole: string): string {
  const bytes = Uint8Array.from(run.match(/[\dA-Fa-f]{2}/g) ?? [], (hex) => Number.parseInt(hex, 16));
  if (bytes.every((byte) => byte < 0x80)) {
    // "5%20": a space only between letters.
    const [before, behind] = [whole.slice(Math.max(0, at - 2), at), whole.slice(at + run.length)];
    const isBetween = /\p{L}$/u.test(before) && /^\p{L}/u.test(behind);
    return run.startsWith('%') && /^(?:%2[0-9A-Fa-f]|%3[A-Fa-f]|%40)+$/.test(run) && isBetween
      ? String.fromCharCode(...bytes)
      : run;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return run;
    throw error;
  }
}

/** JSON of a list or an object. A list of one text is that text; "[1]" is a footnote. */
function jsonText(text: string): ProgramText | null {
  const isClosed =
    (text.startsWith('[') && text.endsWith(']')) || (text.startsWith('{') && text.endsWith('}'));
  if (!isClosed || !text.includes('"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    const [only, ...others] = Array.isArray(value) ? (value as readonly unknown[]) : [];
    return typeof only === 'string' && others.length === 0 ? { meant: only } : UNKNOWN;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
