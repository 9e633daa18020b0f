import { pick, type Choices } from '../choices';
import { KINDS, sentenceOf, type Kind } from './counting';
import { number, YEAR } from './writing';

/** Sentences with numbers that look as if they counted what the tables count, and do not. */
export interface Trap {
  readonly name: string;
  readonly write: (choices: Choices) => string;
}

const FIRST = KINDS.filter(({ structure }) => structure.after === undefined && structure.naming === undefined);
const ALL_OF_THE_BODY = FIRST.filter(({ structure }) => structure.ofAll === true);
const NOT_CARRIED = FIRST.filter(({ structure }) => !structure.counts.startsWith('carried'));

/** A true sentence behind other words: of another time, office, part. */
const behind =
  (openings: readonly string[], kinds: readonly Kind[] = FIRST) =>
  (choices: Choices): string =>
    sentenceOf(pick(choices, kinds), choices, pick(choices, openings)).text;

/** A template with numbers: `#` one in digits, `@` the one of slogans. */
const filled =
  (templates: readonly string[]) =>
  (choices: Choices): string =>
    pick(choices, templates)
      .replace(/#/g, () => number(choices).printed)
      .replace(/@/g, () => pick(choices, ['一件', '一件', '一份', '一宗', '一条', '一例', '1件']));

export const TRAPS: readonly Trap[] = [
  {
    name: '其他年份 another year',
    write: behind(
      [`${YEAR - 1}年，我局`, `${YEAR - 1}年，`, `${YEAR - 2}年度，`, '去年，', '去年全年，', '上年，'],
      NOT_CARRIED,
    ),
  },
  {
    name: '一段时间 a part of the year',
    write: behind(['上半年，', '第一季度，', '1月至6月，', '1-11月，', '下半年', '12月，', '截至9月底，']),
  },
  {
    name: '历年 several years',
    write: behind(['近三年来，', '近五年来，', '自条例施行以来，累计', '历年来，', '2019年以来，累计']),
  },
  {
    name: '其他地区 another area',
    write: behind(['全县', '全县各单位', '全系统', '全县行政机关共', '全市水务系统']),
  },
  {
    name: '其他机关 another office',
    write: behind(['县财政局', '云岭街道', '县政府办公室', '乙县水务局', '下属单位', '县大数据中心', '市水务局']),
  },
  {
    name: '部分申请 some of the requests',
    write: behind(['其中网上', '通过信函', '当面', '其中通过平台', '线下', '传真方式'], ALL_OF_THE_BODY),
  },
  {
    name: '计划 plans',
    write: behind(
      ['下一步，计划', `${YEAR + 1}年拟`, '预计', '今后力争', '下一步，将', '来年争取', `计划于${YEAR + 1}年`],
      NOT_CARRIED,
    ),
  },
  {
    name: '约数 rough numbers',
    write: (choices) => {
      const { text } = sentenceOf(pick(choices, FIRST), choices);
      const rough = pick<(digits: string) => string>(choices, [
        (digits) => `近${digits}`,
        (digits) => `约${digits}`,
        (digits) => `超过${digits}`,
        (digits) => `不少于${digits}`,
      ]);
      return text.replace(NUMBER, rough);
    },
  },
  {
    name: '口号 slogans',
    write: filled([
      '努力做到依申请公开工作办结@申请、解决@问题',
      '坚持收到@、办结@、满意@',
      '做到每收到@政府信息公开申请都有登记、有答复',
      '对政府信息公开申请，受理@、答复@、归档@',
      '推行依申请公开“办结@、回访@”工作机制',
      '落实答复@政府信息公开申请、复核@答复书的要求',
      '确保每@政府信息公开申请依法答复',
      '力争不因政府信息公开引发@行政复议、行政诉讼',
      '凡收到@政府信息公开申请，即在当日登记',
    ]),
  },
  {
    name: '没有一件 not a single one',
    write: filled([
      '没有发生@因政府信息公开引起的行政复议',
      '未发生@政府信息公开行政诉讼案件',
      '未收到@政府信息公开申请',
      '没有@政府信息公开申请超期答复',
    ]),
  },
  {
    name: '条款与序数 articles and ordinals',
    write: filled([
      '依据《条例》第#条受理政府信息公开申请',
      '按照《条例》第#条的规定办结政府信息公开申请',
      '收到第#件政府信息公开申请后修订了流程',
      '政府信息公开申请按《条例》第#条例外处理',
    ]),
  },
  {
    name: '其他工作 other work',
    write: filled([
      '网络问政平台受理留言#件，办结#件',
      '办理人大建议、政协提案#件，公开答复意见#件',
      '收到备案行政复议案件#件，审理备案行政诉讼#件',
      '受理12345热线诉求#件，办结#件',
      '收到信访件#件，答复#件',
      '全年受理行政许可申请#件，办结#件',
      '主动公开政府信息#条，其中规范性文件#件',
      '公开行政处罚决定书#件、行政许可决定#件',
      '修订规范性文件#件，清理规范性文件#件',
      '修订、制定行政规范性文件#件',
      '备案审查规范性文件#件',
      '解读行政规范性文件#件',
      '收到行政复议申请#件，审结#件',
      '答复群众来信来电#件次',
      '发布政务微信#条，受理咨询#件次',
      '受理行政许可#件，提供咨询#件次',
      '制定年度工作要点#条，废止旧制度#件',
      '征集意见#条，采纳#条',
      '开展政府信息公开培训#起，参训#人',
      '审核拟公开文件#份，提出意见#条',
    ]),
  },
  {
    name: '增减 changes',
    write: filled([
      '政府信息公开申请量同比增加#件',
      '收到的政府信息公开申请较去年增加#件',
      '办结的政府信息公开申请比上年减少了#件',
      '行政规范性文件比上年减少#件',
    ]),
  },
];

/** The number of a sentence with its unit behind it. */
const NUMBER = /(?<![\d,])(?:[\d,]+|[二三四五六七八九])(?=(?:件次|[件宗份起例条]))/;
