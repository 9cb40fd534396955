import ts from 'typescript';

/** Prose of a file, one comment or paragraph a line: the comments of code, all of anything else. */
export function proseOf(path: string, text: string): string {
  if (/\.(?:tsx?|mjs|js)$/.test(path)) return commentsOfScript(path, text);
  if (path.endsWith('.css')) return joined(text.match(/\/\*[^]*?\*\//g) ?? []);
  if (/\.(?:py|sh|yml)$/.test(path)) return joined([text.replace(/^\s*#/gm, '')]);
  return joined(text.split(/\n\s*\n/));
}

/**
 * Literals are blanked first: they may hold what only looks like a comment, and names of tests are
 * left in.
 */
function commentsOfScript(path: string, text: string): string {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const titles: string[] = [];
  let blanked = '';
  let at = 0;
  const blank = (start: number, end: number) => {
    blanked += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateLiteralToken(node)
    ) {
      titles.push(node.text);
      blank(node.getStart(source), node.end);
    } else if (ts.isJsxText(node)) blank(node.pos, node.end);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  blanked += text.slice(at);
  const comments = blanked.match(/\/\*[^]*?\*\/|(?:^[ \t]*\/\/.*\n)+|\/\/.*/gm) ?? [];
  return joined([...comments, ...titles.filter((title) => title.includes('docs/'))]);
}

/** Each part in one line, without the signs at the beginning of its lines. */
function joined(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/\n\s*(?:\*(?!\*)|\/\/|>)?\s*/g, ' ')).join('\n');
}
