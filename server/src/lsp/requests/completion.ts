import { type CompletionItem, CompletionItemKind, type CompletionParams, InsertTextFormat } from 'vscode-languageserver';
import { editionOfYear, lineEndOf, snippets, TEMPLATE_LAYOUTS, type Report, type Segment, type Snippet } from '../../core/index';
import type { OpenDocument, Session } from '../session';

/** What may stand before the cursor on a line that skeletons are offered on: nothing, or the beginning of a prefix. */
const PREFIX = /^\s*[^\s。，；：|]{0,12}$/;

/** textDocument/completion: skeletons of reports, sections and tables on a line that is empty but for a prefix. */
export async function completion(session: Session, { textDocument, position }: CompletionParams): Promise<CompletionItem[]> {
  const open = await session.open(textDocument.uri);
  if (open === undefined) return [];
  const segment = open.document.segments.findLast(({ firstLine }) => firstLine <= position.line);
  if (segment === undefined) return [];
  const { report, firstLine } = segment;
  const line = position.line - firstLine;
  if (line >= report.lines.count) return [];
  const offset = report.lines.offset({ line, character: position.character });
  const before = report.text.slice(report.lines.start(line), offset);
  const after = report.text.slice(offset, report.lines.end(line));
  if (!PREFIX.test(before) || after.trim() !== '' || isInTable(report, offset)) return [];
  const start = position.character - before.trimStart().length;
  const range = { start: { line: position.line, character: start }, end: position };
  return offered(segment, open).map((snippet, i) => toItem(snippet, i, range, open));
}

const isInTable = ({ tables }: Report, offset: number): boolean => tables.some(({ span }) => span.start < offset && offset < span.end);

/** In a report: its missing sections first, on its own edition. In a text that is none yet: whole reports of every edition. */
function offered({ report }: Segment, { settings }: OpenDocument): readonly Snippet[] {
  const layouts = [settings.layout, ...TEMPLATE_LAYOUTS.filter((layout) => layout !== settings.layout)];
  const all = snippets(layouts);
  if (!report.recognised) return all;
  const edition =
    settings.edition !== 'auto' ? settings.edition : report.title?.year === undefined ? report.edition.id : editionOfYear(report.title.year.value).id;
  const present = new Set(report.sections.map(({ number }) => number));
  return all
    .filter((snippet) => snippet.edition.id === edition && snippet.kind !== 'report')
    .sort((a, b) => Number(a.kind === 'section' && present.has(a.section!)) - Number(b.kind === 'section' && present.has(b.section!)));
}

function toItem(
  snippet: Snippet,
  order: number,
  range: { start: CompletionParams['position']; end: CompletionParams['position'] },
  { document, settings }: OpenDocument,
): CompletionItem {
  const label = settings.locale === 'en' ? snippet.name.en : snippet.name.zh;
  return {
    label,
    kind: CompletionItemKind.Snippet,
    detail: snippet.edition.source,
    sortText: String(order).padStart(3, '0'),
    filterText: [...snippet.prefixes, label].join(' '),
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range, newText: snippet.body.replaceAll('\n', lineEndOf(document.text)) },
  };
}
