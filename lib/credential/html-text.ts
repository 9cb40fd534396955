import { withoutEntities } from './html-entities';

/** Names of the tags that formatted text has. Others may be meant: "Intro to <canvas>". */
const TAGS =
  'a|abbr|article|b|big|blockquote|body|br|caption|center|code|div|dd|del|dl|dt|em|font|h[1-6]|head|hr|html|i|img|ins|li|' +
  'mark|ol|o:p|p|pre|s|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul';
const TAG = new RegExp(`</?(${TAGS})(?:\\s[^<>]*)?/?>`, 'gi');
/**
 * Tags between which nothing is text. A comment holds no beginning of another one, which keeps the
 * search linear.
 */
const UNSEEN = /<(style|script|head)(?:\s[^<>]*)?>[^<]*<\/\1>|<!--(?:(?!<!--)[^>])*-->/gi;
/** Tags within a line. All others divide words. */
const INLINE =
  /^(?:a|abbr|b|big|code|del|em|font|i|img|ins|mark|o:p|s|small|span|strike|strong|sub|sup|tt|u)$/i;

/** Tells whether a text has a tag of HTML. */
export function hasTags(text: string): boolean {
  return text.includes('<') && text.search(TAG) >= 0;
}

/**
 * The text that a reader of HTML sees: "<p>R&amp;D <b>basics</b></p>" -> "R&D basics". Text without
 * tags and entities is returned as it is, except that any run of spaces and line breaks is one
 * space, as browsers show it.
 */
export function htmlText(html: string): string {
  const untagged = html.includes('<')
    ? html.replace(UNSEEN, ' ').replace(TAG, (_, name: string) => (INLINE.test(name) ? '' : ' '))
    : html;
  return withoutEntities(untagged).replace(/\s+/g, ' ').trim();
}

/** Kinds of formatting that people see. */
export type Formatting = (typeof FORMATTINGS)[number];
export const FORMATTINGS = [
  'links',
  'bold',
  'italics',
  'lists',
  'headings',
  'tables',
  'pictures',
  'colours',
] as const;

const FINDS: Readonly<Record<Formatting, RegExp>> = {
  links: /<a\s[^<>]*href/i,
  bold: /<(?:b|strong)[\s>]|font-weight:\s*(?:bold|[6-9]00)/i,
  italics: /<(?:i|em)[\s>]|font-style:\s*italic/i,
  lists: /<(?:ul|ol|li)[\s>]/i,
  headings: /<h[1-6][\s>]/i,
  tables: /<table[\s>]/i,
  pictures: /<img\s/i,
  colours: /<font\s[^<>]*color|[\s;"']color:/i,
};

/** The kinds of formatting that one text has and another has not. Both are HTML, or plain text. */
export function formattingLost(before: string, after: string): readonly Formatting[] {
  if (!before.includes('<')) return [];
  return FORMATTINGS.filter((kind) => FINDS[kind].test(before) && !FINDS[kind].test(after));
}
