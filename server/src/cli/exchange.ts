import type * as Exchange from '../exchange/index';

/** What reads and writes other programs' files: a bundle of its own, loaded when it is first needed. */
export const loadExchange = (): Promise<typeof Exchange> => import('../exchange/index');
