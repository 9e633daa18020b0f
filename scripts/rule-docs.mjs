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
const WORDS = {
  zh: {
    invalid: '会提示',
    fixed: '采用第一种修正之后',
    valid: '不提示',
    basis: '依据',
    messages: '提示文字，例如',
    examples: '示例',
    all: '全部规则',
    blank: '（空白）',
  },
  en: {
    invalid: 'Reported',
    fixed: 'After the first repair',
    valid: 'Not reported',
    basis: 'Basis',
    messages: 'Messages, for example',
    examples: 'Examples',
    all: 'All rules',
    blank: '(blank)',
  },
};

/** The page of a rule in one language; `page` holds its examples as they were read from its fixtures. */
export function rulePage(rule, page, core, language) {
  const { id, severity, category, repair, name } = rule;
  const { explanation, basis } = core.PAGES[id];
  const words = WORDS[language];
  const messages = sampleMessages(rule, page, core, language);
  return lines(
    `# ${name[language]} \`${id}\``,
    '',
    language === 'zh'
      ? `默认级别：${SEVERITIES[severity]}　类别：${CATEGORIES[category]}　修正：${REPAIRS[repair][0]}`
      : `Default severity: ${severity}. Category: ${category}. Repair: ${REPAIRS[repair][1]}.`,
    '',
    explanation[language],
    '',
    `**${words.basis}**${language === 'zh' ? '：' : ': '}${basis[language]}`,
    '',
    `**${words.messages}**`,
    '',
    ...messages.map((message) => `- ${message}`),
    '',
    `## ${words.examples}`,
    '',
    // What stands above the examples is written in Chinese.
    ...(language === 'zh' ? [page.intro, ''] : []),
    ...page.examples.flatMap((example) => exampleLines(example, core, language)),
    `[${words.all}](${language === 'zh' ? '' : '../'}README.md)`,
  );
}

/** Each message of a rule once, as the examples give it. */
function sampleMessages({ id, messages }, { examples }, { strip, examples: { findingsIn }, say }, language) {
  const said = new Map();
  for (const { reports, fileName } of examples)
    for (const { finding } of findingsIn(strip(reports[0].fixture).text, () => undefined, fileName))
      if (finding.rule.id === id && !said.has(finding.message.words))
        said.set(finding.message.words, say(finding.message, language === 'zh' ? 'zh-CN' : 'en'));
  return Object.values(messages).flatMap((words) => said.get(words) ?? []);
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

function exampleLines({ kind, caption, body, reports, fileName }, { strip, examples, editionById, say }, language) {
  const words = WORDS[language];
  const editions = reports.map(({ edition }) => editionById(edition).name[language]);
  const { text } = strip(reports[0].fixture);
  // A rule that breaks is the tests' concern.
  const found = examples.findingsIn(text, () => undefined, fileName);
  return [
    ...(caption === '' || language !== 'zh' ? [] : [caption, '']),
    language === 'zh' ? `${words[kind]}（${editions.join('、')}）` : `${words[kind]} (${editions.join(', ')})`,
    '',
    '```text',
    strip(body).text.replace(/^…[一二三四五六]$/gm, '…'),
    '```',
    '',
    ...found.map(({ finding, start, end }) => {
      const place = start === end ? words.blank : `“${text.slice(start, end).replace(/\s+/g, ' ')}”`;
      const said = say(finding.message, language === 'zh' ? 'zh-CN' : 'en');
      return `- ${place}${language === 'zh' ? '：' : ': '}${said} \`${finding.rule.id}\``;
    }),
    ...(found.length === 0 ? [] : ['']),
  ];
}

const lines = (...all) => `${all.join('\n')}\n`;
