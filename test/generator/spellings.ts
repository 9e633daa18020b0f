/**
 * Other characters for the same words, as PDF readers and other keyboards give them. Written apart from the product's
 * own tables, to test those.
 */

const KANGXI = new Map<string, string>();
for (let code = 0x2f00; code <= 0x2fd5; code++) {
  const radical = String.fromCharCode(code);
  KANGXI.set(radical.normalize('NFKC'), radical);
}
/** Radicals of the supplement block that PDF readers give for the form's words; they have no compatibility mapping. */
for (const [plain, radical] of ['民⺠', '门⻔', '长⻓', '见⻅', '页⻚', '车⻋', '西⻄', '母⺟'].map(
  (pair) => [...pair] as [string, string],
))
  KANGXI.set(plain, radical);

export const withRadicals = (text: string): string => [...text].map((unit) => KANGXI.get(unit) ?? unit).join('');

const TRADITIONAL = new Map(
  [
    ...'条條规規项項总總计計开開报報诉訴讼訟请請数數结結转轉办辦区區处處这這属屬国國稳穩护護权權类類内內务務过過执執询詢无無机機关關没沒现現',
    ...'制製补補后後访訪举舉复復确確认認获獲当當费費缴繳纳納废廢许許对對罚罰强強业業单單万萬采採购購额額减減议議维維纠糾审審经經织織构構会會况況',
    ...'动動问問题題进進统統发發',
  ].reduce<[string, string][]>((pairs, unit, i, all) => (i % 2 === 0 ? [...pairs, [unit, all[i + 1]!]] : pairs), []),
);

export const inTraditional = (text: string): string => [...text].map((unit) => TRADITIONAL.get(unit) ?? unit).join('');

export const withWideDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

export const withNarrowMarks = (text: string): string =>
  text.replace(/[（），：；]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).replace(/[“”]/g, '"');
