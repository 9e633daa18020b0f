import path from 'node:path';
import type { Report } from '../core/index';
import type { InputFile } from './files';

/** Names of files that are written for reports: each is free in its folder. */
export class ReportFileNames {
  private readonly taken = new Set<string>();

  /**
   * The name that such a report has; where the report does not say whose or when, that of its file. Several reports of
   * one body and year are numbered.
   */
  for({ body, year }: Pick<Report, 'body' | 'year'>, file: InputFile, kind = '政府信息公开工作年度报告'): string {
    const name =
      body === undefined || year === undefined
        ? path.parse(file.path).name
        : `${body.text}${year.value}年${kind}`.replace(UNFIT, '').slice(0, LONGEST);
    let free = name;
    for (let i = 2; this.taken.has(free); i++) free = `${name} (${i})`;
    this.taken.add(free);
    return free;
  }
}

/** What no file name can have in some system. */
const UNFIT = /[\0-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]|^\.+|\p{Surrogate}/gu;
/** Names may take 255 bytes, a Chinese character three. */
const LONGEST = 75;
