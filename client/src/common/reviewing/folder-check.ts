import {
  type ArrivalsOfList,
  ArrivalsRequest,
  type ArrivalsParams,
  type ArrivalsResult,
  type LapsedOfConfig,
  type LapsedParams,
  LapsedRequest,
  type LapsedResult,
  OverviewRequest,
  type OverviewParams,
  type OverviewResult,
} from '../../../../server/src/lsp/protocol';
import type { Overview } from './overview';

/** Asks the server; a request whose signal is aborted is answered with what is there by then, or rejects. */
export type Ask = <Result>(method: string, params: object, signal: AbortSignal) => Promise<Result>;

/** How far a check has come. */
export interface CheckProgress {
  readonly state: 'checking' | 'stopped' | 'done';
  /** So many files were not checked yet; `undefined` while nobody knows how many there are. */
  readonly left: number | undefined;
  /** Other reports are known than before. */
  readonly isNews: boolean;
  /**
   * What came of the bodies that should report. Of a check that did not come to its end there is none: the bodies of
   * the files that are left would be told of as missing.
   */
  readonly arrivals?: readonly ArrivalsOfList[];
  /** Likewise: what configurations say of findings that are no longer there. */
  readonly lapsed?: readonly LapsedOfConfig[];
}

/** The check of all reports of the open folders, page by page; what was found before it is stopped is kept. */
export class FolderCheck {
  private running: Promise<void> | undefined;
  private asking = new AbortController();
  private isStale = true;
  /** The user stopped it: it goes on only where that is asked for. */
  private isStopped = false;
  private remaining: number | undefined;

  constructor(
    private readonly overview: Overview,
    private readonly ask: Ask,
    private readonly tell: (progress: CheckProgress) => void,
  ) {}

  /** How many files were not checked: what is known is not all. */
  get left(): number | undefined {
    return this.remaining;
  }

  /** Verdicts may be others now, and nobody asks for them yet. */
  get isWanted(): boolean {
    return this.isStale && !this.isStopped;
  }

  changed(): void {
    this.isStale = true;
  }

  /** All that may have changed is asked for, even after a stop. */
  resume(): void {
    this.isStale = true;
    this.isStopped = false;
  }

  /** Fulfilled when all has been asked for, or the check was stopped. */
  update(): Promise<void> {
    this.running ??= this.run().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Ends what is under way. */
  stop(): void {
    if (this.running === undefined) return;
    this.isStopped = true;
    this.asking.abort();
  }

  private async run(): Promise<void> {
    let triesAgain = true;
    this.remaining = undefined;
    while (this.remaining !== 0) {
      this.isStale = false;
      const params: OverviewParams = { known: this.overview.known(triesAgain) };
      const page = await this.unlessStopped((signal) => this.ask<OverviewResult>(OverviewRequest, params, signal));
      triesAgain = false;
      let isNews = false;
      if (page !== undefined) {
        this.remaining = page.left;
        this.overview.apply(page);
        isNews = page.files.length > 0 || page.gone.length > 0;
      }
      if (this.isStopped && this.remaining !== 0) {
        this.isStale = true;
        return this.tell({ state: 'stopped', left: this.remaining, isNews, ...NOTHING });
      }
      this.tell({ state: 'checking', left: this.remaining, isNews });
    }
    const ends = await this.unlessStopped(async (signal) => {
      const { lists } = await this.ask<ArrivalsResult>(ArrivalsRequest, this.received(), signal);
      const { lapsed } = await this.ask<LapsedResult>(LapsedRequest, this.met(), signal);
      return { arrivals: lists, lapsed };
    });
    if (ends === undefined && !this.isStopped) return this.run();
    if (ends !== undefined) this.isStopped = false;
    this.tell({ state: ends === undefined ? 'stopped' : 'done', left: 0, isNews: false, ...(ends ?? NOTHING) });
  }

  /** `undefined` where it was stopped before anything was known. */
  private async unlessStopped<Result>(asked: (signal: AbortSignal) => Promise<Result>): Promise<Result | undefined> {
    const { signal } = (this.asking = new AbortController());
    try {
      return await asked(signal);
    } catch (error) {
      this.isStale = true;
      if (signal.aborted && (error as { readonly code?: unknown }).code === CANCELLED) return undefined;
      throw error;
    }
  }

  private received(): ArrivalsParams {
    const reports = this.overview.reports();
    return {
      received: reports.flatMap(({ uri, report }) =>
        report === undefined ? [] : [{ uri, body: report.body, year: report.year }],
      ),
    };
  }

  private met(): LapsedParams {
    const all = this.overview.reports();
    const reports = all.flatMap(({ uri, report }) =>
      report === undefined ? [] : [{ uri, body: report.body, year: report.year, entries: report.entries }],
    );
    return { reports, isWhole: reports.length === all.length };
  }
}

const NOTHING = { arrivals: [], lapsed: [] } as const;

/** The protocol’s code for requests that nobody waits for any more. */
const CANCELLED = -32_800;
