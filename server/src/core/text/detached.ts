/** The same text on its own: a part of a longer text keeps the whole of that in memory. */
export const detached = (text: string): string => Array.from({ length: text.length }, (_, i) => text[i]).join('');
