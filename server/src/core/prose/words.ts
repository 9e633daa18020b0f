/**
 * The words that sentences about requests, reviews and table two are made of, by what they do in a sentence. All are
 * folded: 、 is a point, white space and quotation marks are gone. A space parts the words of a class.
 */

const ANYONE =
  '公民.法人或者其他组织 公民.法人或其他组织 公民.法人和其他组织 公民和法人及其他组织 公民.法人及其他组织 公民.法人.其他组织 社会公众 群众 公众';

/** What stands behind what is counted and before its number. */
const COUNTED = '的 了 共 计 合计 总计 为 有 数 总数 总量 量 件 分别 政府 信息 公开 案';

const WORDS = {
  receive: '收到 受理 新收 收办 接收 接到 收悉',
  handle: '办结 答复 办理完毕 办理完成 处理完毕',
  /** Between a verb and its number. */
  did: '了 过 共 计 合计 总计 的 到 有',
  /** What requests are called before the word 申请. */
  asked: `${COUNTED} 依 各类 各种 有效 ${ANYONE} 提出 提交 事项 受理 新增 新收 对`,
  /** The same behind a number. */
  askedOf: `的 政府 信息 公开 依 各类 有效 ${ANYONE} 提出 提交`,
  /** What may follow the word 申请 before a number. */
  applied: `${COUNTED} 申请 依 各类 各种 有效 ${ANYONE} 提出 提交 事项 受理 新增 新收 对`,
  /** What may follow the name of an outcome, of a review or of who applied, before a number. */
  filler: `${COUNTED} 申请 答复 决定 情形`,
  handled: `${COUNTED} 申请 依`,
  carryIn: '结转 转结 顺延 延续',
  carryOut: '结转 顺延 延期 转 延 跨年结转',
  lastYear: '上年 上年度 上一年 上一年度 去年 去年度 往年',
  carriedIn: `${COUNTED} 申请 来的 至今的 答复 决定 情形 至本年 到本年 度 办理`,
  nextYear: '下年 下一年 次年 明年 下年度 下一年度',
  into: '到 至 入',
  carriedOut: '度 继续 办理 答复 回复 处理 办结 的 有 申请 为 共 政府信息公开 件数',
  willBe: '申请 按照《条例》 按规定 依法 将 需 尚 经同意 按程序',
  already: '已 已经 共 全年 均 全部 按期 按时 及时 依法 予以',
  decided: '申请 的 已 均 依法 作 作出 做出 决定 答复 为 按 属于',
  granted: '予以公开 同意公开',
  'partly-granted': '部分公开',
  refused: '不予公开 不予以公开',
  unavailable: '无法提供',
  'not-processed': '不予处理',
  other: '其他处理 作其他处理 作出其他处理',
  /** What a review or a lawsuit has to do with disclosure. */
  why: '因 由 政府 涉及 有关 的 关于 本机关',
  disclosed: '信息公开 申请公开 政务公开',
  ofDisclosure: '工作 的 被 引发 引起 类 相关 有关 涉及 案件 而 申请 提起 提出 产生 导致 方面 事项 政府信息 问题',
  occur: '发生 引发 产生 出现 被申请 被提起 被提出',
  reconsideration: '行政复议 复议',
  litigation: '行政诉讼 诉讼',
  upheld: '结果维持 维持',
  corrected: '结果纠正 纠正 被纠正',
  otherResult: '其他结果',
  pending: '尚未审结 未审结 尚未审理完毕 正在审理 尚在审理中',
  verdict: '被 已 予以 判决 决定 结果 为 作出',
  naturalPerson: '自然人 自然人提出 自然人提交 自然人申请',
  organisations:
    '法人或其他组织 法人和其他组织 法人及其他组织 法人.其他组织 法人或者其他组织 法人或其他组织提出 法人或其他组织提交',
  enterprise: '商业企业 商业企业提出 商业企业提交',
  legalService: '法律服务机构 法律服务机构提出 法律服务机构提交',
  make: '制定 制发 出台 制定出台 制定印发 制定并印发 制定发布 制定并出台 新制定 新制发',
  repeal: '废止 宣布废止 明令废止',
  inForce: '现行有效 现行有效的 目前现行有效 目前现行有效的',
  normativeDocuments: '行政规范性文件 规范性文件',
  regulations: '规章 政府规章 部门规章',
  numbering: '的 了 共 共计 合计 总计 为 有 数 总数 数量 件数 分别 本年',
  decide: '作出 做出 下达',
  /** Of penalties and coercive measures alone, and of licences alone. */
  impose: '实施 作出 做出',
  settle: '办理 办结',
  licensing: '行政许可 行政许可决定 行政许可处理决定',
  penalties: '行政处罚 行政处罚决定 行政处罚处理决定',
  coercion: '行政强制 行政强制决定 行政强制措施决定 行政强制处理决定',
  join: ', . ; ( 和 及 以',
  fees: '行政事业性收费 行政事业性收费金额 行政事业性收费总额 行政事业性收费总金额 行政事业性收费收入',
  amounting: '的 了 共 合计 总计 为 达 计 是 本年 金额 总额',
  deny: '未 没有 无 未曾 从未 未有 尚未 并未 不存在',
  denied: '发生 出现 收到 产生 接到 受理 存在 有 过 到 一起 一件 一例 一宗 任何',
  cause: `因 针对 本部门 事务 投诉. 举报. 信访. 申诉. 过 任何 由 政府 信息 政务 公开 工作 引发 引起 导致 产生 有关 相关 的 而 被 类 依 涉及 申请 提起 提出 方面 问题 事项 本机关 对 ${ANYONE}`,
  case: '案件 事项 申请 案',
  or: '和 或 或者 及 与 以及 . ,',
  isNone:
    '均为0件 均为0起 均为0宗 皆为零 全部为零 为零 为0 是零 零发生 未发生 没有发生 无 没有 不存在 均0件 未出现 未收到',
  all: '案件 均 都 全部 也 数量 数 件数 情况 本年 本年度 : 的',
  whatsoever: '案件 事项 情况 情形 现象 问题 的 发生 等 行为 申请 办理 件',
  none: '人 收到 接到 受理 收悉 接收 有 发生 出现 产生 过 到 任何 一件 一份 关于',
  asking: `过 申请人 需要 办理 单位和个人 单位或个人 个人或单位 政府 信息 公开 的 关于 任何 形式 向我局 向本机关 向我委 向我单位 我局 本机关 要求 依 提出 提交 各类 ${ANYONE}`,
  askedFor: '公开 政府 信息 事项 件 案件 情况 情形 的 办理 要求 发生 申请 等',
  requestsNamed:
    '政府信息公开申请 信息公开申请 依申请公开申请 依申请公开 依申请公开事项 依申请公开政府信息 申请公开政府信息',
  complaint: '申诉 投诉 举报 信访 行政赔偿',
  review: '行政复议 复议 行政诉讼 诉讼',
  everything: '均 全部 都',
  hasBeen: '已 已经',
  inTime:
    '按时 按期 按要求 按规定 依法 依规 及时 予以 作出 在法定期限内 在法定时限内 在规定期限内 在规定时限内 在规定时间内 在法定时间内 在期限内 在时限内',
  byRule: '按要求 按规定 依法 依规 予以 作出',
  settled: '办结 办理完成 办理完毕 处理完毕',
  answered: '答复 回复',
  concluded: '审结 结案 办结 审理完毕 审理终结 审理结束 裁决',
} as const;

export type WordClassName = keyof typeof WORDS;

/** The words of a class. */
export const wordsOf = (name: WordClassName): readonly string[] => WORDS[name].split(' ');

export const isWordClass = (name: string): name is WordClassName => name in WORDS;
