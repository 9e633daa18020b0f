// @ts-check
// The declarations of a module whose exported types import nothing: they are whole in one file.
import ts from 'typescript';

/** @param {string} text The module. @param {string} name What it is called where it is wrong. */
export function declarationsOf(text, name) {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  const wrong = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  if (/^import\b|\bimport\(|\bfrom '/m.test(outputText)) wrong.push('its types import others');
  if (wrong.length > 0) throw new Error(`${name}: ${wrong.join('; ')}`);
  return outputText;
}
