import { aboutSection, cellsAddedUp, IN_TABLES } from '../explaining/about';
import type { Edition } from '../formats/editions';
import type { Words } from '../formats/types';
import { cellOf, rowOf, tableOf, type Section } from '../model/report';
import { readingsOf, type QuantityId } from '../prose/quantities';
import { reportsFees } from '../model/sections';
import type { Context } from '../context/context';
import { closingWords } from '../writing/template';
import { format } from '../text/decimal';
import { fold } from '../text/fold';
import { span } from '../text/span';
import type { Caret } from './caret';
import { wordsProposed, type Proposal } from './proposal';

/** A sentence that is true by the tables; `core` are the words without which nobody has said it. */
interface Phrase {
  readonly words: string;
  readonly core: string;
  readonly detail: Words;
  readonly about: () => readonly Words[];
}

/** Standard sentences where a line begins, in the sections in which they are said, unless they are said there. */
export function phrasesAt(context: Context, caret: Caret): readonly Proposal[] {
  const { report } = context;
  const section = report.sections.findLast(({ heading }) => heading.start < caret.line.start);
  if (!caret.beginsLine || section === undefined) return [];
  const start = caret.offset - caret.before.trimStart().length;
  const others = fold(
    report.text.slice(section.heading.end, caret.line.start) + report.text.slice(caret.line.end, section.span.end),
  );
  return (section.number === 6 ? closing(context, section, others) : zeroCases(context, section.number)).flatMap(
    ({ words, core, detail, about }) => {
      if (others.includes(fold(core))) return [];
      const written = [words, words.slice(words.indexOf(core))].find((version) =>
        fold(version).startsWith(caret.typed),
      );
      if (written === undefined) return [];
      return [wordsProposed('phrase', written, detail, span(start, caret.offset), about)];
    },
  );
}

/** Section six: what became of fees, and that there is nothing else. */
function closing(context: Context, section: Section, others: string): readonly Phrase[] {
  const nothing = '无其他需要报告的事项。';
  const edition = context.expected ?? context.report.edition;
  const about = (): readonly Words[] => aboutSection(section.form, edition);
  const fees =
    edition.feeStatement && !reportsFees(context.report, section) ? feeStatement(context, edition, about) : undefined;
  const none: Phrase = {
    words: nothing,
    core: nothing.slice(0, -1),
    detail: { zh: '没有其他事项', en: 'nothing else' },
    about,
  };
  if (fees === undefined) return [none];
  return others === '' ? [fees, { ...fees, words: `${fees.words}${nothing}` }, none] : [fees, none];
}

/**
 * None where table two has none; else its amount, in which other fees may be counted too; without that table the amount
 * is left open.
 */
function feeStatement({ report, sums }: Context, edition: Edition, aboutSix: Phrase['about']): Phrase {
  const table = tableOf(report, 'disclosure');
  const row = table === undefined ? undefined : rowOf(table, 'fees');
  const cell = row === undefined ? undefined : cellOf(row, 'fee-amount');
  const known = row !== undefined && cell !== undefined && cell.value.kind !== 'unreadable' ? { row, cell } : undefined;
  const amount = known === undefined ? undefined : sums.amounts.of(known);
  const about = (): readonly Words[] => [
    ...aboutSix(),
    ...(known === undefined ? [] : [cellsAddedUp([known], sums)]),
    ...(amount === undefined || amount.digits === 0
      ? []
      : [
          {
            zh: '表二的金额含全部行政事业性收费，请核对其中的信息处理费。',
            en: 'The amount in table two covers all fees: make sure which of them were for information.',
          },
        ]),
  ];
  const detail = { zh: '信息处理费', en: 'information processing fees' };
  if (amount === undefined) return { words: closingWords(edition), core: '信息处理费', detail, about };
  if (amount.digits === 0) return { words: '本年度未收取信息处理费。', core: '未收取信息处理费', detail, about };
  return {
    words: `本年度收取信息处理费${format(amount)}万元。`,
    core: '收取信息处理费',
    detail: { zh: '金额据表二', en: 'amount of table two' },
    about,
  };
}

/** That nothing came in, or nothing was contested, where the tables say 0. */
function zeroCases({ report, sums }: Context, section: Section['number']): readonly Phrase[] {
  const isZero = (id: QuantityId): boolean => {
    const [cells] = readingsOf(report, [id]);
    return cells !== undefined && sums.amounts.areCertain(cells) && sums.amounts.sum(cells).digits === 0;
  };
  const phrase = (core: string, ids: readonly QuantityId[]): Phrase => ({
    words: `本年度${core}。`,
    core,
    detail: { zh: '表中为 0', en: '0 in the tables' },
    about: () => [
      IN_TABLES,
      ...ids.flatMap((id) =>
        readingsOf(report, [id])
          .slice(0, 1)
          .map((cells) => cellsAddedUp(cells, sums)),
      ),
      { zh: '依据：通行做法，正文与表格应一致', en: 'Basis: customary, prose and tables agree' },
    ],
  });
  const phrases: Phrase[] = [];
  if ((section === 1 || section === 3) && isZero('received'))
    phrases.push(phrase('未收到政府信息公开申请', ['received']));
  if (section === 1 || section === 4) {
    const none = (['reconsideration', 'litigation'] as const).filter(isZero);
    const names = { reconsideration: '行政复议', litigation: '行政诉讼' };
    if (none.length > 0)
      phrases.push(phrase(`未发生因政府信息公开工作引发的${none.map((id) => names[id]).join('、')}`, none));
  }
  return phrases;
}
