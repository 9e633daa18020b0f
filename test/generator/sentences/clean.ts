import { check, DEFAULT_SETTINGS, say, toNumber, type Report } from '../../../server/src/core/index';
import { readingsOf } from '../../../server/src/core/prose/quantities';
import { readOne } from '../../support/findings';
import { pick, seeded, some, type Choices } from '../choices';
import { READABLE } from '../layouts/index';
import { printReport } from '../print-report';
import { validReport } from '../valid-report';
import { KINDS, sentenceOf, type Amounts } from './counting';
import { DENIAL_TRAPS } from './denying';
import { TRAPS } from './traps';
import { BODY, YEAR } from './writing';

export interface Alarms {
  readonly reports: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** What was found, a line each. */
  readonly found: readonly string[];
}

/**
 * What is found in reports in which all is right, whose prose states true figures among sentences from traps. The same
 * reports at every run.
 */
export function alarmsIn(reports: number): Alarms {
  const count = { error: 0, warning: 0, information: 0, hint: 0 };
  const found: string[] = [];
  for (let seed = 1; seed <= reports; seed++) {
    const text = cleanReport(seeded(seed));
    for (const { rule, severity, message, span } of check(readOne(text), DEFAULT_SETTINGS)) {
      count[severity]++;
      if (severity !== 'hint')
        found.push(`${seed} ${rule.id}: ${say(message, 'zh-CN')} · ${text.slice(span.start - 40, span.end + 20)}`);
    }
  }
  return { reports, errors: count.error, warnings: count.warning, information: count.information, found };
}

const OVERVIEW = '一、总体情况\n\n';

function cleanReport(choices: Choices): string {
  const report = validReport(choices, { body: BODY, year: YEAR });
  const plain = printReport(report, pick(choices, READABLE), [], choices);
  const amounts = amountsIn(readOne(plain));
  const stated = some(choices, KINDS, 12).map((kind) => sentenceOf(kind, choices, undefined, amounts).text);
  const traps = Array.from({ length: 6 }, () => pick(choices, HARMLESS).write(choices)).filter(
    (sentence) => !OF_ITS_OWN.test(sentence),
  );
  const prose = [`${YEAR}年，本机关按年度安排推进公开工作`, ...stated, ...traps]
    .map((sentence) => `${sentence}。`)
    .join('');
  return plain.replace(OVERVIEW, () => `${OVERVIEW}${prose}\n\n`);
}

/** What the tables have for a quantity. */
const amountsIn =
  (report: Report): Amounts =>
  (quantity) => {
    const value = readingsOf(report, [quantity])[0]!.reduce(
      (sum, { cell }) => sum + (cell.value.kind === 'unreadable' ? 0 : toNumber(cell.value.amount)),
      0,
    );
    return { printed: String(value), value };
  };

/** Those that deny are true of some reports alone. */
const HARMLESS = [...TRAPS.filter(({ name }) => !name.startsWith('没有一件')), ...DENIAL_TRAPS];
/** A trap may state figures of the report beside what it is a trap for. */
const OF_ITS_OWN = /(?:收到政府信息公开申请|行政复议|行政诉讼|结转至\d{4}年)[\d,二三四五六七八九]+件/;
