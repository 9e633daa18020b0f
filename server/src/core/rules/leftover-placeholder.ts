import { placeholdersIn } from '../prose/placeholders';
import { defineRule, type RulePage } from './rule';

export const leftoverPlaceholderPage: RulePage = {
  explanation: {
    zh: '模板里的占位符（××、XX、____、〔填写…〕）没有换成实际内容。网址和邮箱里的字母不作提示。',
    en: 'A placeholder of a template (××, XX, ____, 〔填写…〕) was not replaced. Letters within web and mail addresses are none.',
  },
  basis: { zh: '通行写法', en: 'Customary' },
};

export const leftoverPlaceholder = defineRule({
  id: 'leftover-placeholder',
  severity: 'warning',
  category: 'prose',
  repair: 'none',
  name: { zh: '遗留占位符', en: 'Placeholder left over' },
  messages: { left: { zh: '占位符“{printed}”还没有填写', en: 'The placeholder “{printed}” has not been filled in' } },
  *check({ report: { text } }) {
    for (const span of placeholdersIn(text))
      yield { message: 'left', args: { printed: text.slice(span.start, span.end) }, span };
  },
});
