/** What the page says, in Chinese and English. */
const WORDS = {
  title: ['年报 Nianbao', '年报 Nianbao'],
  open: ['打开文件…', 'Open files…'],
  fresh: ['新建年报', 'New report'],
  fixAll: ['修正全部可自动修正的问题', 'Fix all that can be fixed automatically'],
  convert: ['转换版式', 'Convert the layout'],
  export: ['导出', 'Export'],
  print: ['打印', 'Print'],
  docx: ['Word 文档（.docx）', 'Word document (.docx)'],
  xlsx: ['Excel 工作簿（.xlsx）', 'Excel workbook (.xlsx)'],
  html: ['网页（.html）', 'Web page (.html)'],
  txt: ['纯文本（.txt）', 'Plain text (.txt)'],
  cells: ['一格一行', 'one cell a line'],
  tsv: ['一行一排，制表符分隔', 'one row a line, separated by tabs'],
  markdown: ['Markdown 表格', 'Markdown tables'],
  aligned: ['一行一排，空格对齐', 'one row a line, aligned with spaces'],
  text: ['年报正文', 'Text of the report'],
  preview: ['预览', 'Preview'],
  document: ['当前年报', 'Report'],
  empty: [
    '把年报粘贴到这里，或把文件（文本、Word、Excel、网页）拖进来。全部在本机处理，不会上传。',
    'Paste a report here, or drop files (text, Word, Excel, web pages). Everything stays on this machine.',
  ],
  loading: ['正在载入…', 'Loading…'],
  fixed: ['已修正 {0} 处', '{0} changes made'],
  nothingToFix: ['没有可以自动修正的问题', 'Nothing can be fixed automatically'],
  converted: ['已转换版式', 'The layout was converted'],
  notConverted: ['未转换：{0}', 'Not converted: {0}'],
  imported: ['已导入 {0}', 'Imported from {0}'],
  note: ['已导入 {0}。请注意：{1}', 'Imported from {0}. Please note: {1}'],
  refused: ['{0}：{1}', '{0}: {1}'],
  notRead: ['{0}：读不出，未导入', '{0}: cannot be read; it was not imported'],
  exported: ['已导出 {0}', 'Exported: {0}'],
  notShown: ['未导出：{0}', 'Not exported: {0}'],
  changed: ['正文在此期间有改动，未作修改，请再试一次', 'The text has changed in the meantime; please try again'],
  failed: ['操作未成功，正文未改动：{0}', 'This did not work, and the text was not changed: {0}'],
  noRepair: [
    '此处没有现成的修正办法，请直接改动数字或正文',
    'There is no repair for this: please edit the value or the text',
  ],
  repairs: ['修正办法', 'Repairs'],
  cancel: ['取消', 'Cancel'],
  findings: ['逐条查看', 'One by one'],
  goToSource: ['到正文', 'Go to the text'],
  line: ['第 {0} 行：', 'Line {0}:'],
  repair: ['修正：', 'Repair: '],
  lastYear: ['上年', 'Last year'],
  lastYearOf: ['在旁边显示《{0}》的数', 'Show the values of {0} beside these'],
  noLastYear: ['没有上年年报；可一并打开', 'No report of last year is known; it can be opened, too'],
} as const;

export type WordId = keyof typeof WORDS;

/** Chinese, unless the browser speaks something else and no Chinese. */
export const isChinese =
  navigator.languages.some((language) => language.startsWith('zh')) || navigator.languages.length === 0;

export const locale = isChinese ? 'zh-CN' : 'en';

export const t = (id: WordId, ...args: readonly (string | number)[]): string =>
  WORDS[id][isChinese ? 0 : 1].replace(/\{(\d)\}/g, (slot, i: string) => String(args[Number(i)] ?? slot));
