// @ts-check
// The JSON schema of nianbao.config.json: editors complete and check the file by it. What it allows is what core/config
// reads.

export function configSchema({ RULES, RULE_SEVERITIES, EDITIONS, ROW_IDS, COLUMN_IDS, IGNORE_KINDS }) {
  const ids = RULES.map(({ id }) => id);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '年报配置 Nianbao configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: '各规则的级别 Severity of each rule',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          RULES.map(({ id, name, severity }) => [
            id,
            { description: `${name.zh} · ${name.en}`, enum: RULE_SEVERITIES, default: severity },
          ]),
        ),
      },
      edition: {
        description: '报告应使用的版别，auto 按年份 The edition that reports should be on; auto goes by the year',
        enum: ['auto', ...EDITIONS.map(({ id }) => id)],
      },
      acceptedHeadings: {
        description: '按部分序号列出本地认可的标题写法 Further accepted wordings of headings, by section',
        type: 'object',
        additionalProperties: false,
        patternProperties: { '^[1-6]$': { type: 'array', items: { type: 'string', pattern: NOT_BLANK } } },
      },
      deadlines: {
        description:
          '本地的公布期限，月-日；不写的按条例 Local days by which reports have to be published, MM-DD; else those of the regulations',
        type: 'object',
        additionalProperties: false,
        properties: {
          body: { description: '部门，条例为 01-31 A body; 01-31 by the regulations', type: 'string', pattern: DAY },
          government: {
            description: '人民政府，条例为 03-31 A government; 03-31 by the regulations',
            type: 'string',
            pattern: DAY,
          },
        },
      },
      bodies: {
        description:
          '应报送的机关：名称，或名单文件（每行一个，或 Excel 的一列） The bodies that should report: names, or a file that lists them, one a line or in a column of a workbook',
        anyOf: [
          { type: 'array', items: { type: 'string', pattern: NOT_BLANK } },
          { type: 'string', pattern: NOT_BLANK },
        ],
      },
      ignores: {
        description: '不适用的提示，没有写的字段不限 Findings that do not apply; what is left out matches everything',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'reason'],
          properties: {
            rule: { description: '规则 Rule', enum: ids },
            body: { description: '机关 Body', type: 'string', pattern: NOT_BLANK },
            year: { description: '年份 Year', type: 'integer' },
            row: { description: '行 Row', enum: ROW_IDS },
            column: { description: '列 Column', enum: COLUMN_IDS },
            states: {
              description:
                '核实时所述的内容和数值，有一处变了就重新提示 What the finding stated; as soon as a value is another, it is shown again',
              type: 'array',
              items: { type: 'string', pattern: NOT_BLANK },
            },
            reason: { description: '理由 Why it does not apply', type: 'string', pattern: NOT_BLANK },
            by: { description: '谁认定的 Who says so', type: 'string', pattern: NOT_BLANK },
            date: {
              description: '认定的日期 When it was said',
              type: 'string',
              pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
            },
            kind: {
              description: '不适用，或数字已核实无误 It does not apply, or the values were confirmed',
              enum: IGNORE_KINDS,
            },
          },
        },
      },
    },
  };
}

const DAY =
  '^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))$';

const NOT_BLANK = '\\S';
