import { CASE_UNIT } from '../text/lexicon';
import type { Mention } from './mentions';

/** 第一件, 每一件, 近 20 件. */
const NOT_SO_MANY = /(?:第|每|约|近|超|超过|逾|不足|至少|最多|不少于|不超过|不低于|达到|平均)$/;
const NOT_SO_MANY_BEHIND = /^(?:以上|以下|以内|左右|上下|内)/;
/** The numeral of slogans: 办结一件申请、解决一个问题. */
const ONE = new RegExp(`^[一1]${CASE_UNIT}$`);
/** What is meant to be done each time. */
const RESOLVED =
  /做到|确保|力争|努力|争取|力求|坚持|保证|实现|每|凡|逐|任何|哪怕|落实|推行|秉持|践行|严格|按照.{0,6}的|杜绝/;
const AS_PRINCIPLE = /^[^。;]{0,16}(?:原则|要求|目标|标准|理念|机制|制度|承诺|工作法|模式|思路|方式)/;
/** 受理一件、办结一件: the noun that a count would have in front is not there. */
const PARALLEL_NEXT = /^[^。,.;\d]{0,10}[,.;]?[^。,.;\d]{0,8}?一[件宗份起例条次个项批类张]/;
const PARALLEL_BEFORE = /一[件宗份起例条次个项批类张][^。,.;\d]{0,10}[,.;]?[^。,.;\d]{0,8}$/;
const COUNTED_IN_FRONT = /(?:申请|事项|案件|公开|复议|诉讼|的|共|计|为)$/;

/** Whether a number counts nothing: an ordinal, a bound, or the one of a slogan. */
export function isNoCount({ number, lead, behind, sentence }: Mention): boolean {
  if (NOT_SO_MANY.test(lead) || NOT_SO_MANY_BEHIND.test(behind)) return true;
  if (!ONE.test(number)) return false;
  return (
    RESOLVED.test(lead) ||
    AS_PRINCIPLE.test(behind) ||
    (!COUNTED_IN_FRONT.test(lead) && (PARALLEL_NEXT.test(behind) || PARALLEL_BEFORE.test(sentence)))
  );
}
