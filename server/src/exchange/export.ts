import type { Message, Showing } from '../core/index';
import type { ExportFormat } from './formats';
import { page } from './write-html';

export interface ExportOptions {
  /** Shows what was found: a verdict, and marks on cells and words. A Word file is handed in and never shows it. */
  readonly marks: boolean;
  /** Says a message in the language that was chosen. */
  readonly say: (message: Message) => string;
  /** A further sheet of a workbook, which is none of the report. */
  readonly besides?: readonly (readonly string[])[];
}

/** A file of another program that shows a report. */
export async function exportAs(format: ExportFormat, showing: Showing, options: ExportOptions): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./write-docx')).wordDocument(showing);
    case 'html':
      return new TextEncoder().encode(page(showing, options));
    case 'xlsx':
      return (await import('./write-xlsx')).workbook(showing, options);
  }
}
