import { describe, expect, it } from 'vitest';
import {
  beginsAsReport,
  EDITIONS,
  isReportText,
  RECOGNITION_LENGTH,
  reportTemplate,
} from '../../server/src/core/index';
import { layoutById } from '../generator/layouts/index';
import { seeded } from '../generator/choices';
import { LAYOUTS } from '../generator/layouts/index';
import { noisesById, printReport } from '../generator/print-report';
import { validReport } from '../generator/valid-report';

describe('a text is taken for a report', () => {
  it.each(LAYOUTS.map(({ id, name }) => [id, name]))('in layout %s, %s', (id) => {
    for (let seed = 1; seed <= 10; seed++) {
      const choices = seeded(seed);
      expect(isReportText(printReport(validReport(choices), layoutById(id), [], choices))).toBe(true);
    }
  });

  it.each(['crlf', 'cr', 'bom', 'P', 'Q', 'O-marks', 'O-digits', 'O-spaced', 'headings'])(
    'under noise: %s',
    (noise) => {
      for (let seed = 1; seed <= 10; seed++) {
        const choices = seeded(seed);
        expect(isReportText(printReport(validReport(choices), layoutById('B'), noisesById(noise), choices))).toBe(true);
      }
    },
  );

  it('when it is still a template', () => {
    for (const edition of EDITIONS) expect(isReportText(reportTemplate(edition, 'tsv'))).toBe(true);
  });
});

describe('a text is not taken for a report', () => {
  it.each([
    ['empty', ''],
    ['a news item about reports', '青禾市发布2023年政府信息公开工作年度报告\n全市各部门的报告均可在网站查阅。\n'],
    ['a notice that cites the regulation', '依照条例第二十条第（一）项，各单位应当主动公开规章和规范性文件。\n'],
    ['a list of reports', '青禾市水务局2023年政府信息公开工作年度报告\n临溪县司法局2023年政府信息公开工作年度报告\n'],
    [
      'another annual report',
      '青禾公司2023年年度报告\n\n一、总体情况\n营业收入增长。\n二、主动公开政府信息情况\n不适用。\n',
    ],
  ])('that is %s', (_, text) => {
    expect(isReportText(text)).toBe(false);
  });

  it('whose signs stand beyond what is looked at', () => {
    const report = reportTemplate(EDITIONS[0]!, 'tsv');
    expect(isReportText(`${'。'.repeat(RECOGNITION_LENGTH)}\n${report}`)).toBe(false);
  });
});

describe('an unnamed text is taken for a report that is being written', () => {
  it.each([
    '青禾县水务局2024年政府信息公开工作年度报告\n',
    '  临溪镇政府信息公开年报\r\n无\r\n',
    '临溪镇政府信息公开工作年度报告（2024年）\n',
  ])('from its title on: %j', (text) => {
    expect(beginsAsReport(text)).toBe(true);
  });

  it.each([
    ['its title is not complete', '青禾县水务局2024年政府信息公开工作年度报告'],
    ['it says something else first', '各科室：\n青禾县水务局2024年政府信息公开工作年度报告\n'],
    ['it is a notice about reports', '关于报送政府信息公开工作年度报告的通知\n'],
  ])('but not where %s', (_, text) => {
    expect(beginsAsReport(text)).toBe(false);
  });
});
