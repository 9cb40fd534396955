import { join } from 'node:path';
import ts from 'typescript';
import { filesIn, ROOT } from './project';

/**
 * The functions of components/text.ts whose first arguments name messages, and how the names are
 * made from them.
 */
const FORMS: Readonly<Record<string, readonly string[]>> = { t: [''], tn: ['_one', '_other'] };

/**
 * The messages that the views can say, found with the compiler's types: for `t(named('error',
 * code))` the type of the argument is the very list of names, so that no list of prefixes has to be
 * kept here.
 *
 * `loose`: calls whose argument is typed so widely that it could be any message; there, only names
 * that stand in the code as text are counted.
 */
export function messagesUsed(names: ReadonlySet<string>): {
  readonly used: Set<string>;
  readonly loose: string[];
} {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
      },
    },
  );
  if (config === undefined) throw new Error('tsconfig.json cannot be read.');
  // Views alone: with the entrypoints the types of all extension interfaces would be read, which
  // takes ten times as long.
  const isView = (path: string) => path.startsWith(join(ROOT, 'components/'));
  const program = ts.createProgram(config.fileNames.filter(isView), config.options);
  const checker = program.getTypeChecker();
  const used = new Set<string>();
  const loose: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && names.has(node.text)) used.add(node.text);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [argument] = node.arguments;
      const forms = FORMS[node.expression.text];
      if (argument !== undefined && forms !== undefined) {
        const said = textsOf(checker.getTypeAtLocation(argument)).flatMap((name) =>
          forms.map((form) => name + form),
        );
        if (said.length === 0 || said.length === names.size)
          loose.push(`${node.getSourceFile().fileName.slice(ROOT.length + 1)}: ${node.getText()}`);
        else for (const name of said) used.add(name);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (isView(file.fileName)) visit(file);
  // Without types: a call of `t` there names its message as text.
  const quoted = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && names.has(node.text)) used.add(node.text);
    ts.forEachChild(node, quoted);
  };
  for (const { path, text } of filesIn(['entrypoints'], /\.tsx?$/))
    quoted(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return { used, loose };
}

/** The members of a union of texts, or the one text; none for `string`. */
function textsOf(type: ts.Type): readonly string[] {
  const members = type.isUnion() ? type.types : [type];
  return members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
}

/** The members of a union of texts that a file declares, such as `ErrorCode`. */
export function codesOf(file: string, name: string): readonly string[] {
  const path = join(ROOT, file);
  const source = ts.createSourceFile(path, ts.sys.readFile(path) ?? '', ts.ScriptTarget.Latest); // '': has no codes
  const declared = source.statements.find(
    (statement): statement is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(statement) && statement.name.text === name,
  );
  if (declared === undefined || !ts.isUnionTypeNode(declared.type)) return [];
  return declared.type.types.flatMap((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : [],
  );
}
