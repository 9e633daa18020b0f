export const CHINESE_DIGITS = '〇一二三四五六七八九';

/** The Chinese numeral of 1 to 99, as headings are numbered. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  return (tens > 1 ? CHINESE_DIGITS[tens]! : '') + (tens > 0 ? '十' : '') + (units > 0 ? CHINESE_DIGITS[units]! : '');
}

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The value of a folded numeral in Chinese or Arabic digits: 十二, 三百零五, 两千, 二〇二〇, 1.2万 is not one.
 * `undefined` where the text is not wholly a numeral.
 */
export function numeralValue(folded: string): number | undefined {
  if (folded === '') return undefined;
  if (/^\d{1,15}$/.test(folded)) return Number(folded);
  const text = folded.replace(/零/g, '〇').replace(/[两兩]/g, '二');
  if (!/^[〇一二三四五六七八九十百千万]+$/.test(text)) return undefined;
  if (!/[十百千万]/.test(text)) return Number([...text].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(''));
  const [above, below, ...more] = text.split('万');
  if (more.length > 0) return undefined;
  if (below === undefined) return belowTenThousand(above!);
  const high = belowTenThousand(above!);
  const low = below === '' ? 0 : belowTenThousand(below);
  return high === undefined || low === undefined ? undefined : high * 10_000 + low;
}

function belowTenThousand(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const unit of text) {
    if (unit === '〇') continue;
    const factor = UNITS[unit];
    if (factor === undefined) {
      if (digit !== undefined) return undefined;
      digit = CHINESE_DIGITS.indexOf(unit);
    } else {
      total += (digit ?? 1) * factor;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}
