import { describe, expect, it } from 'vitest';
import { fileNameFor, variantsOf } from '../../client/src/common/file-name';

describe("a new report's file name", () => {
  it.each([
    ['青禾县水务局2024年政府信息公开工作年度报告\n\n本报告…', '青禾县水务局2024年政府信息公开工作年度报告.txt'],
    ['〔填写机关名称〕2024年政府信息公开工作年度报告\n', '2024年政府信息公开工作年度报告.txt'],
    ['甲/乙:局*2024年年报', '甲乙局2024年年报.txt'],
  ])('is the title of %j', (text, name) => expect(fileNameFor(text)).toBe(name));

  it('gets a number where it is taken', () => {
    const variants = variantsOf('年报.txt');
    expect([variants.next().value, variants.next().value, variants.next().value]).toEqual([
      '年报.txt',
      '年报 2.txt',
      '年报 3.txt',
    ]);
  });
});
