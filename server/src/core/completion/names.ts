import type { Words } from '../formats/types';
import { findTitle, isBodyName } from '../reading/title';
import type { Context } from '../context/context';
import { fold } from '../text/fold';
import { Lines } from '../text/lines';
import { BodyIndex } from '../collection/body-index';
import { canonicalBody } from '../collection/body-name';
import { yearInFileName } from '../collection/file-year';

/** A report of another file: whose it is and about which year. */
export interface Neighbour {
  readonly body: string;
  readonly year: number;
}

/** What the report may be called, and how that is known. */
export interface Name {
  readonly body?: string;
  readonly year?: number;
  readonly source: Words;
}

/**
 * Body and year by the name of the file, then those that follow from reports beside it. `typed`: a title's beginning.
 */
export function namesOf({ fileName = '' }: Context, neighbours: readonly Neighbour[], typed: string): readonly Name[] {
  const file = namesInFile(fileName);
  const byFile = { zh: '据文件名', en: 'by the file name' };
  const names: Name[] = [];
  if (file.body !== undefined) names.push({ ...file, source: byFile });
  const [, begun, year] = /^(.+?)(\d{4})?年?$/.exec(typed) ?? [];
  const years = new BodyIndex<number>();
  for (const { body, year: of } of neighbours) years.add(body, ANY, of);
  for (const body of likelyBodies(neighbours, fileName, begun)) {
    const last = years.find(body, ANY).reduce((latest, other) => Math.max(latest, other));
    names.push({
      body,
      year: file.year ?? last + 1,
      source: { zh: `据 ${last} 年的报告`, en: `after the report about ${last}` },
    });
  }
  if (
    begun !== undefined &&
    isBodyName(begun) &&
    !names.some(({ body }) => body !== undefined && fold(body).startsWith(begun))
  ) {
    const known = year === undefined ? file.year : Number(year);
    if (known !== undefined)
      names.push({
        body: begun,
        year: known,
        source: year === undefined ? byFile : { zh: '续写标题', en: 'rest of the title' },
      });
  }
  if (names.length === 0 && file.year !== undefined) names.push({ year: file.year, source: byFile });
  return names;
}

/** The year that the report's own title or else its file name tells. */
export const yearOf = ({ report, fileName = '' }: Context): number | undefined =>
  report.year?.value ?? namesInFile(fileName).year;

/** Bodies are looked up whatever the year. */
const ANY = 0;

function namesInFile(fileName: string): Omit<Name, 'source'> {
  const name = fileName.replace(/\.[A-Za-z]+$/, '').replace(/^[\d\s._-]+(?!\d*年)/, '');
  const title = findTitle(name, Lines.of(name), 1);
  const known = title?.year?.value ?? yearInFileName(name);
  return {
    ...(title?.body === undefined ? {} : { body: title.body.text }),
    ...(known === undefined ? {} : { year: known }),
  };
}

/**
 * Bodies of other reports that this one may be of: the only one there is, or those that the file or the beginning of
 * the title names.
 */
function likelyBodies(
  neighbours: readonly Neighbour[],
  fileName: string,
  begun: string | undefined,
): readonly string[] {
  const known = new BodyIndex<string>();
  const bodies: string[] = [];
  for (const { body } of neighbours) {
    if (known.first(body, ANY) !== undefined) continue;
    known.add(body, ANY, body);
    bodies.push(body);
  }
  if (bodies.length === 1) return bodies;
  const file = canonicalBody(fileName);
  return bodies.filter(
    (body) => file.includes(canonicalBody(body)) || (begun !== undefined && fold(body).startsWith(begun)),
  );
}
