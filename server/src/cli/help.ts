import type { Command } from 'commander';

/** What options mean in English, beside what they mean in Chinese. A command's own goes before the usual. */
export const ENGLISH: Readonly<Record<string, string>> = {
  '--body': 'full name of the body',
  '--bom': 'csv begins with a byte order mark, for Excel',
  '--baseline': 'tell only what the baseline does not have',
  '--check': 'compare this summary cell by cell; exit 1 where it differs',
  '--choose': 'which repair, where there are several: first',
  '--config': 'configuration; else nianbao.config.json in the folder of the files or above',
  '--dry-run': 'print changes, write nothing',
  '--factor': 'from how many times on values are far apart',
  '--fail-on': 'exit 1 from this severity on',
  '--force': 'replace files that are there',
  '--format': 'output format',
  '--from': 'last year’s report: body, year, layout, what was carried over, and preamble come from it',
  '--gitignore': 'leave out what .gitignore files leave out',
  '--hints': 'what is only a hint, too',
  '--jobs': 'threads; else as many as processors',
  '--last-year-index': 'take last year’s reports also from a file that nianbao index wrote',
  '--layout': 'layout of the tables',
  '--locale': 'language of messages',
  '--marks': 'mark what was found in web pages and workbooks',
  '--max-findings': 'most findings listed for a file; the others are counted',
  '--out': 'write to a file; else to standard output',
  '--prose': 'last year’s prose: left out, or kept with marks to be rewritten',
  '--rule': 'mend findings of this rule; goes with --choose first',
  '--shared': 'tell which reports share their prose',
  '--stdin-filename': 'name of standard input',
  '--to': 'what to convert to',
  '--write': 'write the files back',
  '--write-baseline': 'write what there is as the baseline',
  '--year': 'year',
  'export --out': 'folder to write to',
  'import --out': 'folder to write to',
  'index --out': 'file to write, a report a line',
  'letter --out': 'one file a report in this folder; else to standard output',
  'new --out': 'file to write; in a folder it is named by body and year',
  'total --body': 'full name of the body whose total it is; its own report is not counted',
  'total --out': 'file to write; .xlsx has a further sheet of bodies, .docx and .html are written too',
  'total --year': 'which year; else that of most reports',
};

interface Example {
  readonly line: string;
  readonly zh: string;
  readonly en: string;
}

export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  check: [
    { line: 'nianbao check 年报/', zh: '检查文件夹', en: 'check a folder' },
    {
      line: 'nianbao check --format xlsx --out 汇总.xlsx 年报/',
      zh: '检查结果汇总表',
      en: 'an overview as a workbook',
    },
    { line: 'nianbao check --baseline 基线.json 年报/', zh: '只看新问题', en: 'new findings only' },
  ],
  read: [{ line: 'nianbao read --format ndjson 年报/', zh: '每份年报一行', en: 'a report a line' }],
  fix: [{ line: 'nianbao fix --dry-run 年报/', zh: '先看会改什么', en: 'see first what would change' }],
  new: [
    { line: 'nianbao new --body 青禾县水务局 --year 2025 --out 新.txt', zh: '新建年报', en: 'a new report' },
    { line: 'nianbao new --from 上年.txt --out 今年.txt', zh: '接着上年年报', en: 'go on from last year’s' },
  ],
  convert: [{ line: 'nianbao convert --to markdown 年报.txt', zh: '转换表格版式', en: 'convert the tables' }],
  import: [{ line: 'nianbao import --out 文本/ 来件/*.docx', zh: '把来件转为文本', en: 'bring files in as text' }],
  export: [{ line: 'nianbao export --to docx --out 报送/ 年报.txt', zh: '导出 Word', en: 'write Word files' }],
  total: [
    {
      line: 'nianbao total --body 青禾县人民政府 --out 汇总.txt 部门/',
      zh: '汇总各部门',
      en: 'add up the departments',
    },
    { line: 'nianbao total --check 汇总.txt 部门/', zh: '核对汇总', en: 'check a summary' },
  ],
  compare: [
    { line: 'nianbao compare 2023.txt 2024.txt', zh: '比较两年', en: 'compare two years' },
    { line: 'nianbao compare --shared 年报/', zh: '找出内容雷同的年报', en: 'find reports that share prose' },
  ],
  letter: [
    { line: 'nianbao letter --format docx --out 退回/ 年报/', zh: '每份一封退回意见', en: 'a letter for each report' },
  ],
  index: [
    {
      line: 'nianbao index --out 上年.ndjson 2023/ && nianbao check --last-year-index 上年.ndjson 2024/甲*',
      zh: '分批检查',
      en: 'check in parts',
    },
  ],
  explain: [{ line: 'nianbao explain balance-mismatch', zh: '解释一条规则', en: 'explain a rule' }],
};

/** A command with English beside the Chinese words of its options, and examples below. */
export function withHelp(command: Command): Command {
  const name = command.name();
  for (const option of command.options) {
    const english = ENGLISH[`${name} ${option.long ?? ''}`] ?? ENGLISH[option.long ?? ''];
    if (english !== undefined) option.description = `${option.description} (${english})`;
  }
  const examples = (EXAMPLES[name] ?? []).map(({ line, zh, en }) => `  ${line}\n      ${zh} (${en})\n`);
  return command
    .helpOption('-h, --help', '显示帮助 (shows help)')
    .addHelpText('after', `\n例 Examples:\n${examples.join('')}`);
}
