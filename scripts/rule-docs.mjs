// @ts-check
// The rules' documentation: a page a rule and a table of all, from what the rules say of themselves and the examples
// they are tested with.
const SEVERITIES = { error: '错误', warning: '警告', information: '提示', hint: '轻微提示' };
const CATEGORIES = {
  arithmetic: '合计',
  structure: '结构',
  table: '表格',
  value: '数值',
  prose: '文字',
  years: '年度比对',
};
const REPAIRS = {
  safe: ['可自动修正', 'safe, may be applied unseen'],
  choice: ['提供修正供选择', 'offered as a choice'],
  none: ['不提供修正', 'none'],
};
const KINDS = {
  invalid: '会提示 Reported',
  fixed: '采用第一种修正之后 After the first repair',
  valid: '不提示 Not reported',
};

/** The page of a rule; `page` holds its examples as they were read from its fixtures. */
export function rulePage(rule, page, core) {
  const { id, severity, category, repair, name, messages } = rule;
  const { explanation, basis } = core.PAGES[id];
  const said = (locale) => Object.values(messages).map((words) => `- ${words[locale]}`);
  return lines(
    `# ${name.zh} \`${id}\``,
    '',
    `默认级别：${SEVERITIES[severity]}　类别：${CATEGORIES[category]}　修正：${REPAIRS[repair][0]}`,
    '',
    explanation.zh,
    '',
    `**依据**：${basis.zh}`,
    '',
    '**提示文字**',
    '',
    ...said('zh'),
    '',
    `## ${name.en}`,
    '',
    `Default severity: ${severity}. Category: ${category}. Repair: ${REPAIRS[repair][1]}.`,
    '',
    explanation.en,
    '',
    `**Basis**: ${basis.en}`,
    '',
    '**Messages**',
    '',
    ...said('en'),
    '',
    '## 示例 Examples',
    '',
    page.intro,
    '',
    ...page.examples.flatMap((example) => exampleLines(example, core)),
    '[全部规则 All rules](README.md)',
  );
}

export function rulesIndex(rules) {
  return lines('# 规则 Rules', '', ...rulesTable(rules, ''));
}

/** A table of all rules; `folder` leads from the page it stands on to the rules' pages. */
export function rulesTable(rules, folder) {
  return [
    '| 规则 Rule | 名称 | Name | 级别 Severity | 修正 Repair |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map(
      ({ id, name, severity, repair }) =>
        `| [\`${id}\`](${folder}${id}.md) | ${name.zh} | ${name.en} | ${SEVERITIES[severity]} ${severity} | ${REPAIRS[repair][0]} |`,
    ),
  ];
}

function exampleLines({ kind, caption, body, reports, fileName }, { strip, examples, editionById, say }) {
  const editions = reports.map(({ edition }) => editionById(edition).name);
  const { text } = strip(reports[0].fixture);
  // A rule that breaks is the tests' concern.
  const found = examples.findingsIn(text, () => undefined, fileName);
  return [
    ...(caption === '' ? [] : [caption, '']),
    `${KINDS[kind]}（${editions.map(({ zh }) => zh).join('、')}）`,
    '',
    '```text',
    strip(body).text.replace(/^…[一二三四五六]$/gm, '…'),
    '```',
    '',
    ...found.flatMap(({ finding, start, end }) => [
      `- ${start === end ? '（空白）' : `“${text.slice(start, end).replace(/\s+/g, ' ')}”`}：${say(finding.message, 'zh-CN')} \`${finding.rule.id}\``,
      `  <br>${say(finding.message, 'en')}`,
    ]),
    ...(found.length === 0 ? [] : ['']),
  ];
}

const lines = (...all) => `${all.join('\n')}\n`;
