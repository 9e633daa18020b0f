import type { Words } from './types';

/**
 * The layouts in which tables can be written, as people call them; `aligned` pads cells with spaces for reading in a
 * fixed-width font.
 */
export const LAYOUT_NAMES = {
  cells: { zh: '一格一行', en: 'a cell a line' },
  tsv: { zh: '制表符分列', en: 'tab-separated rows' },
  markdown: { zh: 'Markdown 表格', en: 'Markdown table' },
  aligned: { zh: '空格对齐', en: 'aligned by spaces' },
} as const satisfies Readonly<Record<string, Words>>;

export type TableLayout = keyof typeof LAYOUT_NAMES;
export const TABLE_LAYOUTS = Object.keys(LAYOUT_NAMES) as readonly TableLayout[];

/** Those in which templates are written: the end of each cell can be told from the text alone. */
export type TemplateLayout = Exclude<TableLayout, 'aligned'>;
export const TEMPLATE_LAYOUTS = TABLE_LAYOUTS.filter((layout) => layout !== 'aligned');

/** Whether what is inserted into tables can be written in the layout in which they stand. */
export const isTemplateLayout = (layout: string): layout is TemplateLayout =>
  (TEMPLATE_LAYOUTS as readonly string[]).includes(layout);
