import { posix } from 'node:path';
import type { SourceFile } from './project';
import { proseOf } from './prose';

/**
 * Things that can be cited: the files and folders of the project, and the sections of its papers.
 */
export interface Citable {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /**
   * The last parts of the paths of the files: of `lib/journal/transitions.ts` also
   * `journal/transitions.ts` and `transitions.ts`.
   */
  readonly endings: ReadonlySet<string>;
  readonly papers: ReadonlyMap<string, Paper>;
}

interface Paper {
  readonly text: string;
  readonly anchors: ReadonlySet<string>;
  /** "2.4" of a heading "2.4 Review". */
  readonly numbers: ReadonlySet<string>;
  /** Headings without their numbers, and the bold words that a paragraph or an item begins with. */
  readonly names: ReadonlySet<string>;
}

/** All that the files of a project let others cite. */
export function citableOf(files: readonly SourceFile[], others: readonly string[] = []): Citable {
  const paths = [...files.map(({ path }) => path), ...others];
  const partsOf = (path: string) => path.split('/');
  const papers = files.filter(({ path }) => path.endsWith('.md'));
  return {
    files: new Set(paths),
    folders: new Set(
      paths.flatMap((path) => partsOf(path).map((_, at, parts) => parts.slice(0, at).join('/'))),
    ),
    endings: new Set(paths.flatMap((path) => partsOf(path).map((_, at, parts) => parts.slice(at).join('/')))),
    papers: new Map(papers.map(({ path, text }) => [path, paperOf(text)])),
  };
}

function paperOf(text: string): Paper {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  const leads = [...text.matchAll(/^\s*(?:- )?\*\*(.+?)\.?\*\*/gm)].map(([, lead = '']) => lead);
  return {
    text: plain(text),
    anchors: new Set(headings.map(anchorOf)),
    numbers: new Set(headings.flatMap((heading) => /^\d+(?:\.\d+)?(?=[. ])/.exec(heading) ?? [])),
    names: new Set([...headings.map((heading) => heading.replace(/^[\d.]+ /, '')), ...leads]),
  };
}

/** How GitHub names the anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** Text without its layout and its marks, to find a quotation in. */
function plain(text: string): string {
  return text.replace(/[*`]/g, '').replace(/\s+/g, ' ').toLowerCase();
}

/**
 * A path from the top, wherever it stands. What only looks like the end of another path is passed
 * over.
 */
const ROOTED =
  /(?<![\w./@:*-])(?:components|docs|entrypoints|lib|public|test|workers|\.(?:ci|config|github|vscode))\/[\w./-]*\w/g;
/** A file by its name or by the end of its path. */
const NAMED = /(?<![\w./@:*$}-])(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?:tsx?|mjs|css|md|py|sh)(?![\w/*-])/g;
/**
 * Marks of every text that cites a file by name, a paper or an issue: most files have none, and
 * need not be parsed.
 */
const MAY_CITE = /\.(?:tsx?|mjs|css|md|py|sh)\b|\bissue|#\d/i;
const PAPER = /\bdocs\/[\w-]+\.md/g;
const NUMBERS = /^ (\d+(?:\.\d+)?(?:(?:,? and|,? to|,) \d+(?:\.\d+)?)*)(?![\w.]*\d)/;
const NAME = /^, (\p{Lu}[\p{L}' ]*)/u;
const QUOTATIONS = /^[,:] ("[^"]+"(?:, "[^"]+")*)/;
/**
 * A number of a tracker that is not at hand. One of another project is named with it:
 * "google/leveldb, issue 1287".
 */
const ISSUE = /(?<!\w\/[\w.-]+,? )\bissues? #?\d+|(?<=^|[\s(])#\d+\b/gi;
const LINK = /\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g;

/**
 * A sentence for each file, folder, section and quotation that a file cites and that is not there.
 */
export function brokenCitations({ path, text }: SourceFile, citable: Citable): readonly string[] {
  const prose = MAY_CITE.test(text) ? proseOf(path, text) : '';
  const says = (cited: string, why: string) => `${path} cites ${cited}: ${why}.`;
  const isPaper = path.endsWith('.md');
  const rootedPaths = all(text, ROOTED);
  const rooted = rootedPaths
    .filter((cited) => !citable.files.has(cited) && !citable.folders.has(cited))
    .map((cited) => says(cited, 'there is no such file or folder'));
  const named = all(prose, NAMED)
    .filter((cited) => !citable.endings.has(cited) && !rootedPaths.includes(cited))
    .map((cited) => says(cited, 'no file is called so'));
  const bare = all(prose, NAMED)
    .filter((cited) => !isPaper && citable.papers.has(`docs/${cited}`))
    .map((cited) => says(cited, `write docs/${cited}`));
  const sections = [...prose.matchAll(PAPER)].flatMap(({ 0: cited, index }) => {
    const paper = citable.papers.get(cited);
    return paper === undefined
      ? []
      : missingParts(prose.slice(index + cited.length, index + cited.length + 300), paper).map((part) =>
          says(`${cited} ${part}`, 'the paper has no such part'),
        );
  });
  const issues = all(prose, ISSUE).map((cited) => says(cited.trim(), 'say what it is about'));
  const links = isPaper
    ? brokenLinks(path, text, citable).map((cited) => says(cited, 'it leads nowhere'))
    : [];
  return [...new Set([...rooted, ...named, ...bare, ...sections, ...issues, ...links])];
}

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([found]) => found);
}

/**
 * Parts of a paper that the words behind its name cite, and that it has not: ` 2.3, "The key"`, `,
 * Read a group (D)`.
 */
function missingParts(behind: string, paper: Paper): readonly string[] {
  const [numbered = '', numbers = ''] = NUMBERS.exec(behind) ?? [];
  const rest = behind.slice(numbered.length);
  const [, name = ''] = NAME.exec(rest) ?? [];
  const [, quotations = ''] = QUOTATIONS.exec(rest) ?? [];
  const isThere = (cited: string) =>
    [...paper.names].some((known) => `${cited.trim()} `.startsWith(`${known} `));
  return [
    ...all(numbers, /\d+(?:\.\d+)?/g).filter((number) => !paper.numbers.has(number)),
    ...(name === '' || isThere(name) ? [] : [name.trim()]),
    ...all(quotations, /"[^"]+"/g).filter((quoted) => !paper.text.includes(plain(quoted).slice(1, -1))),
  ];
}

function brokenLinks(path: string, text: string, citable: Citable): readonly string[] {
  return [...text.matchAll(LINK)].flatMap(([link, target = '', anchor]) => {
    const to = target === '' ? path : posix.normalize(posix.join(posix.dirname(path), target));
    const isThere = citable.files.has(to) || citable.folders.has(to.replace(/\/$/, ''));
    const paper = citable.papers.get(to);
    const isAnchor = anchor === undefined || paper?.anchors.has(anchor) === true;
    return isThere && isAnchor ? [] : [link.slice(2, -1)];
  });
}
