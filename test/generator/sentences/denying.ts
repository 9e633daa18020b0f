import { DENIALS, type DenialStructure } from '../../../server/src/core/prose/denial-structures';
import { pick, type Choices } from '../choices';
import { KINDS, sentenceOf } from './counting';
import type { Trap } from './traps';
import { number, write, YEAR } from './writing';

/** A sentence without its full stop, and what it says that there is none of. */
export interface Denying {
  readonly text: string;
  readonly denied: readonly string[];
}

export interface DenialKind {
  readonly name: string;
  readonly structure: DenialStructure;
}

/** Every way to deny that the engine knows. */
export const DENIAL_KINDS: readonly DenialKind[] = DENIALS.map((structure) => ({
  name: `${structure.of}: ${structure.words.replace(/[<>]|\(\?:|\)\?/g, '')}`,
  structure,
}));

const OPENINGS = ['', `${YEAR}年，`, '全年', '本年度，我局', '我局', '一年来，'];

/** A sentence of a kind. */
export function denyingOf({ structure: { of, words } }: DenialKind, choices: Choices): Denying {
  const said = write(words, choices);
  const opening = pick(choices, OPENINGS);
  switch (of) {
    case 'requests':
      return { text: `${opening}${disclosed(said)}`, denied: ['received'] };
    case 'reviews': {
      const denied = [
        ...(said.includes('复议') ? ['reconsideration'] : []),
        ...(said.includes('诉讼') ? ['litigation'] : []),
      ];
      return { text: `${opening}${disclosed(said)}`, denied };
    }
    case 'open-requests':
      return { text: `${opening}收到政府信息公开申请${number(choices).printed}件，${said}`, denied: ['carried-out'] };
    case 'open-reviews': {
      const kind = pick(choices, ['reconsideration', 'litigation'] as const);
      const counted = pick(
        choices,
        KINDS.filter(({ structure }) => structure.counts === kind && structure.after === undefined),
      );
      return { text: `${sentenceOf(counted, choices, opening).text}，${said}`, denied: [`review:${kind}:pending`] };
    }
  }
}

const disclosed = (said: string): string => (said.includes('公开') ? said : `${said}，政府信息公开工作平稳`);

const first = (of: DenialStructure['of']): readonly DenialKind[] =>
  DENIAL_KINDS.filter(({ structure }) => structure.of === of);

const denial = (of: DenialStructure['of'], choices: Choices): string =>
  write(pick(choices, first(of)).structure.words, choices);

const behind =
  (openings: readonly string[]) =>
  (choices: Choices): string =>
    pick(choices, openings) + disclosed(denial(pick(choices, ['requests', 'reviews'] as const), choices));

const filled =
  (templates: readonly string[]) =>
  (choices: Choices): string =>
    pick(choices, templates)
      .replace(/#/g, () => number(choices).printed)
      .replace('~', () => pick(choices, ['未收到', '没有收到', '无', '未接到', '没有']))
      .replace('^', () => pick(choices, ['未发生', '没有发生', '未出现', '无']));

/** Sentences that deny something else. */
export const DENIAL_TRAPS: readonly Trap[] = [
  { name: '其他时间 another time', write: behind([`${YEAR - 1}年，`, '上年，', '上半年，', '第一季度', '近三年来，']) },
  { name: '其他机关 other offices', write: behind(['县财政局', '下属单位', '全县', '云岭街道', '全系统']) },
  { name: '条件 conditions', write: behind(['如', '若', '凡', '倘', '对于如']) },
  {
    name: '复议诉讼的结果 what reviews came to',
    write: filled([
      '因政府信息公开^行政复议纠错情形',
      '政府信息公开^行政诉讼败诉案件',
      '^因政府信息公开被行政复议、行政诉讼败诉情况',
      '政府信息公开行政复议、行政诉讼败诉案件为零',
      '政府信息公开工作^被复议机关撤销或者责令重新答复的情形',
      '政府信息公开行政复议#件，^决定撤销的',
      '政府信息公开行政诉讼#件，零败诉',
      '^因政府信息公开申请行政复议被变更、撤销的案件',
    ]),
  },
  {
    name: '部分申请 some of the requests',
    write: filled([
      '~网上提交的政府信息公开申请',
      '~法人提出的政府信息公开申请',
      '~重复的政府信息公开申请',
      '收到政府信息公开申请#件，其中法人提出的申请为零',
      '不予公开的政府信息公开申请为零',
      '~申请人对政府信息公开答复的投诉',
      '~政府信息公开申请超期答复的情况',
      '~需要收费的政府信息公开申请',
      '~依申请公开收费情况',
      '~依申请公开转为主动公开的信息',
      '~政府信息公开申请人的补正材料',
    ]),
  },
  {
    name: '其他工作 other work',
    write: filled([
      '公开行政处罚决定#件，^行政复议、行政诉讼',
      '行政执法信息公开及时，执法中^行政诉讼',
      '推进行政审批公开，审批事项^行政复议',
      '主动公开土地征收信息，征收工作^行政复议和行政诉讼',
    ]),
  },
  {
    name: '另有交代 some are still open',
    write: filled([
      '收到政府信息公开申请#件，除#件结转下年度办理外，均已办结',
      `收到政府信息公开申请#件，结转至${YEAR + 1}年#件，其余均已答复`,
      '收到政府信息公开申请#件，均在法定期限内答复',
      '上年结转的政府信息公开申请均已办结',
      '收到代表建议#件，均已办结',
      '因政府信息公开被申请行政复议#件，#件正在审理，其余均已审结',
      '因政府信息公开被申请行政复议#件，尚未审结#件，其他均已结案',
      '收到政府信息公开申请#件，尚有#件在办理，其他全部答复',
    ]),
  },
];
