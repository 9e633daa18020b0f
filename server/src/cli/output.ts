import { shownLine, shownText } from './shown';

/** What a command says and how it ends; the program's only way to a terminal. */
export class Output {
  /** 0 clean, 1 findings, 2 wrong use, or something that could not be read, checked or written. */
  status = 0;
  /** How many things could not be done. */
  failures = 0;

  constructor(
    /** Prints results; what is not ours in them has been made fit to show. */
    readonly print: (text: string) => void,
    private readonly complain: (line: string) => void,
    private readonly isTerminal = false,
  ) {}

  /** Prints a report: as it is for a file or another program, fit to show on a terminal. */
  printReport(text: string): void {
    this.print(this.isTerminal ? shownText(text) : text);
  }

  /** One line beside the results. */
  note(line: string): void {
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
