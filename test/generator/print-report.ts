import { editionById, TABLE_IDS, type TableId } from '../../server/src/core/index';
import { headingOf } from '../../server/src/core/writing/template';
import type { Choices } from './choices';
import { fits, NOISES, type Noise } from './noise';
import { paperTable } from './printed-table';
import { opening, other, overview, problems } from './prose';
import { plainStyle, type Layout, type Style } from './style';
import type { ValidReport } from './valid-report';

/** Prints a report in a layout under the noises given; those that the layout cannot show are left out. */
export function printReport(report: ValidReport, layout: Layout, noises: readonly Noise[], choices: Choices): string {
  const shown = noises.filter((noise) => fits(noise, layout.id));
  const style = shown.reduce<Style>((all, noise) => ({ ...all, ...noise.style }), plainStyle(choices));
  const relabel = (text: string): string =>
    shown.reduce((word, { label }) => (label === undefined ? word : label(word, choices)), text);
  const table = (id: TableId): string =>
    layout.print(
      paperTable(report, id).map(({ cells }) => ({
        cells: cells.map((cell) => (cell.kind === 'value' ? cell : { ...cell, text: relabel(cell.text) })),
      })),
      style,
    );
  const contents = [overview(choices), ...TABLE_IDS.map(table), problems(choices), other(report, choices)];
  const sections = editionById(report.edition).sections.map((section, i) => `${headingOf(section)}\n\n${contents[i]!}`);
  const text = `${opening(report, choices)}${sections.join('\n')}`;
  return shown.reduce((printed, noise) => noise.text?.(printed, choices) ?? printed, text);
}

/** Noises whose order matters stand in `NOISES` in the order in which they are applied. */
export const noisesById = (...ids: readonly string[]): readonly Noise[] => NOISES.filter(({ id }) => ids.includes(id));
