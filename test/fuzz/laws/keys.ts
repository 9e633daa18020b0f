import { Reader } from '../../../client/src/common/typing/key-effect';
import { readDocument } from '../../../server/src/core/index';
import { pick } from '../../generator/choices';
import { must, type Law } from './law';
import { changedValues, reportsIn, valuesOf } from './seen';

export const KEYS: readonly Law[] = [
  {
    id: 'keys',
    says: 'Tab, Shift+Tab and Enter on a value that is selected take none away, and lead to a place of the text',
    of: 'any',
    slips: 'few',
    holds: ({ text }, choices) => {
      const values = readDocument(text).segments.flatMap(({ start, report }) =>
        report.tables.flatMap(({ rows }) =>
          rows.flatMap(({ cells }) => cells.map(({ span }) => [start + span.start, start + span.end] as const)),
        ),
      );
      if (values.length === 0) return;
      const reader = new Reader();
      const [anchor, active] = pick(choices, values);
      let state = { text, anchor, active };
      const before = valuesOf(reportsIn(text));
      for (let i = 0; i < 3; i++) {
        state = reader.press(state, pick(choices, ['next', 'previous', 'line'] as const));
        const { length } = state.text;
        const isThere = [state.anchor, state.active].every((offset) => offset >= 0 && offset <= length);
        must(isThere, 'a key leads out of the text', () => `${state.anchor}–${state.active} of ${length}`);
        const changed = changedValues(before, valuesOf(reportsIn(state.text))).filter(
          (one) => !one.endsWith('nothing'),
        );
        must(changed.length === 0, 'a key changes values', () => changed[0]!);
      }
    },
  },
];
