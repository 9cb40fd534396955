import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesIn } from './project';

/*
 * Every text that an admin reads is a message (docs/translating.md): a word that stands in a view
 * itself would stay English in every language.
 */

/** Attributes whose value is read or heard. */
const SAID = new Set([
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'alt',
  'label',
  'placeholder',
  'title',
]);
/** Names that are the same in every language: formats of files. */
const NAMES = new Set(['XLSX', 'CSV', 'JSON']);

describe('the views', () => {
  it('have no words of their own', () => {
    const found = filesIn(['components', 'entrypoints'], /\.tsx$/).flatMap(({ path, text }) =>
      ownTexts(text).map((words) => `${path} says “${words}”: make it a message.`),
    );
    expect(found).toEqual([]);
  });
  it.each<[string, readonly string[]]>([
    ['<p>Close</p>', ['Close']],
    ['<p>{t("close")} now</p>', ['now']],
    ['<p title="Close" class="quiet">{t("close")}</p>', ['Close']],
    ['<p aria-label={`Row ${row}`} />', ['Row']],
    ['<p>{isOpen ? "Open" : t("close")}</p>', ['Open']],
    ['<p>{isOpen && "Open"}</p>', ['Open']],
    ['<p>{t("close")} · {count} (✓)</p>', []],
    ['<p class="quiet" role="status" aria-hidden="true">{t("close")}</p>', []],
    ['<option value="">CSV</option>', []],
    ['<p>{kind === "row" ? t("row") : t("close")}</p>', []],
    ['<p aria-label={t("close")} title={withSigns("a")} />', []],
  ])('are looked through: %s', (view, expected) => {
    expect(ownTexts(`const view = ${view};`)).toEqual(expected);
  });
});

function ownTexts(source: string): readonly string[] {
  const found: string[] = [];
  const add = (text: string) => {
    const words = text.trim();
    if (/\p{L}{2}/u.test(words) && !NAMES.has(words)) found.push(words);
  };
  /** The texts that an expression may become: both sides of a choice, not its condition. */
  const said = (node: ts.Expression | undefined): void => {
    if (node === undefined) return;
    if (ts.isStringLiteralLike(node)) add(node.text);
    else if (ts.isTemplateExpression(node)) {
      add(node.head.text);
      for (const { literal } of node.templateSpans) add(literal.text);
    } else if (ts.isParenthesizedExpression(node)) said(node.expression);
    else if (ts.isConditionalExpression(node)) {
      said(node.whenTrue);
      said(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) said(node.right);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) add(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) said(node.expression);
    if (ts.isJsxAttribute(node) && SAID.has(node.name.getText()) && node.initializer !== undefined) {
      if (ts.isStringLiteral(node.initializer)) add(node.initializer.text);
      else if (ts.isJsxExpression(node.initializer)) said(node.initializer.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('view.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
