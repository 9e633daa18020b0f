import { CONFIG_FILE, Lines, parseConfig, type Config, type Message, type Position } from '../core/index';
import type { Files } from './files';
import { canonicalUri, folderOf, folderThatHolds } from './uri';

export const isConfiguration = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`);

/** What is wrong with a configuration, at its place. */
export interface ConfigurationProblem {
  readonly start: Position;
  readonly end: Position;
  readonly message: Message;
}

export interface ConfigurationsHost {
  readonly files: Pick<Files, 'read'>;
  /** All that is wrong with a configuration now; nothing where what was told before no longer holds. */
  readonly tell: (uri: string, problems: readonly ConfigurationProblem[]) => void;
  /** One that is there and cannot be read: what it says is not known, and the defaults are used. */
  readonly unreadable: (uri: string, error: unknown) => void;
}

/** The configuration that holds for a file, and where it stands. */
export interface Holding {
  readonly config: Config;
  readonly uri: string | undefined;
}

const NOTHING: Config = {};
const NONE: Holding = { config: NOTHING, uri: undefined };

/** Finds the configuration of each file: that of its folder or the nearest one above. */
export class Configurations {
  private readonly known = new Map<string, Promise<Config | undefined>>();
  /** Configurations about which something was told. */
  private readonly told = new Map<string, string>();

  constructor(private readonly host: ConfigurationsHost) {}

  async of(uri: string): Promise<Holding> {
    for (let folder = folderOf(uri); isFolder(folder); folder = folderOf(folder)) {
      const config = await this.in(folder);
      if (config !== undefined) return { config, uri: `${folder}/${CONFIG_FILE}` };
    }
    return NONE;
  }

  /** A configuration was created, changed, deleted or moved: what was told of it is looked at again at once. */
  async changed(uri: string): Promise<void> {
    const key = canonicalUri(uri);
    this.known.delete(canonicalUri(folderOf(uri)));
    if (this.told.has(key)) await this.in(folderOf(uri));
  }

  /** A folder is no longer open: what was told of its configurations is taken back. */
  closed(folder: string): void {
    for (const uri of this.told.values()) if (folderThatHolds(uri, [folder]) !== undefined) this.tell(uri, []);
  }

  private in(folder: string): Promise<Config | undefined> {
    const key = canonicalUri(folder);
    let config = this.known.get(key);
    if (config === undefined) {
      config = this.read(`${folder}/${CONFIG_FILE}`);
      this.known.set(key, config);
    }
    return config;
  }

  private async read(uri: string): Promise<Config | undefined> {
    let text: string | undefined;
    try {
      text = await this.host.files.read(uri);
    } catch (error) {
      this.told.set(canonicalUri(uri), uri);
      this.host.unreadable(uri, error);
      return NOTHING;
    }
    if (text === undefined) {
      this.tell(uri, []);
      return undefined;
    }
    const { config, problems } = parseConfiguration(text);
    this.tell(uri, problems);
    return config;
  }

  private tell(uri: string, problems: readonly ConfigurationProblem[]): void {
    const key = canonicalUri(uri);
    const before = this.told.get(key);
    if (problems.length > 0) this.told.set(key, uri);
    else this.told.delete(key);
    if (problems.length > 0 || before !== undefined) this.host.tell(before ?? uri, problems);
  }
}

/** Reads a configuration; what is wrong is told by line and character. */
export function parseConfiguration(text: string): {
  readonly config: Config;
  readonly problems: readonly ConfigurationProblem[];
} {
  const { config, problems } = parseConfig(text);
  const lines = Lines.of(text);
  return {
    config,
    problems: problems.map(({ span, message }) => ({ ...lines.range(span), message })),
  };
}

/** Up to the root of a file system, which a URI names by the slashes before its path. */
const isFolder = (folder: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(folder);
