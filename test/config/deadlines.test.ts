import { describe, expect, it } from 'vitest';
import {
  contextOf,
  deadlineOf,
  DEFAULT_SETTINGS,
  hover,
  parseConfig,
  say,
  type Deadlines,
} from '../../server/src/core/index';
import { readOne } from '../support/findings';
import { buildReport } from '../support/report-builder';

const day = (body: string, year: number, own?: Deadlines): string | undefined => {
  const deadline = deadlineOf({ body, year }, own);
  return deadline && `${deadline.year}-${deadline.month}-${deadline.day} ${deadline.basis.zh}`;
};

describe('the day by which a report has to be published', () => {
  it('is the last of January of the next year for a department', () => {
    expect(day('青禾县水务局', 2020)).toMatch(/^2021-1-31 条例第四十九条/);
    expect(day('青禾县人民政府办公室', 2023)).toMatch(/^2024-1-31 /);
  });

  it('is the last of March for a government, whatever stands in brackets behind its name', () => {
    expect(day('青禾县人民政府', 2023)).toMatch(/^2024-3-31 条例第四十九条/);
    expect(day('青禾县人民政府（汇总）', 2023)).toMatch(/^2024-3-31 /);
  });

  it('is the folder’s own day where it has one', () => {
    const own = { body: '01-20', government: '02-20' };
    expect(day('青禾县水务局', 2023, own)).toBe('2024-1-20 nianbao.config.json 中的期限');
    expect(day('青禾县人民政府', 2023, own)).toBe('2024-2-20 nianbao.config.json 中的期限');
    expect(day('青禾县人民政府', 2023, { body: '01-20' })).toMatch(/^2024-3-31 条例/);
  });

  it('is not known for what the article does not name, nor before it was in force', () => {
    expect(day('北苑镇人民政府', 2023)).toBeUndefined();
    expect(day('青禾街道办事处', 2023)).toBeUndefined();
    expect(day('北苑镇人民政府', 2023, { body: '01-20' })).toMatch(/^2024-1-20 /);
    expect(day('青禾县', 2023)).toBeUndefined();
    expect(day('青禾县水务局', 2018)).toBeUndefined();
  });
});

describe('deadlines in the configuration', () => {
  it('are days of a month for bodies and governments', () => {
    expect(parseConfig('{ "deadlines": { "body": "01-20", "government": "02-28" } }')).toEqual({
      config: { deadlines: { body: '01-20', government: '02-28' } },
      problems: [],
    });
  });

  it.each([
    ['"body": "02-30"', '"02-30"'],
    ['"body": "13-01"', '"13-01"'],
    ['"body": "1-31"', '"1-31"'],
    ['"body": "2024-01-31"', '"2024-01-31"'],
    ['"body": 131', '131'],
    ['"body": null', 'null'],
    ['"town": "01-31"', '"town"'],
  ])('that are none are told at their place and left out: %s', (entry, place) => {
    const text = `{ "deadlines": { ${entry}, "government": "03-20" } }`;
    const { config, problems } = parseConfig(text);
    expect(config).toEqual({ deadlines: { government: '03-20' } });
    expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual([place]);
    expect(say(problems[0]!.message, 'en')).toMatch(/MM-DD|there is no/);
  });

  it.each(['[]', '"01-31"', '7'])('that are no object are told: %s', (value) => {
    const { config, problems } = parseConfig(`{ "deadlines": ${value} }`);
    expect(config).toEqual({ deadlines: {} });
    expect(problems).toHaveLength(1);
  });
});

describe('the title', () => {
  const hoverAt = (text: string, at: string, own?: Deadlines) => {
    const report = readOne(text);
    return hover(contextOf(report, DEFAULT_SETTINGS), text.indexOf(at), own);
  };
  const TEXT = buildReport({ edition: '2021', year: 2023 });

  it('says by when the report has to be published, and where that is written', () => {
    const { span, paragraphs } = hoverAt(TEXT, '2023年')!;
    expect(TEXT.slice(span.start, span.end)).toBe('青禾县水务局2023年政府信息公开工作年度报告');
    expect(paragraphs.map(({ zh }) => zh)).toEqual([
      '**青禾县水务局 · 2023年度**',
      '应于2024年1月31日前公布',
      '依据：条例第四十九条：县级以上人民政府部门应在1月31日前公布',
    ]);
    expect(paragraphs[1]!.en).toBe('To be published by 2024-01-31');
    expect(hoverAt(TEXT, '2023年', { body: '01-20' })!.paragraphs[1]!.zh).toBe('应于2024年1月20日前公布');
  });

  it('says nothing where body or year are missing', () => {
    expect(hoverAt(TEXT.replace('2023年', ''), '政府信息')).toBeUndefined();
    expect(hoverAt(TEXT.replace('青禾县水务局', ''), '2023年')).toBeUndefined();
  });
});
