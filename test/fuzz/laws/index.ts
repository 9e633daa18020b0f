import { FEATURES } from './features';
import { KEYS } from './keys';
import type { Law } from './law';
import { NUMBERS } from './numbers';
import { READING } from './reading';
import { REPAIRS } from './repairs';
import { REVIEWING } from './reviewing';
import { SHOWING } from './showing';
import { TABLES } from './tables';
import { WRITING } from './writing';

/** All that is held against texts. */
export const LAWS: readonly Law[] = [
  ...NUMBERS,
  ...READING,
  ...REPAIRS,
  ...TABLES,
  ...FEATURES,
  ...WRITING,
  ...KEYS,
  ...SHOWING,
  ...REVIEWING,
];
