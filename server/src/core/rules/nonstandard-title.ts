import { fold } from '../text/fold';
import { disclosure } from '../text/lexicon';
import { defineRule, type RulePage } from './rule';

export const nonstandardTitlePage: RulePage = {
  explanation: {
    zh: '标题的通行用语是“政府信息公开工作年度报告”。缺字（如“工作报告”“年度报告”）时提示；年份写在机关名称之前也可以。',
    en: 'Titles customarily read 政府信息公开工作年度报告. The year may stand before the body.',
  },
  basis: { zh: '通行写法', en: 'Customary' },
};

export const nonstandardTitle = defineRule({
  id: 'nonstandard-title',
  severity: 'information',
  category: 'structure',
  repair: 'none',
  name: { zh: '标题用语不全', en: 'Title worded otherwise' },
  messages: {
    words: {
      zh: '标题用语应为“政府信息公开工作年度报告”，缺“{missing}”',
      en: 'The title should read 政府信息公开工作年度报告; {missing} is missing',
    },
  },
  *check({ report: { title } }) {
    if (title === undefined) return;
    const folded = fold(title.text);
    // “某县人民政府信息公开…” shares the word 政府 between the body and the title.
    const tail = folded.slice(Math.max(0, folded.search(OWN_WORDS)));
    const missing = WORDS.filter((word) => !tail.includes(word));
    if (missing.length > 0) yield { message: 'words', args: { missing: missing.join('、') }, span: title.span };
  },
});

const OWN_WORDS = new RegExp(`(?:政府)?${disclosure()}`);
const WORDS = ['政府', '信息公开', '工作', '年度', '报告'];
