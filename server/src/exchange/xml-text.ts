/** Text without what no XML file can hold: control characters and halves of characters. */
export const xmlText = (text: string): string =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
