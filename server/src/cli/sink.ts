import { NewFile } from '../files/new-file';
import { bothOf, Refusal } from '../files/refusal';
import { UsageError } from './usage';

/** The file that results go to; `undefined` where they are printed. */
export async function sinkOf(file: string | undefined): Promise<Sink | undefined> {
  if (file === undefined) return undefined;
  const opened = await NewFile.inPlaceOf(file);
  if (opened instanceof Refusal) throw new UsageError(`--out: ${file}: ${bothOf(opened.reason)}`);
  return new Sink(file, opened);
}

/** Results on their way to a file: it is there, whole, when all are written, and as it was before that. */
export class Sink {
  constructor(
    private readonly name: string,
    private readonly file: NewFile,
  ) {}

  async write(text: string | Uint8Array): Promise<void> {
    this.heed(await this.file.write(text));
  }

  async finish(): Promise<void> {
    this.heed(await this.file.finish());
  }

  /** Takes away what is not finished. */
  discard(): Promise<void> {
    return this.file.discard();
  }

  private heed(refusal: Refusal | undefined): void {
    if (refusal !== undefined) throw new UsageError(`--out: ${this.name}: ${bothOf(refusal.reason)}`);
  }
}
