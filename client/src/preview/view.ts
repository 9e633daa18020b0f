import type {
  Preview,
  PreviewBlock,
  PreviewCell,
  PreviewFinding,
  PreviewTable,
  PreviewText,
} from '../../../server/src/lsp/protocol';
import { blockKeys, cellKey, lineKey } from './keys';
import type { PageWords } from './messages';
import { node, type PageNode } from './node';

/** All that decides what is shown. */
export interface PageState {
  readonly words: PageWords;
  readonly preview: Preview | undefined;
  /** Why nothing can be shown, or values cannot be typed. */
  readonly unavailable: string;
  readonly readOnly: string;
  readonly wantsLastYear: boolean;
  /** The key of what the caret of the text stands in. */
  readonly here: string | undefined;
  /** The cell of each table that Tab leads to. */
  readonly current: Readonly<Record<string, string>>;
  /** Values that were typed and are on their way into the text. */
  readonly pending: ReadonlyMap<string, string>;
  readonly told: string;
}

const SIGNS = { error: '✗', warning: '⚠', information: '⚠', hint: '⚠' };

export function view(state: PageState): PageNode {
  const { preview, unavailable } = state;
  if (preview === undefined)
    return node('main', 'page', {}, [
      node('p', 'unavailable', { class: 'verdict failed', role: 'status' }, unavailable),
    ]);
  const keys = blockKeys(preview.blocks);
  return node('main', 'page', { 'data-version': preview.version }, [
    head(state, preview),
    node(
      'article',
      'report',
      { 'aria-label': preview.title },
      preview.blocks.map((block, i) => blockNode(state, preview, block, keys[i]!)),
    ),
  ]);
}

function head({ words, readOnly, unavailable, wantsLastYear, told }: PageState, preview: Preview): PageNode {
  const { verdict, outcome, findings, lastYear } = preview;
  return node('header', 'head', {}, [
    node('p', 'verdict', { class: `verdict ${outcome}`, role: 'status' }, `${OUTCOME_SIGNS[outcome]} ${verdict}`),
    findings.length > 0 &&
      node('details', 'findings', {}, [
        node('summary', 'summary', {}, `${words.findings} (${findings.length})`),
        node(
          'ul',
          'list',
          {},
          findings.map((finding, i) => findingNode(words, finding, i)),
        ),
      ]),
    node(
      'button',
      'last-year',
      {
        type: 'button',
        'data-act': 'lastYear',
        'aria-pressed': String(wantsLastYear && lastYear !== null),
        disabled: lastYear === null,
        title: lastYear === null ? words.noLastYear : words.lastYearOf.replace('{0}', () => lastYear),
      },
      words.lastYear,
    ),
    readOnly !== '' && node('p', 'read-only', { class: 'note' }, readOnly),
    node('p', 'told', { class: 'note told', role: 'alert' }, told || unavailable),
  ]);
}

const OUTCOME_SIGNS = { clean: '✓', found: '✗', failed: '⚠', unknown: '⚠' };

function findingNode(words: PageWords, { line, message, severity }: PreviewFinding, i: number): PageNode {
  const place = words.line.replace('{0}', () => String(line + 1));
  return node('li', `finding-${i}`, { class: severity }, [
    node(
      'button',
      'go',
      { type: 'button', class: 'link', 'data-act': 'go', 'data-finding': i, title: words.goToSource },
      `${SIGNS[severity]} ${place} ${message}`,
    ),
    bulb(words, i, message),
  ]);
}

const bulb = (words: PageWords, finding: number, message: string, tabindex?: number): PageNode =>
  node('button', 'bulb', {
    type: 'button',
    class: 'bulb',
    'data-act': 'repair',
    'data-finding': finding,
    'aria-label': `${words.repair}${message}`,
    title: words.repair,
    tabindex,
  });

function blockNode(state: PageState, preview: Preview, block: PreviewBlock, key: string): PageNode {
  return block.kind === 'table' ? tableNode(state, preview, block, key) : textNode(state, preview, block, key);
}

const TAGS = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p', verbatim: 'p' } as const;

