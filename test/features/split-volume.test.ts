import { describe, expect, it } from 'vitest';
import { readDocument, splitVolume } from '../../server/src/core/index';
import { buildReport } from '../support/report-builder';

const report = (body: string, year: number): string => buildReport({ edition: '2021', year, body });
const names = (text: string, ...taken: readonly string[]): readonly string[] =>
  splitVolume(readDocument(text), taken).map(({ name }) => name);

const WATER = report('青禾县水务局', 2023);
const JUSTICE = report('临溪县司法局', 2023);

describe('a volume', () => {
  it('is split into files that are named after body and year', () => {
    const files = splitVolume(readDocument(`${WATER}\n${JUSTICE}`), []);
    expect(files).toEqual([
      { name: '青禾县水务局2023年政府信息公开工作年度报告.txt', text: `${WATER}\n` },
      { name: '临溪县司法局2023年政府信息公开工作年度报告.txt', text: JUSTICE },
    ]);
  });

  it('of one report is not split, nor what is no report', () => {
    expect(names(WATER)).toEqual([]);
    expect(names('会议通知\n请准时参加。\n')).toEqual([]);
    expect(names('')).toEqual([]);
  });

  it('keeps what stands above the first report and behind the last one', () => {
    const text = `各单位年度报告汇编\r\n\r\n${WATER}\n${JUSTICE}\n附：编制说明\n`;
    const files = splitVolume(readDocument(text), []);
    expect(files).toHaveLength(2);
    expect(files.map((file) => file.text).join('')).toBe(text);
    expect(files[0]!.text).toMatch(/^各单位/);
  });

  it('gives no name twice, and none that is there, whatever its case', () => {
    expect(names(`${WATER}\n${JUSTICE}\n${WATER}`)).toEqual([
      '青禾县水务局2023年政府信息公开工作年度报告.txt',
      '临溪县司法局2023年政府信息公开工作年度报告.txt',
      '青禾县水务局2023年政府信息公开工作年度报告 2.txt',
    ]);
    expect(
      names(
        `${WATER}\n${JUSTICE}`,
        '青禾县水务局2023年政府信息公开工作年度报告.TXT',
        '青禾县水务局2023年政府信息公开工作年度报告 2.txt',
      )[0],
    ).toBe('青禾县水务局2023年政府信息公开工作年度报告 3.txt');
  });

  it('names its files as every file system allows', () => {
    const [first] = names(`${report('青禾县/水务局\\*"<>|', 2023)}\n${JUSTICE}`);
    expect(first).toBe('青禾县水务局2023年政府信息公开工作年度报告.txt');
    const [long] = names(`${report(`青禾县${'水务'.repeat(40)}局`, 2023)}\n${JUSTICE}`);
    expect(long).toMatch(/^青禾县水务水务.*\.txt$/);
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(255);
  });

  it('names a report without a year after its body, and one without a title after the form', () => {
    const yearless = WATER.replace('2023年政府信息公开工作年度报告', '政府信息公开工作年度报告');
    const untitled = WATER.slice(WATER.indexOf('一、总体情况'));
    expect(names(`${yearless}\n${JUSTICE}`)[0]).toBe('青禾县水务局政府信息公开工作年度报告.txt');
    expect(names(`${untitled}\n${JUSTICE}`)[0]).toBe('政府信息公开工作年度报告.txt');
  });
});
