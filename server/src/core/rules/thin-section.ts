import { isEmpty } from '../model/sections';
import { fold } from '../text/fold';
import { defineRule, type RulePage } from './rule';

export const thinSectionPage: RulePage = {
  explanation: {
    zh: '第五部分应写本机关存在的主要问题和改进措施，只写“无”或几个字，读者无从了解。没有问题也请写明如何得出这一结论、今后怎样改进。',
    en: 'Section five reports the main problems and what is done about them; “none” or a few words tell the reader nothing.',
  },
  basis: { zh: '{forms}第五部分；通行做法', en: 'Section five of the form; customary' },
};

export const thinSection = defineRule({
  id: 'thin-section',
  severity: 'information',
  category: 'prose',
  repair: 'none',
  name: { zh: '第五部分过简', en: 'Section five says little' },
  messages: {
    thin: { zh: '第五部分只写了“{words}”，请写明问题和改进情况', en: 'Section five says only “{words}”' },
  },
  *check({ report }) {
    for (const section of report.sections) {
      // An empty section is reported as such.
      if (section.number !== 5 || section.span.end - section.heading.end > LONGEST || isEmpty(report, section))
        continue;
      const words = report.legible.slice(section.heading.end, section.span.end).trim();
      if (words.includes('〔') || fold(words).replace(MARKS, '').length >= LEAST) continue;
      yield { message: 'thin', args: { words }, span: section.heading };
    }
  },
});

/** So many characters can say something. */
const LEAST = 10;
const LONGEST = 200;
const MARKS = /[。.,;:()#*]/g;
