import { editionById, reportTemplate, TEMPLATE_LAYOUTS } from '../../server/src/core/index';
import { once, pick, seeded, some, type Choices } from '../generator/choices';
import { layoutById, LAYOUTS } from '../generator/layouts/index';
import { LOOKS } from '../generator/noise';
import { noisesById, printReport } from '../generator/print-report';
import { validReport } from '../generator/valid-report';
import type { Slip } from './slip';
import type { Law } from './laws/law';
import { LIGHT_KINDS, SLIP_KINDS } from './slips';

/** How a report is made: as data, so that a smaller report of the same kind can be made when a law fails. */
interface Print {
  readonly seed: number;
  /** How many choices are free; those behind them are the plainest. */
  readonly free: number;
  /** A layout of the generator, or `template` for a report that is yet to be filled in. */
  readonly layout: string;
  readonly noises: readonly string[];
}

/** How a text is made: reports one after the other, then slips in their order. */
export interface Recipe {
  readonly prints: readonly Print[];
  readonly slips: readonly Slip[];
}

/** What laws are held against. */
export interface Input {
  readonly text: string;
  /** The text before anything went wrong. */
  readonly origin: string;
}

export const randomSeed = (choices: Choices): number => choices.below(2 ** 32);

export function printsFrom(choices: Choices): readonly Print[] {
  const count = once(choices, 12) ? 2 + choices.below(2) : 1;
  return Array.from({ length: count }, () => printFrom(choices));
}

function printFrom(choices: Choices): Print {
  const { id } = pick(choices, LAYOUTS);
  const noises = once(choices, 3) ? some(choices, LOOKS, 4).map((noise) => noise.id) : [];
  return { seed: randomSeed(choices), free: 1000, layout: once(choices, 20) ? TEMPLATE : id, noises };
}

const TEMPLATE = 'template';

/** Mostly one or two slips, seldom many: what goes wrong seldom goes wrong alone, and what breaks should be small. */
export function slipsFrom(choices: Choices, which: Law['slips']): readonly Slip[] {
  const count = pick(choices, which === 'light' ? [1] : which === 'few' ? [1, 2] : [1, 1, 1, 2, 2, 3, 4, 6, 10]);
  const kinds = which === 'light' ? LIGHT_KINDS : SLIP_KINDS;
  return Array.from({ length: count }, () => ({ kind: pick(choices, kinds), seed: randomSeed(choices) }));
}

export const printed = (prints: readonly Print[]): string => prints.map(printOne).join('\n');

function printOne({ seed, free, layout, noises }: Print): string {
  const choices = seeded(seed, free);
  const report = validReport(choices);
  if (layout !== TEMPLATE) return printReport(report, layoutById(layout), noisesById(...noises), choices);
  const values = choices.below(2) === 0 ? {} : report;
  return reportTemplate(editionById(report.edition), pick(choices, TEMPLATE_LAYOUTS), values);
}

export const slipped = (text: string, slips: readonly Slip[]): string =>
  slips.reduce((changed, { kind, seed }) => kind.apply(changed, seeded(seed)), text);

export function made({ prints, slips }: Recipe): Input {
  const origin = printed(prints);
  return { origin, text: slipped(origin, slips) };
}

/** In a few words, for whoever looks into a failure. */
export const told = ({ prints, slips }: Recipe): string =>
  [...prints.map(({ layout, noises }) => [layout, ...noises].join('+')), ...slips.map(({ kind }) => kind.id)].join(
    ', ',
  );

/** Recipes that leave something out, those first that leave out most. */
export function* plainer(recipe: Recipe): Iterable<Recipe> {
  const { prints, slips } = recipe;
  for (let i = 0; i < slips.length; i++) yield { prints, slips: slips.toSpliced(i, 1) };
  if (prints.length > 1) for (let i = 0; i < prints.length; i++) yield { prints: prints.toSpliced(i, 1), slips };
  for (const [i, print] of prints.entries()) {
    const instead = (other: Print): Recipe => ({ prints: prints.toSpliced(i, 1, other), slips });
    if (print.noises.length > 0) yield instead({ ...print, noises: [] });
    for (let at = 0; at < print.noises.length; at++) yield instead({ ...print, noises: print.noises.toSpliced(at, 1) });
    if (print.free > 0) yield instead({ ...print, free: 0 });
    if (print.free > 2) yield instead({ ...print, free: print.free >> 1 });
  }
}
