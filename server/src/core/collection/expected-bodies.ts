import { BodyIndex } from './body-index';
import { areSurelyDifferent, canonicalBody } from './body-name';
import { usualYear } from './choose-parts';

/** Whose report a file holds. */
export interface Received {
  readonly file: string;
  readonly body: string | undefined;
  readonly year: number | undefined;
}

/** What came and what did not, of the bodies that should report, for the year that most reports are about. */
export interface Arrivals {
  readonly year: number | undefined;
  readonly missing: readonly string[];
  readonly doubled: readonly { readonly body: string; readonly files: readonly string[] }[];
  /** A report that is surely or probably of an expected body, and names it otherwise. */
  readonly renamed: readonly { readonly body: string; readonly as: string; readonly file: string }[];
  /** Reports of bodies that are not on the list. */
  readonly unexpected: readonly { readonly body: string; readonly file: string }[];
  /** Names that stand on the list more than once. */
  readonly listedTwice: readonly string[];
}

export function arrivalsOf(expected: readonly string[], received: readonly Received[]): Arrivals {
  const year = usualYear(received);
  const index = new BodyIndex<Received>();
  const own = received.filter((one) => one.year === year && one.body !== undefined);
  for (const one of own) index.add(one.body!, 0, one);
  const listed = new Map<string, string>();
  const listedTwice = new Set<string>();
  for (const name of expected) {
    const key = canonicalBody(name);
    if (listed.has(key)) listedTwice.add(name);
    else listed.set(key, name);
  }
  const taken = new Set<Received>();
  const found = [...listed.values()].map((body) => {
    // One of exactly this name is not that of a body whose name is longer.
    const all = index.find(body, 0);
    const exact = all.filter((one) => canonicalBody(one.body!) === canonicalBody(body));
    const reports = exact.length > 0 ? exact : all.filter((one) => !listed.has(canonicalBody(one.body!)));
    for (const one of reports) taken.add(one);
    return { body, reports };
  });
  const rest = own.filter((one) => !taken.has(one));
  const renamed = found.flatMap(({ body, reports: [first] }) =>
    first !== undefined && canonicalBody(first.body!) !== canonicalBody(body)
      ? [{ body, as: first.body!, file: first.file }]
      : [],
  );
  const missing: string[] = [];
  for (const { body, reports } of found) {
    if (reports.length > 0) continue;
    const alike = rest.filter((one) => !taken.has(one) && isAbbreviation(one.body!, body));
    const [only] = alike;
    if (only !== undefined && alike.length === 1) {
      taken.add(only);
      renamed.push({ body, as: only.body!, file: only.file });
    } else missing.push(body);
  }
  return {
    year,
    missing,
    doubled: found
      .filter(({ reports }) => reports.length > 1)
      .map(({ body, reports }) => ({ body, files: reports.map(({ file }) => file) })),
    renamed,
    unexpected: rest.filter((one) => !taken.has(one)).map(({ body, file }) => ({ body: body!, file })),
    listedTwice: [...listedTwice],
  };
}

/** Whether one name is short for the other: their characters follow one another in it, place and office both. */
function isAbbreviation(a: string, b: string): boolean {
  const [short, long] = [canonicalBody(a), canonicalBody(b)].sort((x, y) => x.length - y.length) as [string, string];
  let at = 0;
  for (const unit of long) if (unit === short[at]) at++;
  return short.length >= LEAST && short[0] === long[0] && at === short.length && !areSurelyDifferent(a, b);
}

const LEAST = 4;
