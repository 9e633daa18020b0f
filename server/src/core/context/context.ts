import { yearInFileName } from '../collection/file-year';
import { lastYearStatements } from '../collection/last-year-statements';
import type { LastYear } from '../collection/last-year';
import { isTemplateLayout, type TemplateLayout } from '../formats/layouts';
import { editionById, editionOfYear, type Edition } from '../formats/editions';
import type { Report } from '../model/report';
import { factsOf, type Fact } from '../prose/facts';
import { ProseText } from '../prose/prose-text';
import { proseStatements } from '../prose/prose-statements';
import type { Settings } from '../settings';
import { sumsOf, type Sums } from '../sums/sums';
import { lineEndOf } from '../text/lines';
import { Filling } from './filling';
import type { Ignore } from './ignores';

/** A report with all that rules and features may ask of it. */
export interface Context {
  readonly report: Report;
  /**
   * The edition that the report should be written on: by setting, else by its year; `undefined` where neither tells.
   */
  readonly expected: Edition | undefined;
  readonly sums: Sums;
  /** Which tables are still being filled in. */
  readonly filling: Filling;
  /** The running text below the title, and its numbers that count what the tables count. */
  readonly prose: ProseText;
  readonly facts: readonly Fact[];
  /** The name of the file without its folder, where there is one. */
  readonly fileName: string | undefined;
  /** The report of the same body about the year before, where it is known. */
  readonly lastYear: LastYear | undefined;
  /** What the settings say of rules. */
  readonly severities: Settings['rules'];
  /** Findings that are not to be shown. */
  readonly ignores: readonly Ignore[];
  /** For what a repair inserts: the report's own line end, and the layout of its tables. */
  readonly lineEnd: string;
  readonly layout: TemplateLayout;
}

/** What is known of a report besides its text. */
export interface Surroundings {
  /** The name of its file, without the folder. */
  readonly fileName?: string | undefined;
  /** The report of the same body about the year before. */
  readonly lastYear?: LastYear | undefined;
  /** Findings that do not apply, with a reason. */
  readonly ignores?: readonly Ignore[] | undefined;
}

export const contextOf = (report: Report, settings: Settings, surroundings: Surroundings = {}): Context =>
  new ReportContext(report, settings, surroundings);

/** Everything that costs something is worked out when it is asked for first: many requests need the report alone. */
class ReportContext implements Context {
  private knownProse: ProseText | undefined;
  private knownFacts: readonly Fact[] | undefined;
  private knownSums: Sums | undefined;
  private knownFilling: Filling | undefined;

  constructor(
    readonly report: Report,
    private readonly settings: Settings,
    private readonly surroundings: Surroundings,
  ) {}

  get fileName(): string | undefined {
    return this.surroundings.fileName;
  }

  get lastYear(): LastYear | undefined {
    return this.surroundings.lastYear;
  }

  get expected(): Edition | undefined {
    if (this.settings.edition !== 'auto') return editionById(this.settings.edition);
    const year = this.report.year?.value ?? yearInFileName(this.fileName ?? '');
    return year === undefined ? undefined : editionOfYear(year);
  }

  get filling(): Filling {
    return (this.knownFilling ??= new Filling(this.report, this.sums));
  }

  get prose(): ProseText {
    return (this.knownProse ??= ProseText.of(this.report));
  }

  get facts(): readonly Fact[] {
    return (this.knownFacts ??= factsOf(this.prose));
  }

  get sums(): Sums {
    return (this.knownSums ??= sumsOf(this.report, [
      ...proseStatements(this.report, this.facts),
      ...lastYearStatements(this.report, this.lastYear?.summary),
    ]));
  }

  get lineEnd(): string {
    return lineEndOf(this.report.text);
  }

  get layout(): TemplateLayout {
    return isTemplateLayout(this.report.layout) ? this.report.layout : this.settings.layout;
  }

  get severities(): Settings['rules'] {
    return this.settings.rules;
  }

  get ignores(): readonly Ignore[] {
    return this.surroundings.ignores ?? [];
  }
}
