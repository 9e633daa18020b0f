/** What is kept from one session to the next; a part of the editor's own. */
export interface Memory {
  get<Value>(key: string, otherwise: Value): Value;
  update(key: string, value: unknown): Thenable<void>;
}

/** So many files are remembered; those longest ago are forgotten. */
const MOST = 500;

/** Files of which the user has said something that holds in every session of the workspace. */
export class RememberedFiles {
  private files: readonly string[];

  constructor(
    private readonly memory: Memory,
    private readonly key: string,
  ) {
    this.files = memory.get<readonly string[]>(key, []);
  }

  has(uri: string): boolean {
    return this.files.includes(uri);
  }

  add(uri: string): void {
    if (!this.has(uri)) this.keep([...this.files, uri].slice(-MOST));
  }

  delete(uri: string): void {
    if (this.has(uri)) this.keep(this.files.filter((other) => other !== uri));
  }

  private keep(files: readonly string[]): void {
    this.files = files;
    void this.memory.update(this.key, files);
  }
}
