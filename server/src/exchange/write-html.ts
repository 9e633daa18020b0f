import type { Mark, ShownCell, Showing, TableBlock, TextBlock } from '../core/index';
import type { ExportOptions } from './export';
import { xmlText } from './xml-text';

/**
 * A report as one web page that needs nothing else. What is not the report's own (a table's name, what was found) is
 * `data-added`: reading the page again leaves it out.
 */
export function page(showing: Showing, options: ExportOptions): string {
  const parts: string[] = [];
  let verbatim: string[] = [];
  const endVerbatim = (): void => {
    if (verbatim.length > 0) parts.push(`<pre>\n${verbatim.join('\n')}\n</pre>`);
    verbatim = [];
  };
  for (const block of showing.blocks) {
    if (block.kind === 'verbatim') {
      verbatim.push(marked(block, options));
      continue;
    }
    endVerbatim();
    parts.push(block.kind === 'table' ? table(block, options) : text(block, options));
  }
  endVerbatim();
  const verdict = options.marks
    ? [
        `<p class="verdict ${showing.marks.length === 0 ? 'clean' : 'found'}" data-added role="status">${escaped(options.say(showing.verdict))}</p>`,
      ]
    : [];
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(showing.title ?? '')}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${[...verdict, ...parts].join('\n')}
</main>
</body>
</html>
`;
}

const TAGS = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p' } as const;

function text(block: TextBlock, options: ExportOptions): string {
  const tag = TAGS[block.kind as keyof typeof TAGS];
  return `<${tag}>${marked(block, options)}</${tag}>`;
}

const marked = (block: TextBlock, options: ExportOptions): string =>
  escaped(block.text) + (options.marks ? remarks(block.marks, options) : '');

function table(block: TableBlock, options: ExportOptions): string {
  const line = (cells: readonly ShownCell[]): string => `<tr>${cells.map((one) => cell(one, options)).join('')}</tr>`;
  return `<table class="${block.id}">
<caption data-added>${escaped(options.say(block.caption))}</caption>
<thead>
${block.lines.slice(0, block.headerLines).map(line).join('\n')}
</thead>
<tbody>
${block.lines.slice(block.headerLines).map(line).join('\n')}
</tbody>
</table>`;
}

function cell(shown: ShownCell, options: ExportOptions): string {
  const spans =
    (shown.columns > 1 ? ` colspan="${shown.columns}"` : '') + (shown.lines > 1 ? ` rowspan="${shown.lines}"` : '');
  const found = options.marks && shown.marks.length > 0;
  const marking = found
    ? ` class="${shown.marks.some(({ severity }) => severity === 'error') ? 'wrong' : 'doubtful'}"`
    : '';
  const words = escaped(shown.text) + (found ? remarks(shown.marks, options) : '');
  if (shown.heads === undefined) return `<td${spans}${marking}>${words}</td>`;
  return `<th scope="${shown.heads}"${spans}${marking}>${words}</th>`;
}

const remarks = (marks: readonly Mark[], { say }: ExportOptions): string =>
  marks.length === 0
    ? ''
    : `<small class="remark" data-added>⚠ ${escaped(marks.map(({ message }) => say(message)).join('；'))}</small>`;

const escaped = (words: string): string =>
  xmlText(words).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `
body { margin: 0; color: #1b1b1b; background: #fff; font: 16px/1.75 FangSong, STFangsong, 仿宋, serif; }
main { max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font: bold 1.6em/1.4 SimSun, Songti SC, 宋体, serif; text-align: center; }
h2 { font: bold 1.15em/1.75 SimHei, Heiti SC, 黑体, sans-serif; }
h3 { font: bold 1em/1.75 KaiTi, Kaiti SC, 楷体, serif; }
p { margin: .3em 0; text-indent: 2em; }
pre { overflow-x: auto; font: inherit; }
table { width: 100%; margin: 1em 0; border-collapse: collapse; font-size: .85em; line-height: 1.4; }
caption { padding: .4em; color: #555; }
th, td { padding: .3em .4em; border: 1px solid #555; }
th { font-weight: normal; }
thead th { background: #f2f2f2; }
tbody th { text-align: left; }
td { text-align: right; font-variant-numeric: tabular-nums; }
.verdict { padding: .5em 1em; border: 2px solid; text-indent: 0; }
.found { border-color: #b3261e; }
.clean { border-color: #1e7b34; }
.wrong { outline: 2px solid #b3261e; outline-offset: -2px; background: #fdeceb; }
.doubtful { outline: 2px dashed #8a5a00; outline-offset: -2px; background: #fff6e0; }
.remark { display: block; color: #b3261e; text-align: left; text-indent: 0; }
@media (forced-colors: active) {
  body, caption, .remark { color: CanvasText; background: Canvas; }
}
@media print {
  main { max-width: none; margin: 0; padding: 0; }
  h2, h3, caption { break-after: avoid; }
  tr:not(:has(> [rowspan])), table:not(.requests) { break-inside: avoid; }
  tbody > tr:nth-child(-n + 2) { break-before: avoid; }
  thead { display: table-header-group; }
}
`;
