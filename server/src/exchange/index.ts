/**
 * Other programs' files: read as blocks, and written of what is shown. The libraries that do it are large, so that this
 * room is a bundle of its own, for Node and browsers alike, which hosts load when it is first needed.
 */
export { importFile } from './import';
export { serve } from './serve';
export type { Imported } from './works';
export { exportAs, type ExportOptions } from './export';
export { writeOverview, type OverviewWords } from './overview';
export { EXPORT_FORMATS, type ExportFormat, type OverviewFormat } from './formats';
