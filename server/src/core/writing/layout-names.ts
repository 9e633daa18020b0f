import type { Words } from '../formats/types';
import type { TableLayout } from './skeleton';

/** How people call the layouts. */
export const LAYOUT_NAMES: Readonly<Record<TableLayout, Words>> = {
  cells: { zh: '一格一行', en: 'a cell a line' },
  tsv: { zh: '制表符分列', en: 'tab-separated rows' },
  markdown: { zh: 'Markdown 表格', en: 'Markdown table' },
  aligned: { zh: '空格对齐', en: 'aligned by spaces' },
};
