import type { Diagnostic } from 'vscode-languageserver';
import {
  checkIn,
  contextOf,
  NOTHING_CHECKED,
  type Checked,
  type Context,
  type EntriesMet,
  type Judged,
  type LastYear,
  type Rule,
  type Segment,
  type SetAside,
} from '../core/index';
import type { Client } from './client';
import { toDiagnostic } from './to-protocol';
import type { ReadText } from './reading';
import type { ServerSettings } from './settings';
import { nameOf } from '../folder/uri';
import type { Workspace } from './workspace';

export interface VerdictHost {
  readonly ruleDocs: string;
  readonly workspace: Workspace;
  readonly client: Client;
}

/** What kept a report from being checked: one of the rules, or `undefined` for what all of them need. */
export type Failure = Rule | undefined;

interface Judgement extends Checked {
  readonly failures: readonly Failure[];
}

interface Verdict {
  readonly settings: ServerSettings;
  readonly lastYear: LastYear | undefined;
  /** Throws where the context cannot be had. */
  readonly context: () => Context;
  readonly judgement: () => Judgement;
}

interface Converted {
  readonly uri: string;
  readonly firstLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What is known of reports that were read; kept as long as the report, the settings and last year's report stay the
 * same.
 */
export class Verdicts {
  private readonly known = new WeakMap<Segment['report'], Verdict>();
  private readonly converted = new WeakMap<readonly Judged[], Converted>();
  private readonly results = new WeakMap<Context, Map<unknown, unknown>>();

  constructor(private readonly host: VerdictHost) {}

  findings(read: ReadText, segment: Segment): readonly Judged[] {
    return this.verdict(read, segment).judgement().findings;
  }

  /** What was found and is not shown. */
  setAside(read: ReadText, segment: Segment): readonly SetAside[] {
    return this.verdict(read, segment).judgement().setAside;
  }

  /** What it says of the entries of its configuration. */
  entries(read: ReadText, segment: Segment): EntriesMet {
    return this.verdict(read, segment).judgement().entries;
  }

  failures(read: ReadText, segment: Segment): readonly Failure[] {
    return this.verdict(read, segment).judgement().failures;
  }

  /** The findings as the protocol has them; kept as long as the report stays where it is. */
  diagnostics(read: ReadText, segment: Segment): readonly Diagnostic[] {
    const findings = this.findings(read, segment);
    const known = this.converted.get(findings);
    if (known?.firstLine === segment.firstLine && known.uri === read.uri) return known.diagnostics;
    const diagnostics = findings.map((finding) =>
      toDiagnostic(read.uri, segment, finding, read.settings.locale, this.host.ruleDocs),
    );
    this.converted.set(findings, { uri: read.uri, firstLine: segment.firstLine, diagnostics });
    return diagnostics;
  }

  /** What rules and features know of one report. */
  context(read: ReadText, segment: Segment): Context {
    return this.verdict(read, segment).context();
  }

  /** What follows from a report's context alone is worked out once. */
  once<Result>(context: Context, work: (context: Context) => Result): Result {
    let known = this.results.get(context);
    if (known === undefined) this.results.set(context, (known = new Map()));
    if (!known.has(work)) known.set(work, work(context));
    return known.get(work) as Result;
  }

  private verdict({ uri, document, settings }: ReadText, segment: Segment): Verdict {
    const lastYear = this.host.workspace.lastYearOf(uri, document, segment);
    const known = this.known.get(segment.report);
    if (known?.settings === settings && sameLastYear(known.lastYear, lastYear)) return known;
    const failures: Failure[] = [];
    const surroundings = {
      fileName: nameOf(uri),
      lastYear,
      ignores: settings.ignores,
      onRuleFailure: (rule: Rule, error: unknown) => {
        this.host.client.logFailure(error, `规则 ${rule.id} 出错 (rule failed): `);
        failures.push(rule);
      },
    };
    const context = once(() => contextOf(segment.report, settings, surroundings));
    const judgement = once((): Judgement => {
      try {
        return { ...checkIn(context(), settings, surroundings), failures: [...failures] };
      } catch (error) {
        this.host.client.logFailure(error);
        return { ...NOTHING_CHECKED, failures: [undefined] };
      }
    });
    const verdict: Verdict = { settings, lastYear, context, judgement };
    this.known.set(segment.report, verdict);
    return verdict;
  }
}

/** Found anew it may be another object about the same report. */
const sameLastYear = (a: LastYear | undefined, b: LastYear | undefined): boolean =>
  a === b || (a?.file === b?.file && a?.summary === b?.summary);

function once<Result>(work: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => (known ??= { result: work() }).result;
}
