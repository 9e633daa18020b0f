import type { Position } from '../text/lines';

/** A place in another file, by the name under which that file was indexed. */
export interface Elsewhere {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}
