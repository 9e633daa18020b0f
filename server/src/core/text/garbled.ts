/** The encodings that reports come in. */
export type MeantEncoding = 'gb18030' | 'utf8';

/**
 * Whether a text was decoded wrongly, as when a GB18030 file is opened as UTF-8: replacement characters throughout.
 * Nothing in such a text can be judged.
 */
export const isGarbled = (text: string): boolean => encodingMeant(text) !== undefined;

/** The encoding in which a text should have been read; `undefined` where nothing speaks against the one it was. */
export function encodingMeant(text: string): MeantEncoding | undefined {
  const head = text.slice(0, LOOKED_AT);
  if (isMass(head, REPLACEMENT) || isMass(head, WESTERN)) return 'gb18030';
  return UTF8_AS_GBK.test(head) ? 'utf8' : undefined;
}

function isMass(head: string, units: RegExp): boolean {
  const count = head.match(units)?.length ?? 0;
  return count >= LEAST && count > head.length / 20;
}

const REPLACEMENT = /\uFFFD/g;
/** GB18030 read as a western encoding: ÕþÎñ. */
const WESTERN = /[\u00A1-\u00FF]/g;
/** 政府信息 and 信息公开 in UTF-8, read as GB18030. */
const UTF8_AS_GBK = /鏀垮簻淇℃伅|淇℃伅鍏紑/;
const LOOKED_AT = 20_000;
const LEAST = 8;
