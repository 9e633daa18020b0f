/** Text without what no file of XML or HTML can hold: control characters and halves of characters. */
export const xmlText = (text: string): string =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');

/** Likewise for cells of Excel, which takes `_x0041_` for the character of that number. */
export const cellText = (text: string): string => xmlText(text).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');

/** What a cell of Excel holds, in UTF-16 units; a file with more is taken for damaged. */
export const LONGEST_CELL = 32_767;
