import { span } from '../text/span';
import type { Rule, RulePage } from './rule';

export const leftoverPlaceholderPage: RulePage = {
  explanation: {
    zh: '模板里的占位符（××、XX、____、〔填写…〕）没有换成实际内容。网址和邮箱里的字母不作提示。',
    en: 'A placeholder of a template (××, XX, ____, 〔填写…〕) was not replaced. Letters within web and mail addresses are none.',
  },
  basis: { zh: '通行写法', en: 'Customary' },
};

export const leftoverPlaceholder: Rule = {
  id: 'leftover-placeholder',
  severity: 'warning',
  category: 'prose',
  repair: 'none',
  name: { zh: '遗留占位符', en: 'Placeholder left over' },
  messages: { left: { zh: '占位符“{printed}”还没有填写', en: 'The placeholder “{printed}” has not been filled in' } },
  *check({ report: { text } }) {
    if (!HINT.test(text)) return;
    for (const found of text.matchAll(PLACEHOLDER)) {
      yield { message: 'left', args: { printed: found[0] }, span: span(found.index, found.index + found[0].length) };
    }
  },
};

const HINT = /[×X_＿〔$]/;
const PLACEHOLDER =
  /×{2,}|(?<![A-Za-z0-9./@_-])X{2,}(?![A-Za-z0-9./@_-])|(?<![A-Za-z0-9./@_-])_{2,}(?![A-Za-z0-9./@_-])|＿{2,}|〔填写[^〔〕\r\n]{0,40}〕|\$\{\d+(?::[^}\r\n]{0,40})?\}/g;
