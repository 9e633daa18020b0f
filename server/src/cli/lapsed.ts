import path from 'node:path';
import { lapsedEntries, type Ignore, type LapsedEntry, type ReportOfEntries } from '../core/index';
import type { Configs } from './config';
import type { InputFile } from './files';

/** What configurations say of findings, and what the reports that are checked say of that. */
export class ConfiguredEntries {
  private readonly byConfig = new Map<
    string,
    { readonly ignores: readonly Ignore[]; readonly reports: ReportOfEntries[] }
  >();
  private readonly configOf = new Map<string, string>();

  static async by(configs: Configs, files: readonly InputFile[]): Promise<ConfiguredEntries> {
    const all = new ConfiguredEntries();
    for (const file of files) {
      const found = await configs.fileOf(file);
      if (found?.config.ignores === undefined) continue;
      all.configOf.set(file.path, found.file);
      if (!all.byConfig.has(found.file)) all.byConfig.set(found.file, { ignores: found.config.ignores, reports: [] });
    }
    return all;
  }

  add(file: string, reports: readonly ReportOfEntries[]): void {
    this.byConfig.get(this.configOf.get(file) ?? '')?.reports.push(...reports);
  }

  /** `checked` are the folders that were checked whole, with all that lies below them. */
  lapsed(checked: readonly string[]): readonly LapsedEntry[] {
    return [...this.byConfig].flatMap(([config, { ignores, reports }]) => {
      const isWhole = checked.some((folder) => !path.relative(folder, path.dirname(config)).startsWith('..'));
      return lapsedEntries(ignores, reports, isWhole);
    });
  }
}
