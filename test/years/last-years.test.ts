import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LastYears, readDocument } from '../../server/src/core/index';

const report = readFileSync('test/editor/fixtures/青禾县水务局2023年政府信息公开工作年度报告.txt', 'utf8');
const other = report.replaceAll('水务局', '农业局');
const volume = [other, report.replaceAll('2023', '2022'), report].join('\n');

describe('last year’s report out of the same volume', () => {
  it('is the same after a letter was typed in another report', () => {
    const lastYears = new LastYears();
    const before = readDocument(volume);
    const known = lastYears.of('volume', before, before.segments[2]!);
    expect(known?.summary.year).toBe(2022);
    const after = readDocument(volume.replace('农业局', '农业畜牧局'), { known: [before] });
    expect(lastYears.of('volume', after, after.segments[2]!)?.summary).toBe(known?.summary);
  });

  it('is told anew where it stands on other lines', () => {
    const lastYears = new LastYears();
    const before = readDocument(volume);
    const [cell] = lastYears.of('volume', before, before.segments[2]!)!.summary.cells.values();
    const after = readDocument(`\n${volume}`, { known: [before] });
    const [moved] = lastYears.of('volume', after, after.segments[2]!)!.summary.cells.values();
    expect(moved!.start.line).toBe(cell!.start.line + 1);
  });

  it('is looked for anew when another file was read', () => {
    const lastYears = new LastYears();
    const document = readDocument(report);
    expect(lastYears.of('this', document, document.segments[0]!)).toBeUndefined();
    lastYears.index.set('last', lastYears.summariesOf(readDocument(report.replaceAll('2023', '2022'))));
    expect(lastYears.of('this', document, document.segments[0]!)?.file).toBe('last');
    lastYears.index.delete('last');
    expect(lastYears.of('this', document, document.segments[0]!)).toBeUndefined();
  });
});
