import { describe, expect, it } from 'vitest';
import { fold, foldUnit, isSpace } from '../../server/src/core/text/fold';

describe('folding', () => {
  it.each([
    ['full-width forms', '（１）ＡＢ，；：', '(1)AB,;:'],
    ['white space of every kind', ' 自\u3000然\u00a0人\t\u200b\ufeff\f', '自然人'],
    ['quotation marks', '危及“三安全一稳定”「」\'"', '危及三安全一稳定'],
    ['brackets', '〔2021〕【】［］[]', '(2021)()()()'],
    ['dashes', '—–－─−', '-----'],
    ['enumeration marks', '1、2．3·', '1.2.3.'],
    ['Kangxi radicals', '⼀⼆⼈⼯⼾⽅⾏', '一二人工户方行'],
    ['CJK radicals', '⺠⻔⻓⻅', '民门长见'],
    ['compatibility ideographs', '\uf900', '豈'],
    ['Traditional characters', '申請數量總計規範開複議訴訟', '申请数量总计规范开复议诉讼'],
    ['circles for zero', '二○二〇', '二〇二〇'],
  ])('makes spellings equal: %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves a text alone that is plain already', () => {
    expect(fold('本年度办理结果(1)12.5-')).toBe('本年度办理结果(1)12.5-');
  });

  it('gives the same when it is done twice', () => {
    for (let code = 0; code < 0x10000; code++) {
      const once = fold(String.fromCharCode(code));
      expect(fold(once)).toBe(once);
    }
  });

  it('makes of each UTF-16 unit one or none, so that offsets can be carried through', () => {
    for (let code = 0; code < 0x10000; code++) {
      const unit = foldUnit(code);
      expect(fold(String.fromCharCode(code))).toBe(unit === 0 ? '' : String.fromCharCode(unit));
    }
  });

  it('keeps characters outside the Basic Multilingual Plane', () => {
    expect(fold('𠅤江')).toBe('𠅤江');
  });

  it('takes for white space what it drops as such', () => {
    for (const unit of [' ', '\t', '\n', '\r', '\f', '\u3000', '\u00a0', '\ufeff', '\u200b', '\u2028']) {
      expect(isSpace(unit.charCodeAt(0))).toBe(true);
      expect(fold(unit)).toBe('');
    }
    for (const unit of ['“', '一', '0', '-']) expect(isSpace(unit.charCodeAt(0))).toBe(false);
  });
});
