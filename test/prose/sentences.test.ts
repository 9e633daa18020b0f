import { describe, expect, it } from 'vitest';
import { DENIALS } from '../../server/src/core/prose/denial-structures';
import {
  BEFORE_NUMBER,
  BEHIND_NUMBER,
  CARRIED,
  STRUCTURES,
  type Structure,
} from '../../server/src/core/prose/structures';
import { fillTemplate } from '../../server/src/core/prose/template';
import { wordsOf, type WordClassName } from '../../server/src/core/prose/words';
import { measureProse, type ProseScore } from '../generator/sentences/measure';
import { denialsIn, factsIn } from '../generator/sentences/read';
import { RUNS } from '../generator/sentences/runs';

describe('sentences written from the structures, and traps', () => {
  it.each(Object.entries<readonly ProseScore[]>({ ...measureProse(25) }))(
    'are all read as they are meant: %s',
    (_, scores) => {
      expect(
        scores.map(({ name, wrong }) => wrong && `${name}: ${wrong}`).filter((wrong) => wrong !== undefined),
      ).toEqual([]);
    },
  );
});

const TEMPLATES = [
  ...[...CARRIED, ...STRUCTURES].flatMap(({ before, behind }: Structure) => [before, behind ?? '']),
  ...DENIALS.map(({ words }) => words),
  BEFORE_NUMBER,
  BEHIND_NUMBER,
];
const repeated = new Set<WordClassName>();
for (const template of TEMPLATES)
  fillTemplate(template, (name, times) => {
    if (times === '*') repeated.add(name);
    return '';
  });

/** The ways in which a text is put together from words. */
const waysOf = (text: string, words: readonly string[]): number =>
  text === ''
    ? 1
    : words
        .filter((word) => text.startsWith(word))
        .reduce((ways, word) => ways + waysOf(text.slice(word.length), words), 0);

describe.each([...repeated])('the words of %s, which may stand in any number,', (name) => {
  const words = wordsOf(name);

  it('are not put together from one another, so that there is one way to read a text', () => {
    expect(words.filter((word) => waysOf(word, words) > 1)).toEqual([]);
  });

  it('make up what the generator writes', () => {
    expect((RUNS[name] ?? []).filter((run) => waysOf(run, words) === 0)).toEqual([]);
  });
});

describe('ways to count that people use', () => {
  it.each([
    ['我局共接收到8起政府信息公开申请', ['received 8']],
    ['全年受理了12宗依申请公开件', ['received 12']],
    ['受理政府信息公开申请8件，其中3件结转至2025年办理', ['received 8', 'carried-out 3']],
    ['另有5件顺延至2025年1月答复的政府信息公开申请', ['carried-out 5']],
    ['从2023年结转3件，2024年新收政府信息公开申请10件', ['carried-in 3', 'received 10']],
    ['与2023年的8件相比，2024年收到政府信息公开申请10件', ['received 10']],
    ['收到政府信息公开申请10件，其中5件予以公开、2件部分公开', ['received 10', 'granted 5', 'partly-granted 2']],
    ['全年共发生政府信息公开行政复议2宗，行政诉讼1宗', ['reconsideration 2', 'litigation 1']],
    ['被申请政府信息公开行政复议2件，其中1件维持', ['reconsideration 2', 'review:reconsideration:upheld 1']],
    [
      '本年制发规范性文件3件，废止0件，目前现行有效的25件',
      [
        'documents:normative-documents:issued 3',
        'documents:normative-documents:repealed 0',
        'documents:normative-documents:in-force 25',
      ],
    ],
    ['制发规章2件、行政规范性文件5件', ['documents:regulations:issued 2', 'documents:normative-documents:issued 5']],
    ['全年作出行政许可120件、行政处罚30件', ['decisions:licensing 120', 'decisions:penalties 30']],
  ])('%s', (sentence, facts) => {
    expect(factsIn(sentence)).toEqual(facts);
  });
});

describe('numbers of other things', () => {
  it.each([
    '对2020年以来制定的规范性文件进行清理，废止12件',
    '通过网站集中公开现行有效规范性文件25件',
    '以县政府名义制定规范性文件2件',
    '与县财政局联合制定行政规范性文件2件',
    '在信用中国公示作出的行政许可决定120件',
    '作出不予行政许可决定3件',
    '当场作出行政处罚决定30件',
    '全县因政府信息公开引发的行政复议12件',
    '依法审理政府信息公开行政复议案件8件',
    '举办政府信息公开培训2期，发放政府信息公开申请表100份',
    '努力做到依申请公开工作办结一件申请、解决一个问题',
    '对政府信息公开申请，受理一件办结一件',
    '推行政府信息公开申请受理一件、办结一件、归档一件',
  ])('%s', (sentence) => {
    expect(factsIn(sentence)).toEqual([]);
  });
});

describe('ways to deny that people use', () => {
  it.each([
    ['未因政府信息公开工作被申请行政复议或提起行政诉讼', ['reconsideration', 'litigation']],
    ['因政府信息公开被申请行政复议、提起行政诉讼的案件均为零', ['reconsideration', 'litigation']],
    ['政府信息公开工作实现零复议、零诉讼', ['reconsideration', 'litigation']],
    ['没有公民、法人或其他组织向我局申请政府信息公开', ['received']],
    ['未接到任何形式的依申请公开', ['received']],
    ['没有人向我局提出政府信息公开申请', ['received']],
    ['无单位或个人申请公开政府信息', ['received']],
    ['未发生针对本部门有关政府信息公开事务的行政复议案、行政诉讼案和有关的申诉案', ['reconsideration', 'litigation']],
    ['无因政府信息公开引发的投诉、行政复议和行政诉讼', ['reconsideration', 'litigation']],
    ['政府信息公开行政复议、行政诉讼均为0件', ['reconsideration', 'litigation']],
    ['政府信息公开申请数量为0', ['received']],
    ['政府信息公开行政诉讼2件，已全部审结', ['review:litigation:pending']],
  ])('%s', (sentence, denied) => {
    expect(denialsIn(sentence)).toEqual(denied);
  });
});

describe('denials of other things', () => {
  it.each([
    '确保不发生因政府信息公开引发的行政复议、行政诉讼',
    '未收到申请人对政府信息公开工作的意见',
    '无政府信息公开收费情况',
    '依申请公开工作无专人负责',
    '部分乡镇未收到政府信息公开申请',
    '如因政府信息公开未收到答复，可申请行政复议',
    '申请人未申请行政复议、提起行政诉讼的，答复生效',
    '收到政府信息公开申请10件，其中8件均已答复，2件尚未到期',
    '政府信息公开行政诉讼2件，均已审结；行政复议1件，尚未审结',
    '往年结转的政府信息公开申请均已办结',
  ])('%s', (sentence) => {
    expect(denialsIn(sentence)).toEqual([]);
  });
});
