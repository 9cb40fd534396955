const MOST_ROWS = 1_048_576;
/** Most filled cells. SheetJS makes an object of each, also of repeated ones. */
const MOST_CELLS = 10_000_000;
/** Spaces that a cell of a spreadsheet program can have. */
const MOST_SPACES = 32_767;
const MOST_DECIMALS = 30;

/**
 * Prepares OpenDocument for SheetJS: `content` is content.xml, or a flat document; `styles` is
 * styles.xml, which programs may leave out. Gives one flat document.
 *
 * A number, date or boolean needs no text (ODF 1.3 part 3, 9.1.4), and its element may be empty:
 * SheetJS takes that for a blank cell. It also does what a repetition or a number of decimals says,
 * 1e12 times. Throws an Error for cells outside any sheet, and for more cells than are read.
 */
export function prepareOpenDocument(content: string, styles: string): string {
  const formats = [...styles.matchAll(/<number:([a-z]+-style)\s[^]*?<\/number:\1>/g)].map(([style]) => style);
  const flat = content
    .replace(/<((?:\w+:)?)document-content(\s[^<>]*)?>/, (_, prefix: string, names = '') => {
      return `<${prefix}document${String(names)}>${formats.join('')}`;
    })
    .replace(/<\/((?:\w+:)?)document-content\s*>/, '</$1document>')
    // The reading of a Japanese name is no part of it.
    .replace(/<((?:\w+:)?ruby-text)(?:\s[^<>]*)?>[^<>]*<\/\1>/g, '')
    // Programs show the sign unless the format forbids it.
    .replace(/<(?:\w+:)?scientific-number(?![^<>]*forced-exponent-sign)/g, '$& forced-exponent-sign="true"')
    .replace(COUNTED, (tag) =>
      tag.replace(
        /(places|digits|:c)=(["'])(\d{3,})\2/g,
        (_, name: string, quote: string, digits: string) => {
          const most = name === ':c' ? MOST_SPACES : MOST_DECIMALS;
          return `${name}=${quote}${Math.min(Number(digits), most)}${quote}`;
        },
      ),
    )
    .replace(/<((?:\w+:)?table-cell)(\s[^<>]*)\/>/g, (cell, name: string, attributes: string) => {
      return VALUE.test(attributes) ? `<${name}${attributes}></${name}>` : cell;
    });
  checkRepetitions(flat);
  return flat;
}

/** Tags that say a number of spaces or digits. */
const COUNTED = /<(?:\w+:)?(?:s|number|scientific-number|fraction|seconds)\s[^<>]*>/g;
/** Type of a cell whose value is an attribute. */
const VALUE = /value-type=["'](?:float|percentage|currency|date|time|boolean)["']/;
const PLACES = /<(\/?)(?:\w+:)?(table|table-row|table-cell)(\s[^<>]*)?>/g;

function checkRepetitions(xml: string): void {
  let cells = 0;
  let row = 0;
  let times = 1;
  for (const { 0: tag, 1: closing, 2: name, 3: attributes = '', index } of xml.matchAll(PLACES)) {
    const isEmpty = attributes.endsWith('/');
    if (name === 'table') row = 0;
    else if (name === 'table-row') {
      if (closing === '') times = timesOf(attributes);
      if (closing !== '' || isEmpty) row += times;
    } else if (closing === '' && !isEmpty) {
      if (xml.startsWith('</', index + tag.length) && !attributes.includes('value-type=')) continue;
      cells += times * timesOf(attributes);
      if (row + times > MOST_ROWS) throw new Error('a cell outside the sheet');
      if (cells > MOST_CELLS) throw new Error('more cells than a sheet holds');
    }
  }
}

function timesOf(attributes: string): number {
  return Number(/number-(?:rows|columns)-repeated=["'](\d+)/.exec(attributes)?.[1] ?? 1);
}
