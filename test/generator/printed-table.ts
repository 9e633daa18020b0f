import { editionById, type TableId } from '../../server/src/core/index';
import { gridOf } from '../../server/src/core/formats/grid';
import { cellKey, type ValidReport } from './valid-report';

/** A cell of a table on paper. */
export interface PaperCell {
  readonly kind: 'header' | 'group' | 'label' | 'value';
  readonly text: string;
  /** Columns of the grid that the cell covers. */
  readonly span: number;
}

/** A printed line of a table; all lines of a table cover the same number of grid columns. */
export interface PaperLine {
  readonly cells: readonly PaperCell[];
}

/** A table of a report as it stands on paper, before any layout turns it into text. */
export function paperTable(report: ValidReport, id: TableId): readonly PaperLine[] {
  const form = editionById(report.edition).tables[id];
  return gridOf(form).map((line) => {
    const firstValue = line.findIndex((cell) => cell.value !== undefined);
    return {
      cells: line.map((cell, i): PaperCell => {
        if (cell.value !== undefined)
          return {
            kind: 'value',
            text: report.cells.get(cellKey(id, cell.value.row, cell.value.column))!.printed,
            span: cell.span,
          };
        const kind = firstValue < 0 ? 'header' : i === firstValue - 1 ? 'label' : 'group';
        return { kind, text: cell.text, span: cell.span };
      }),
    };
  });
}

export const hasValues = ({ cells }: PaperLine): boolean => cells.some(({ kind }) => kind === 'value');

export const valuesOf = ({ cells }: PaperLine): readonly string[] =>
  cells.filter(({ kind }) => kind === 'value').map(({ text }) => text);

/** The words of a line: its headers, groups and label, empty ones left out. */
export const wordsOf = ({ cells }: PaperLine): readonly string[] =>
  cells.filter(({ kind, text }) => kind !== 'value' && text !== '').map(({ text }) => text);

export const widthOf = ({ cells }: PaperLine): number => cells.reduce((sum, { span }) => sum + span, 0);
