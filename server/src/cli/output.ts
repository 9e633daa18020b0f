import { shown, shownLine, shownText } from './shown';

/** Where a command prints. */
export interface Host {
  /** Results go to a terminal. */
  readonly isTerminal?: boolean;
  /** Takes marks that steer a terminal; only where what is told beside the results goes to one. */
  readonly progress?: ((text: string) => void) | undefined;
  readonly drained?: () => Promise<void>;
}

/** What a command says and how it ends; the program's only way to a terminal. */
export class Output {
  /** 0 clean, 1 findings, 2 wrong use, or something that could not be read, checked or written. */
  status = 0;
  /** How many things could not be done. */
  failures = 0;

  private progress = '';

  constructor(
    /** Prints results; what is not ours in them has been made fit to show. */
    readonly print: (text: string) => void,
    private readonly complain: (line: string) => void,
    private readonly host: Host = {},
  ) {}

  /** Resolves when what was printed is on its way, so that it does not pile up. */
  async write(text: string): Promise<void> {
    this.print(text);
    await this.host.drained?.();
  }

  /** Shows how far the work is, on a terminal alone, in the place of what was shown before; nothing takes it away. */
  showProgress(line: string): void {
    if (this.host.progress === undefined || line === this.progress) return;
    this.host.progress(`\r\u001b[2K${shown(line)}`);
    this.progress = line;
  }

  /** Prints a report: as it is for a file or another program, fit to show on a terminal. */
  printReport(text: string): void {
    this.print(this.host.isTerminal === true ? shownText(text) : text);
  }

  /** One line beside the results. */
  note(line: string): void {
    this.showProgress('');
    this.complain(shownLine(`nianbao: ${line}`));
  }

  /** Several lines beside the results that are ours. */
  explain(text: string): void {
    for (const line of text.trimEnd().split('\n')) this.complain(shownLine(line));
  }

  /** Something that was asked for could not be done: the rest goes on. */
  fail(line: string): void {
    this.failures++;
    this.note(line);
    this.endWith(2);
  }

  /** What some work on a file gives; `undefined` where it throws: that costs the file, and is told. */
  attempt<Result>(file: string, work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      this.fail(`${file}: 未能处理，程序出错 (not done, an error of the program): ${String(error)}`);
      return undefined;
    }
  }

  endWith(status: number): void {
    this.status = Math.max(this.status, status);
  }
}