function textNode({ words, here }: PageState, { findings }: Preview, block: PreviewText, key: string): PageNode {
  const tag = TAGS[block.kind];
  const isHeading = tag !== 'p';
  const attributes = {
    'data-key': key,
    class: classes(block.kind, markOf(findings, block.findings), here === key && 'here'),
  };
  const text = isHeading
    ? node('button', 'text', { type: 'button', class: 'link', 'data-act': 'go', title: words.goToSource }, block.text)
    : node('span', 'text', {}, block.text);
  return node(tag, key, attributes, [
    text,
    ...block.findings.map((i) =>
      node('span', `remark-${i}`, { class: 'remark' }, [
        node('span', 'words', {}, `${SIGNS[findings[i]!.severity]} ${findings[i]!.message}`),
        bulb(words, i, findings[i]!.message),
      ]),
    ),
  ]);
}

function tableNode(state: PageState, preview: Preview, block: PreviewTable, key: string): PageNode {
  const lines = block.lines.map((cells, i) =>
    node(
      'tr',
      lineKey(block, i),
      {},
      cells.map((cell, at) => cellNode(state, preview, block, cell, cellKey(block, i, at))),
    ),
  );
  return node('div', key, { class: 'scroll', 'data-key': key }, [
    node('table', 'table', { role: 'grid', class: block.id, 'aria-label': block.caption }, [
      node('caption', 'caption', {}, block.caption),
      node('thead', 'head', {}, lines.slice(0, block.headerLines)),
      node('tbody', 'body', {}, lines.slice(block.headerLines)),
    ]),
  ]);
}

function cellNode(
  state: PageState,
  { findings }: Preview,
  block: PreviewTable,
  cell: PreviewCell,
  key: string,
): PageNode {
  const { words, here, current, pending } = state;
  const mark = markOf(findings, cell.findings);
  const messages = cell.findings.map((i) => findings[i]!.message);
  const remark = cell.remark ?? [...new Set(cell.findings.map((i) => findings[i]!.name))].join('；');
  const isValue = cell.name !== undefined;
  const isCurrent = current[block.id] === key;
  // A header without words heads nothing.
  const tag = cell.heads === undefined || cell.text === '' ? 'td' : 'th';
  const attributes = {
    'data-key': key,
    class: classes(
      cell.kind,
      cell.isTotal && 'total',
      mark ?? (remark !== '' && 'suspect'),
      here === key && 'here',
      pending.has(key) && 'pending',
      state.wantsLastYear && cell.lastYear?.isFar === true && 'far',
    ),
    colspan: cell.columns > 1 && cell.columns,
    rowspan: cell.lines > 1 && cell.lines,
    scope: tag === 'th' && cell.heads,
    tabindex: isValue && (isCurrent ? 0 : -1),
    'aria-readonly': isValue && state.readOnly !== '' && 'true',
    'aria-invalid': mark === 'wrong' && 'true',
    title: messages.length > 0 && messages.join('\n'),
  };
  return node(tag, key, attributes, [
    node('span', 'text', { class: 'text' }, pending.get(key) ?? cell.text),
    remark !== '' && node('span', 'remark', { class: 'remark' }, `${signOf(findings, cell.findings)} ${remark}`),
    cell.findings.length > 0 && bulb(words, cell.findings[0]!, messages.join('；'), isCurrent ? 0 : -1),
    state.wantsLastYear &&
      cell.lastYear !== undefined &&
      node(
        'span',
        'last-year',
        { class: 'last-year' },
        `${cell.lastYear.isFar ? '⇅ ' : ''}${words.lastYear} ${cell.lastYear.amount}`,
      ),
  ]);
}

/** An error is wrong, all else is doubtful. */
function markOf(findings: readonly PreviewFinding[], marked: readonly number[]): 'wrong' | 'doubtful' | undefined {
  if (marked.length === 0) return undefined;
  return marked.some((i) => findings[i]!.severity === 'error') ? 'wrong' : 'doubtful';
}

const signOf = (findings: readonly PreviewFinding[], marked: readonly number[]): string =>
  marked.length === 0 ? '?' : markOf(findings, marked) === 'wrong' ? SIGNS.error : SIGNS.warning;

const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => typeof name === 'string').join(' ');
