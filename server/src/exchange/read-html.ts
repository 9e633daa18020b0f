import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { SourceBlock, Words } from '../core/index';
import { attribute, isHidden, isNoteMark, type Element } from './html-element';
import { gridOf } from './html-table';
import { MOST_CELLS, TOO_DEEP, TOO_WIDE } from './refusal';

type Node = DefaultTreeAdapterTypes.Node;

interface Options {
  /** The page was made of a Word document: its white space counts, and its notes are marked as the converter does. */
  readonly isFromWord?: boolean;
}

/** Deeper than any page that people write; what is deeper takes time that grows with the square of its depth. */
const DEEPEST = 400;

/** The paragraphs and tables of a web page, as a browser shows them. */
export function blocksOfPage(
  html: string,
  options: Options = {},
): { readonly blocks: readonly SourceBlock[]; readonly notes: readonly Words[] } {
  let depth = 0;
  const document = parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        if (++depth > DEEPEST) throw TOO_DEEP;
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
  return new PageReader(options).read(document);
}

/** Walks through a page in the order in which it is read. */
class PageReader {
  private readonly blocks: SourceBlock[] = [];
  private line = '';
  private cells = 0;
  private footnotes = 0;
  private numbered = 0;

  constructor(private readonly options: Options) {}

  read(page: Node) {
    this.visit(page, this.options.isFromWord === true);
    this.endLine();
    const notes: Words[] = [];
    if (this.footnotes > 0)
      notes.push({
        zh: `有 ${this.footnotes} 条脚注未导入`,
        en: `${this.footnotes} footnotes were not imported`,
      });
    if (this.numbered > 0)
      notes.push({
        zh: `有 ${this.numbered} 段的自动编号未导入，请核对标题的序号`,
        en: `the automatic numbers of ${this.numbered} paragraphs were not imported; check those of the headings`,
      });
    return { blocks: this.blocks, notes };
  }

  private visit(node: Node, keepsSpace: boolean): void {
    if ('value' in node) {
      this.line += keepsSpace ? node.value : node.value.replace(/[ \t\r\n\f]+/g, ' ');
      return;
    }
    if (!('childNodes' in node)) return;
    if ('tagName' in node) {
      if (isHidden(node) || this.isNote(node)) return;
      if (node.tagName === 'br') {
        // A title is parted over lines for its looks alone.
        if (this.options.isFromWord !== true || (node.parentNode as Element | null)?.tagName !== 'h1') this.endLine();
        return;
      }
      if (node.tagName === 'table' && !isForLayout(node)) {
        this.endLine();
        const rows = gridOf(node);
        this.cells += rows.length * (rows[0]?.length ?? 0);
        if (this.cells > MOST_CELLS) throw TOO_WIDE;
        this.blocks.push({ kind: 'grid', rows });
        return;
      }
      if (node.tagName === 'li' && (node.parentNode as Element | null)?.tagName === 'ol') this.numbered++;
    }
    const isBlock = 'tagName' in node && BLOCKS.has(node.tagName);
    const keepsOwn = keepsSpace || ('tagName' in node && node.tagName === 'pre');
    if (isBlock) this.endLine();
    for (const child of node.childNodes) this.visit(child, keepsOwn);
    if (isBlock) this.endLine(this.options.isFromWord === true && node.tagName === 'p');
  }

  /** Word's footnotes: their marks would else stand in the values of cells. */
  private isNote(node: Element): boolean {
    if (this.options.isFromWord !== true) return false;
    const id = attribute(node, 'id') ?? '';
    if (/^(?:foot|end)note-\d/.test(id)) this.footnotes++;
    return isNoteMark(node) || /^(?:foot|end)note-\d/.test(id);
  }

  private endLine(isParagraph = false): void {
    if (/\S/.test(this.line) || isParagraph) this.blocks.push({ kind: 'paragraph', text: this.line });
    this.line = '';
  }
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Whether a table only puts parts of a page beside each other: it holds another one, or has one cell a row. */
function isForLayout(table: Element): boolean {
  const rows: Element[] = [];
  let isNested = false;
  const visit = (element: Element): void => {
    for (const child of element.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'table') isNested = true;
      if (child.tagName === 'tr') rows.push(child);
      visit(child);
    }
  };
  visit(table);
  const cellsIn = (row: Element): number =>
    row.childNodes.filter((child) => 'tagName' in child && (child.tagName === 'td' || child.tagName === 'th')).length;
  return isNested || rows.every((row) => cellsIn(row) <= 1);
}
