import path from 'node:path';
import { fileNameOf, type Report } from '../core/index';
import type { InputFile } from './files';

/** Names of files that are written for reports: each is free in its folder. */
export class ReportFileNames {
  private readonly taken = new Set<string>();

  /**
   * The name that such a report has; where the report does not say whose or when, that of its file. Several reports of
   * one body and year are numbered.
   */
  for({ body, year }: Pick<Report, 'body' | 'year'>, file: InputFile, kind?: string): string {
    const about = { body: body?.text, year: year?.value };
    const name = fileNameOf(about, kind) ?? path.parse(file.path).name;
    let free = name;
    for (let i = 2; this.taken.has(free); i++) free = `${name} (${i})`;
    this.taken.add(free);
    return free;
  }
}
