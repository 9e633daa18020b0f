import { isEmpty } from '../model/sections';
import type { Context } from '../context/context';
import { caretAt, isAtNumber, isOnLine } from './caret';
import { figuresAt } from './figures';
import type { Neighbour } from './names';
import { openingAt, titlesAt } from './opening';
import { phrasesAt } from './phrases';
import type { Proposal } from './proposal';
import { sectionsAt } from './sections';
import { labelsAt, rowsAt, tableAt } from './tables';
import { templatesAt } from './templates';

/**
 * What may be written at a place, the likeliest first; nothing where nothing is known. `neighbours`: reports of the
 * same folder, asked for where a title is written.
 */
export function complete(
  context: Context,
  offset: number,
  neighbours: () => readonly Neighbour[],
): readonly Proposal[] {
  const { report } = context;
  const caret = caretAt(report, offset);
  const isHeading = report.sections.some(({ heading, wording }) => wording !== 'altered' && isOnLine(caret, heading));
  if (isHeading || isAtNumber(caret)) return [];
  const place = tableAt(report, caret);
  const section = report.sections.findLast(({ heading }) => heading.end < caret.line.start);
  const form =
    place?.table.form ??
    (section?.form.table === undefined ? undefined : (context.expected ?? report.edition).tables[section.form.table]);
  const inTable = [
    ...(place === undefined ? [] : rowsAt(context, caret, place.table)),
    ...(form === undefined ? [] : labelsAt(context, caret, form, place?.table, place?.inside ?? false)),
  ];
  if (place?.inside === true) return inTable;
  const sections = sectionsAt(context, caret);
  const phrases = phrasesAt(context, caret);
  // A section that is still empty is filled before the next one is begun.
  const next =
    section !== undefined && isEmpty(report, section) ? [...phrases, ...sections] : [...sections, ...phrases];
  return [
    ...inTable,
    ...titlesAt(context, caret, neighbours),
    ...openingAt(context, caret),
    ...next,
    ...figuresAt(context, caret),
    ...templatesAt(context, caret),
  ];
}
