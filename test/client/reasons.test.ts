import { describe, expect, it } from 'vitest';
import { offered, remembered } from '../../client/src/common/commands/reasons';

describe('reasons for an ignore', () => {
  it('are offered each once: what is typed, the last ones, the usual ones', () => {
    expect(offered(' 见批复 ', ['已核对', '惯例'], ['已核对', '不适用'])).toEqual([
      '见批复',
      '已核对',
      '惯例',
      '不适用',
    ]);
    expect(offered('', ['已核对'], [])).toEqual(['已核对']);
  });

  it('are remembered, the newest first, and not for ever', () => {
    expect(remembered('惯例', ['已核对', '惯例'])).toEqual(['惯例', '已核对']);
    expect(remembered('己', ['甲', '乙', '丙', '丁', '戊'])).toEqual(['己', '甲', '乙', '丙', '丁']);
  });
});
