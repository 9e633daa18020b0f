import { Command } from 'commander';
import {
  chineseNumeral,
  compareReports,
  format as written,
  message,
  nameOfCell,
  say,
  toNumber,
  wordsIn,
  type Comparison,
  type Decimal,
  type Locale,
  type Message,
} from '../core/index';
import { Configs } from './config';
import { jsonLine } from './format-json';
import { oneReport } from './one-report';
import type { Output } from './output';
import { tellShared } from './shared-prose';
import { shownLine } from './shown';
import { choice, UsageError } from './usage';

interface CompareOptions {
  readonly format: string;
  readonly locale: string;
  readonly factor: string;
  readonly shared: boolean;
  readonly config?: string;
}

export function compareCommand(output: Output): Command {
  return new Command('compare')
    .description('比较两份年报的数字和文字 (compares two reports, cells and prose)')
    .argument('<path...>', '先前的年报和后来的年报；用 --shared 时为文件、文件夹或通配符')
    .option('--shared', '找出各机关之间文字雷同的年报', false)
    .option('--format <format>', '输出格式: text, json', 'text')
    .option('--factor <n>', '相差几倍以上算相差悬殊', '5')
    .option('--config <file>', '配置文件；缺省为文件所在文件夹或其上级的 nianbao.config.json')
    .option('--locale <locale>', '消息语言: zh-CN, en', 'zh-CN')
    .action(async (paths: string[], options: CompareOptions) => {
      const format = choice('--format', ['text', 'json'] as const, options.format);
      const print = format === 'json' ? asJson : asText;
      const locale = choice('--locale', ['zh-CN', 'en'] as const, options.locale);
      if (options.shared) {
        await tellShared(paths, { format, locale, config: options.config }, output);
        return;
      }
      const [before, after, another] = paths;
      if (before === undefined || after === undefined || another !== undefined)
        throw new UsageError('请给两份年报，或用 --shared (two reports are compared; or use --shared)');
      const factor = Number(options.factor);
      if (!(factor > 1)) throw new UsageError('--factor 须大于 1 (must be more than 1)');
      const configs = await Configs.given(options.config, output);
      const old = await oneReport(before, configs, output);
      const young = await oneReport(after, configs, output);
      if (old === undefined || young === undefined) return;
      await output.write(print(compareReports(old.report, young.report, { factor }), locale));
    });
}

/** Numbers as they are read elsewhere; `null` where there is none. */
const value = (amount: Decimal | undefined): number | null => (amount === undefined ? null : toNumber(amount));

const asJson = ({ cells, sentences, repeatedProse }: Comparison): string =>
  `${jsonLine({
    version: 1,
    cells: cells.map(({ cell, before, after, jump }) => ({
      table: cell.form.id,
      row: cell.row.id,
      column: cell.column.id,
      before: value(before),
      after: value(after),
      ...(jump ? { jump } : {}),
    })),
    sentences: sentences.map(({ section, before = null, after = null }) => ({ section, before, after })),
    repeatedProse: Math.round(repeatedProse * 10_000) / 10_000,
  })}\n`;

const WORDS = {
  jump: { zh: '　相差悬殊', en: '  far apart' },
  section: { zh: '第{n}部分', en: 'section {n}' },
  repeated: {
    zh: '第一、五、六部分的文字有 {share}% 与先前相同',
    en: '{share} % of sections one, five and six stands in the earlier report',
  },
  counts: { zh: '{cells} 格不同，{sentences} 句不同', en: '{cells} cells and {sentences} sentences differ' },
};

function asText({ cells, sentences, repeatedProse }: Comparison, locale: Locale): string {
  const shownValue = (amount: Decimal | undefined): string => (amount === undefined ? '—' : written(amount));
  const words = (key: keyof typeof WORDS, args: Message['args'] = {}): string => say(message(WORDS[key], args), locale);
  return [
    ...cells.map(({ cell, before, after, jump }) =>
      shownLine(
        `${wordsIn(nameOfCell(cell), locale)}: ${shownValue(before)} → ${shownValue(after)}${jump ? words('jump') : ''}`,
      ),
    ),
    ...sentences.flatMap(({ section, before, after }) => [
      ...(before === undefined
        ? []
        : [shownLine(`- ${words('section', { n: { zh: chineseNumeral(section), en: String(section) } })}: ${before}`)]),
      ...(after === undefined
        ? []
        : [shownLine(`+ ${words('section', { n: { zh: chineseNumeral(section), en: String(section) } })}: ${after}`)]),
    ]),
    shownLine(
      `${words('counts', { cells: cells.length, sentences: sentences.length })}；${words('repeated', { share: Math.floor(100 * repeatedProse) })}`,
    ),
  ].join('');
}
