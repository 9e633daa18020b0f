import { withConfig, type AcceptedHeadings } from '../core/index';
import type { Client } from './client';
import type { FolderConfigs } from './folder-configs';
import { readSettings, type ServerSettings } from './settings';
import { folderOf } from '../folder/uri';

interface Host {
  readonly client: Client;
  readonly clientLocale: string | undefined;
  readonly workspace: { readonly configs: FolderConfigs };
  settingsChanged(): void;
}

/** The settings of each resource: the client's, under the configuration of the folder. */
export class ResourceSettings {
  private readonly known = new Map<string, Promise<ServerSettings>>();
  private readonly distinct = new Map<string, ServerSettings>();
  private readonly complaints = new Set<string>();
  /** Of a client that cannot be asked: what it said last. */
  private said: unknown;

  constructor(private readonly host: Host) {}

  of(uri: string): Promise<ServerSettings> {
    let settings = this.known.get(uri);
    if (settings === undefined) {
      settings = this.ask(uri, () => settings);
      this.known.set(uri, settings);
    }
    return settings;
  }

  /** Of files that are not open there may be thousands: those of one folder are asked for together. */
  ofStored(uri: string): Promise<ServerSettings> {
    return this.of(`${folderOf(uri)}/`);
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  changed(): void {
    this.known.clear();
    this.tell();
  }

  /** What a client says of its settings unasked: all of them, or our section alone. */
  say(settings: unknown): void {
    if (typeof settings !== 'object' || settings === null) return;
    this.said = SECTION in settings ? settings[SECTION] : settings;
  }

  /** Their defaults where the client does not answer; should it answer after all, that is a change of settings. */
  private async ask(uri: string, asked: () => Promise<ServerSettings> | undefined): Promise<ServerSettings> {
    const { client } = this.host;
    if (client.capabilities.workspace?.configuration !== true) return this.read(uri, this.said);
    const late = (section: unknown): void => {
      if (this.known.get(uri) !== asked()) return;
      this.known.set(uri, this.read(uri, section));
      this.tell();
    };
    const question = { scopeUri: uri, section: SECTION };
    const section = await client.ask<unknown>((connection) => connection.workspace.getConfiguration(question), {
      patience: DEFAULTS_AFTER,
      late,
    });
    return this.read(uri, section);
  }

  private tell(): void {
    this.host.settingsChanged();
  }

  private async read(uri: string, section: unknown): Promise<ServerSettings> {
    const settings = readSettings(section, this.host.clientLocale, (problem) => {
      if (this.complaints.has(problem)) return;
      this.complaints.add(problem);
      this.host.client.log(`设置无效，已用默认值 (invalid setting, default used): ${problem}`);
    });
    const { config } = await this.host.workspace.configs.of(uri);
    const { acceptedHeadings = NO_HEADINGS, ignores, deadlines } = config;
    return this.once({ ...settings, ...withConfig(settings, config), acceptedHeadings, ignores, deadlines });
  }

  /** The same object for the same settings: what hangs on them is known by it. */
  private once(settings: ServerSettings): ServerSettings {
    const key = JSON.stringify(settings);
    const known = this.distinct.get(key) ?? settings;
    this.distinct.set(key, known);
    return known;
  }
}

const SECTION = 'nianbao';

const NO_HEADINGS: AcceptedHeadings = {};

/** How long settings are waited for, in milliseconds. */
const DEFAULTS_AFTER = 2000;
