import ts from 'typescript';
import { sourceFiles } from '../architecture/source-files';
import { syntaxOf } from '../architecture/syntax';

/** The codes of errors that the source throws or reports by itself; codes of rules are the names of their files. */
export function errorCodes(): string[] {
  // Reports throw nothing: data in, text out.
  const files = sourceFiles().filter((file) => !file.startsWith('report/'));
  const codes = files.flatMap((file) => codesIn(syntaxOf(file)));
  return [...new Set(codes)].sort();
}

/** The codes below a node: `refuse('<code>', …)`, `matching(…, '<code>')`, `code: '<code>'` and `ruleId: '<code>'`. */
export function codesIn(source: ts.Node): string[] {
  const codes: string[] = [];
  const visit = (node: ts.Node) => {
    const code = codeOf(node);
    if (code !== undefined && ts.isStringLiteralLike(code)) {
      codes.push(code.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return codes;
}

/** The expression that is a code, when the node has one. */
function codeOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const method = node.expression.name.text;
    return method === 'refuse' ? node.arguments[0] : method === 'matching' ? node.arguments.at(-1) : undefined;
  }
  const isCode = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && ['code', 'ruleId'].includes(node.name.text);
  return isCode ? node.initializer : undefined;
}
