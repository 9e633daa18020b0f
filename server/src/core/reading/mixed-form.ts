import type { BlockForm, TableForm } from '../formats/types';
import { fold } from '../text/fold';
import type { Sighting } from './sightings';
import { Kind, type Tokens } from './tokens';

/**
 * The form that a table is read by: the one that most of it is filled in on, but for blocks of which the header says
 * otherwise. Who copies an older report puts new headers above some blocks and leaves the others. A mixed table need
 * not have a block that is not printed and that not every form has.
 */
export function formAsPrinted(tokens: Tokens, sighting: Sighting, form: TableForm): TableForm {
  const { evidence, lookup } = sighting;
  if (evidence === undefined || evidence.words.every(({ forms }) => forms.includes(form))) return form;
  const others = lookup.forms.filter((other) => other !== form);
  const printed = form.blocks.map((block) => asPrinted(tokens, sighting, block, others));
  if (printed.every((block, i) => block === undefined || block === form.blocks[i])) return form;
  return mixed(
    form,
    printed.flatMap((block, i) => {
      const official = form.blocks[i]!;
      return block ?? (others.every((other) => other.blocks.some((one) => isSame(one, official))) ? official : []);
    }),
  );
}

/** The block as its header prints it; `undefined` where none of its rows is there. */
function asPrinted(
  tokens: Tokens,
  { anchors, from }: Sighting,
  block: BlockForm,
  others: readonly TableForm[],
): BlockForm | undefined {
  const first = anchors.findIndex((anchor) => hasRow(block, anchor.form.id));
  if (first < 0) return undefined;
  const above = anchors[first - 1];
  const words = wordsBetween(tokens, above === undefined ? from : above.at + above.length, anchors[first]!.at);
  return others
    .flatMap(({ blocks }) => blocks.filter((other) => isSame(other, block)))
    .reduce((best, other) => (columnsAmong(words, other) > columnsAmong(words, best) ? other : best), block);
}

const hasRow = ({ rows }: BlockForm, row: string): boolean => rows.some(({ id }) => id === row);

/** Whether two forms' blocks are the same part of the table. */
const isSame = (one: BlockForm, other: BlockForm): boolean => one.rows.some(({ id }) => hasRow(other, id));

/** How many columns of a block are among the words, in the block's own wording. */
const columnsAmong = (words: ReadonlySet<string>, { columns }: BlockForm): number =>
  columns.filter(({ label }) => words.has(fold(label))).length;

function wordsBetween(tokens: Tokens, from: number, to: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (let token = tokens.at(from); token < tokens.at(to); token++)
    if (tokens.kind(token) === Kind.Words) words.add(tokens.words(token));
  return words;
}

/** Mixed forms that were met, by the form that most of the table is on: there are few, and each is one object. */
const known = new WeakMap<TableForm, TableForm[]>();

function mixed(form: TableForm, blocks: readonly BlockForm[]): TableForm {
  const met = known.get(form) ?? [];
  known.set(form, met);
  const same = met.find(
    (other) => other.blocks.length === blocks.length && blocks.every((block) => other.blocks.includes(block)),
  );
  if (same !== undefined) return same;
  const made = { ...form, blocks };
  met.push(made);
  return made;
}
