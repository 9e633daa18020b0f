import { names, judge, summaries } from './judge';
import { parts } from './parts';
import { shingled } from './shingled';

/** All work on a file that a crew can do, wherever its members are. */
export const WORKS = { names, summaries, judge, parts, shingled };
