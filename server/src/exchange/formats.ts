/** What reports are exported to; apart, so that it can be told without loading what writes it. */
export const EXPORT_FORMATS = ['docx', 'html', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type OverviewFormat = 'xlsx' | 'html';
