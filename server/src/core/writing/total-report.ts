import type { Totals } from '../collection/totals';
import { cellKey } from '../collection/summary';
import type { TableLayout } from '../formats/layouts';
import { isTemplateLayout } from '../formats/layouts';
import { readDocument } from '../reading/document';
import { format } from '../text/decimal';
import { applyEdits, type TextEdit } from '../text/span';
import { convertTables } from './convert-table';
import { reportTemplate, type TemplateValues } from './template';

/**
 * The report that holds a total: the template with the sums in its tables. A sum that is not exact is left blank. Lines
 * end with LF.
 */
export function totalReport(totals: Totals, values: TemplateValues, layout: TableLayout): string {
  const template = reportTemplate(totals.edition, isTemplateLayout(layout) ? layout : 'tsv', values);
  const { report } = readDocument(template).segments[0]!;
  const edits: TextEdit[] = [];
  for (const table of report.tables) {
    for (const row of table.rows) {
      for (const { column, span } of row.cells) {
        const sum = totals.at(cellKey(table.id, row.form.id, column.id));
        edits.push({ span, newText: sum === undefined ? '' : format(sum) });
      }
    }
  }
  const text = applyEdits(template, edits);
  if (isTemplateLayout(layout)) return text;
  return applyEdits(text, convertTables(readDocument(text).segments[0]!.report, layout, '\n').edits);
}
