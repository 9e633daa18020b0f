import { mayHoldReport, nameOf, wordsIn, type Locale, type Words } from '../core/index';
import { ahead } from './ahead';
import type { Client } from './client';
import { showProgress } from './progress';
import type { Files } from '../folder/files';
import type { Runtime } from './runtime';

interface Host {
  readonly client: Client;
  readonly files: Files;
  readonly runtime: Runtime;
  readonly locale: Locale;
  refresh(): void;
}

/** Reads files in the background, one a turn, so that no key press waits. */
export class BackgroundReading {
  private readonly changed = new Set<string>();
  private isReadingChanged = false;

  constructor(
    private readonly host: Host,
    /** Never rejects; tells whether anybody may have other findings now. */
    private readonly readFile: (uri: string, text: Promise<string | undefined>) => Promise<boolean>,
  ) {}

  /**
   * All of a folder. Fulfilled when it has been read or could not be listed, or its listing has been waited for long
   * enough: it is read all the same.
   */
  folder(uri: string): Promise<void> {
    const { client, files, runtime } = this.host;
    return new Promise((resolve) => {
      const giveUp = runtime.later(() => {
        client.log(`文件夹迟迟未列出 (the folder takes long to list): ${uri}`);
        resolve();
      }, LONGEST_LISTING);
      client.inBackground(async () => {
        try {
          const found = await files.list(uri, (line) => client.log(line));
          giveUp();
          await this.readAll(found);
        } catch (error) {
          client.logFailure(error, `文件夹读不出 (the folder cannot be read): ${uri}: `);
        } finally {
          giveUp();
          this.host.refresh();
          resolve();
        }
      });
    });
  }

  private async readAll(uris: readonly string[]): Promise<void> {
    const progress = showProgress(this.host.client, uris.length, wordsIn(READING, this.host.locale));
    let done = 0;
    for await (const [uri, text] of ahead(uris, (one) => this.textOf(one))) {
      await this.host.runtime.nextTurn();
      progress.report(done++);
      await this.readFile(uri, text);
    }
    progress.done();
  }

  /** Most large files that are no reports are told by their beginning, without being read whole. */
  private textOf(uri: string): Promise<string | undefined> {
    return this.host.files.read(uri, (beginning) => mayHoldReport(beginning, nameOf(uri)));
  }

  /** Files that changed, however many and often: each once, and then one refresh. */
  files(uris: readonly string[]): void {
    for (const uri of uris) this.changed.add(uri);
    if (this.isReadingChanged || this.changed.size === 0) return;
    this.isReadingChanged = true;
    this.host.client.inBackground(() => this.readChanged());
  }

  private async readChanged(): Promise<void> {
    let matters = false;
    try {
      for (const uri of this.changed) {
        this.changed.delete(uri);
        await this.host.runtime.nextTurn();
        matters = (await this.readFile(uri, this.textOf(uri))) || matters;
      }
    } finally {
      this.isReadingChanged = false;
    }
    if (matters) this.host.refresh();
  }
}

/** How long a folder's listing holds up what asks for all reports, in milliseconds. */
const LONGEST_LISTING = 10_000;

const READING: Words = { zh: '年报：读取文件夹', en: 'Annual reports: reading the folder' };
