/**
 * Says an English text in the user's language. Handed over as an argument, so that pure functions need no editor to run
 * in.
 */
export type Translate = (message: string, ...args: (string | number)[]) => string;
