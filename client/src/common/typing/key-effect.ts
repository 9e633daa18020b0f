import { cellFrom, type CellMove } from '../../../../server/src/core/features/cells';
import { rowsOnLine } from '../../../../server/src/core/model/report';
import { type Document, readDocument, segmentAt } from '../../../../server/src/core/reading/document';
import { lineEndOf, Lines } from '../../../../server/src/core/text/lines';
import { span } from '../../../../server/src/core/text/span';
import { applied, selected, type State, typed } from './state';

export type Key = CellMove;

/** Readings of texts that differ by little, the last ones kept: each costs the report that was changed. */
export class Reader {
  private known: readonly Document[] = [];

  read(text: string): Document {
    const reading = readDocument(text, { known: this.known });
    if (reading !== this.known[0])
      this.known = [reading, ...this.known.filter((other) => other !== reading).slice(0, KEPT - 1)];
    return reading;
  }

  /** Whether a row of a table stands on the line of an offset. */
  isInTable({ text, active }: State): boolean {
    const line = Lines.of(text).lineAt(active);
    const segment = segmentAt(this.read(text), line);
    return segment !== undefined && rowsOnLine(segment.report, line - segment.firstLine).length > 0;
  }

  /**
   * What Tab, Shift+Tab or Enter make of a text and what is selected in it: a value of a table is selected, where need
   * be one that is added first, or outside the tables the key does what it does in any text.
   */
  press(state: State, key: Key): State {
    const { text, active } = state;
    const segment = segmentAt(this.read(text), Lines.of(text).lineAt(active));
    if (segment === undefined) return plain(state, key);
    const inside = (offset: number): number =>
      Math.min(Math.max(offset - segment.start, 0), segment.report.text.length);
    const { start, end } = selected(state);
    const lineEnd = lineEndOf(text);
    const target = cellFrom(segment.report, inside(active), key, lineEnd, span(inside(start), inside(end)));
    if (target === undefined) return plain(state, key);
    const edits = target.edit === undefined ? [] : [target.edit];
    return {
      text: applied(
        text,
        edits.map((edit) => ({
          start: segment.start + edit.span.start,
          end: segment.start + edit.span.end,
          text: edit.newText,
        })),
      ),
      anchor: segment.start + target.span.start,
      active: segment.start + target.span.end,
    };
  }
}

/** The last two differ by what is typed in the wrong place and moved to the right one. */
const KEPT = 4;

/** Outside the tables. Shift+Tab is left to the editor. */
function plain(state: State, key: Key): State {
  if (key === 'previous') return state;
  if (key === 'next') return typed(state, '\t');
  const { start } = selected(state);
  const line = state.text.slice(state.text.lastIndexOf('\n', start - 1) + 1, start);
  return typed(state, lineEndOf(state.text) + /^[\t ]*/.exec(line)![0]);
}
