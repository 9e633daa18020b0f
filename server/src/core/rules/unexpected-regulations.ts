import { mayIssueRegulations } from '../collection/body-name';
import { tableOf, rowOf } from '../model/report';
import { format } from '../text/decimal';
import { defineRule, type RulePage } from './rule';

export const unexpectedRegulationsPage: RulePage = {
  explanation: {
    zh: '规章由国务院部门和省级、设区的市、自治州人民政府制定；县、乡镇、街道及其部门不能制定规章，这里的数多半应填在“行政规范性文件”一行。',
    en: 'Rules (规章) are issued by ministries and by governments of provinces, larger cities and autonomous prefectures; counties, towns and their offices issue none. The number probably belongs in the row of normative documents.',
  },
  basis: { zh: '《中华人民共和国立法法》关于规章制定主体的规定', en: 'The Legislation Law, on who may issue rules' },
};

export const unexpectedRegulations = defineRule({
  id: 'unexpected-regulations',
  severity: 'information',
  category: 'table',
  repair: 'none',
  name: { zh: '不制定规章的机关填了规章', en: 'Rules of a body that issues none' },
  messages: {
    unexpected: {
      zh: '“{body}”一般不制定规章，「规章·{column}」却为 {value}，请核对是否应填在行政规范性文件一行',
      en: '“{body}” cannot issue rules, but “{column}” of rules is {value}: it may belong to normative documents',
    },
  },
  *check({ report }) {
    const table = tableOf(report, 'disclosure');
    const row = table === undefined ? undefined : rowOf(table, 'regulations');
    const body = report.body?.text;
    if (row === undefined || body === undefined || mayIssueRegulations(body)) return;
    for (const { column, span, value } of row.cells) {
      // What others issued may be disclosed by anybody.
      if (column.id.startsWith('disclosed') || value.kind !== 'number' || value.amount.digits <= 0) continue;
      yield { message: 'unexpected', args: { body, column: column.name, value: format(value.amount) }, span };
    }
  },
});
