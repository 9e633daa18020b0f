import { areSurelyDifferent } from '../collection/body-name';
import { message } from '../messages';
import { isBodyName } from '../reading/title';
import { REPORT, YEAR_DIGITS } from '../text/lexicon';
import type { Span } from '../text/span';
import { defineRule, type RulePage } from './rule';

export const otherBodyPage: RulePage = {
  explanation: {
    zh: '导语把本报告说成另一个机关的报告，多为照抄其他单位的文本。简称、全称和名称相近的机关不作提示。',
    en: 'The preamble speaks of this report as that of another body: probably copied from a neighbour. Abbreviations and similar names are passed over.',
  },
  basis: { zh: '通行做法：标题与导语的机关应一致', en: 'Customary: title and preamble name one body' },
};

interface Other {
  readonly span: Span;
  readonly own: string;
}

export const otherBody = defineRule({
  id: 'other-body',
  severity: 'warning',
  category: 'prose',
  repair: 'choice',
  name: { zh: '写成其他机关的报告', en: 'Names another body' },
  messages: {
    other: { zh: '标题为“{own}”的报告，此处却写作“{other}”', en: 'The title names “{own}”, but here it is “{other}”' },
    title: { zh: '标题中的机关', en: 'the body in the title' },
    change: { zh: '改为 {own}', en: 'Change to {own}' },
  },
  *check({ report, prose }, messages) {
    const { body, text } = report;
    if (body?.source !== 'title') return;
    const opening = prose.within(0, report.sections[0]?.heading.start ?? Math.min(text.length, LONGEST_OPENING));
    for (const { indices, groups } of opening.folded.matchAll(THIS_REPORT)) {
      const name = groups!.before ?? groups!.behind!;
      if (!isBodyName(name) || OWN.test(name) || !areSurelyDifferent(name, body.text)) continue;
      const [start, end] = indices!.groups![groups!.before === undefined ? 'behind' : 'before']!;
      const span = opening.printed(start, end);
      yield {
        message: 'other',
        args: { own: body.text, other: text.slice(span.start, span.end) },
        span,
        related: [{ span: body.span, message: message(messages.title) }],
        subject: { span, own: body.text },
      };
    }
  },
  repairs(_, { span, own }: Other, messages) {
    return [
      {
        title: message(messages.change, { own }),
        edits: [{ span, newText: own }],
        safe: false,
        preferred: true,
      },
    ];
  },
});

const LONGEST_OPENING = 1500;
/** 现将《白石区民政局2023年政府信息公开工作年度报告》…, 编制2023年度白石区民政局政府信息公开…报告, in folded text. */
const THIS_REPORT = new RegExp(
  `(?:现将|(?:现予?|特)(?:向社会)?(?:公布|发布|公开|编制)了?|编制了?|撰写了?|形成了?|本报告[为是]|以下[为是])《?(?:(?<before>[^,。;:《》()\\d]{3,30}?)${YEAR_DIGITS}年度?|${YEAR_DIGITS}年度?(?<behind>(?!度|政府信息|政务信息)[^,。;:《》()\\d]{3,30}?))(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?${REPORT}`,
  'dg',
);
/** 我局, 本机关, 全县各单位. */
const OWN = /^[我本该各全]/;
