import {
  isReportText,
  beginsAsReport,
  readDocument,
  splitVolume,
  summarise,
  symbols,
  outline,
  type Document,
  type Report,
  type Span,
} from '../../../server/src/core/index';
import { pick } from '../../generator/choices';
import { wide } from '../slip';
import { must, mustEqual, type Law } from './law';
import { findingsOf, idsOf, isSame, isWithin, mustLieIn, reportsIn, valuesOf, written } from './seen';

function sectionsAreSound({ text, title, sections }: Report): void {
  if (title !== undefined) {
    mustLieIn(text, title.span, 'title');
    for (const part of [title.year, title.body]) {
      if (part === undefined) continue;
      mustLieIn(text, part.span, 'part of the title');
      must(isWithin(part.span, title.span), 'a part of the title stands outside it');
    }
  }
  let end = title?.span.end ?? 0;
  for (const section of sections) {
    const { span, heading, words, numeral, subheadings } = section;
    for (const part of [span, heading, words, numeral.span]) mustLieIn(text, part, 'section');
    must(
      isWithin(heading, span) && isWithin(words, heading) && isWithin(numeral.span, heading),
      'a section does not nest',
    );
    must(span.start >= end, 'sections overlap each other or the title', () => `at ${span.start}`);
    end = span.end;
    for (const sub of subheadings) {
      mustLieIn(text, sub.span, 'sub-heading');
      must(isWithin(sub.span, span), 'a sub-heading stands outside its section');
    }
  }
}

function tablesAreSound({ text, tables }: Report): void {
  const cells: Span[] = [];
  const labels: Span[] = [];
  for (const { span, form, headers, rows, altered, added, evidence } of tables) {
    const others = [...headers, ...altered, ...evidence].map((part) => part.span);
    for (const part of [span, ...others, ...added]) mustLieIn(text, part, 'table');
    if (form.direction === 'down') labels.push(...added, ...rows.map(({ label }) => label));
    for (const row of rows) {
      for (const part of [row.label, row.span, ...row.unread]) mustLieIn(text, part, 'row');
      const isSound = row.cells.length === 0 || row.cells.length === row.columns.length;
      must(isSound, 'a row has neither all of its cells nor none');
      for (const cell of row.cells) {
        mustLieIn(text, cell.span, 'cell');
        cells.push(cell.span);
      }
    }
  }
  mustBeDistinct(cells, 'a stretch of the text is two cells');
  mustBeDistinct([...cells.filter(({ start, end }) => start < end), ...labels], 'a cell is a label');
}

function mustBeDistinct(spans: readonly Span[], fault: string): void {
  const ordered = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const twice = ordered.find((span, i) => i > 0 && (span.start < ordered[i - 1]!.end || isSame(span, ordered[i - 1]!)));
  must(twice === undefined, fault, () => `at ${twice!.start}`);
}

const seenIn = ({ segments }: Document): readonly string[] =>
  segments.flatMap(({ start, firstLine, report }) => [
    `report at ${start}, line ${firstLine}`,
    ...[...valuesOf([report])].map(([key, value]) => `${key} ${value}`),
    ...findingsOf(report).map(written),
    ...symbols(report, '').map(({ node }) => `${node.name} ${node.span.start}–${node.span.end}`),
    JSON.stringify(outline(report)),
  ]);

/** What a report says, wherever it stands. */
const saidIn = (report: Report): readonly string[] => [
  ...[...valuesOf([report])].map(([key, value]) => `${key} ${value}`),
  ...idsOf(findingsOf(report)),
];

/** Changes of a text that nobody who reads it would see, or mind. */
const LOOKS: readonly { readonly name: string; readonly change: (text: string) => string }[] = [
  { name: 'CRLF for LF', change: (text) => (text.includes('\r') ? text : text.replaceAll('\n', '\r\n')) },
  { name: 'a byte order mark', change: (text) => `\ufeff${text}` },
  { name: 'blank lines above', change: (text) => `\n\n${text}` },
  { name: 'blank lines below', change: (text) => `${text}\n\n` },
  { name: 'no line end at the end', change: (text) => text.replace(/[\r\n]+$/, '') },
  { name: 'spaces at line ends', change: (text) => text.replace(/(?<=[^\s|])(?=\r?\n)/g, ' ') },
  { name: 'no-break spaces', change: (text) => text.replaceAll(' ', '\u00a0') },
  { name: 'full-width digits', change: (text) => text.replace(/(?<=[\t |])\d+(?=[\t |\n])/g, wide) },
];

export const READING: readonly Law[] = [
  {
    id: 'reading',
    says: 'a text is its reports one after the other, and the parts of each nest and lie in whole characters',
    of: 'any',
    holds({ text }) {
      const document = readDocument(text);
      must(document.segments.map(({ report }) => report.text).join('') === text, 'the reports are not the whole text');
      for (const segment of document.segments) {
        sectionsAreSound(segment.report);
        tablesAreSound(segment.report);
        summarise(segment);
      }
      isReportText(text);
      beginsAsReport(text);
      const parts = splitVolume(document, []);
      must(parts.length === 0 || parts.map((part) => part.text).join('') === text, 'a volume that is split loses text');
      must(
        new Set(parts.map(({ name }) => name.toLowerCase())).size === parts.length,
        'parts of a volume share a name',
      );
    },
  },
  {
    id: 'incremental',
    says: 'a text that is read beside earlier readings is read as if for the first time',
    of: 'change',
    holds({ text, origin }, choices) {
      const at = choices.below(text.length + 1);
      const between = text.slice(0, at) + text.slice(at + choices.below(40));
      const known = [readDocument(origin), readDocument(between, { known: [readDocument(origin)] })];
      mustEqual(
        seenIn(readDocument(text, { known })),
        seenIn(readDocument(text)),
        'read beside earlier readings it is another report',
      );
    },
  },
  {
    id: 'looks',
    says: 'looks that say nothing change nothing that is read or found',
    of: 'any',
    holds({ text }, choices) {
      const look = pick(choices, LOOKS);
      const other = look.change(text);
      mustEqual(reportsIn(other).flatMap(saidIn), reportsIn(text).flatMap(saidIn), `${look.name} makes another report`);
    },
  },
  {
    id: 'volume',
    says: 'a report in a volume is read and judged as by itself',
    of: 'change',
    holds({ text, origin }) {
      const own = reportsIn(text);
      const volume = reportsIn(`${origin}\n${text}\n${origin}`);
      const [first, ...others] = reportsIn(origin);
      // A text that lost its title goes on where the report before it ended, and one that has more than sections at its
      // end takes what follows.
      if (own.length !== 1 || others.length > 0 || volume.length !== 3 || volume[1]!.text.trim() !== text.trim())
        return;
      mustEqual(saidIn(volume[0]!), saidIn(first!), 'the first report of a volume is another than by itself');
      mustEqual(saidIn(volume[1]!), saidIn(own[0]!), 'a report amid a volume is another than by itself');
      mustEqual(saidIn(volume[2]!), saidIn(first!), 'the last report of a volume is another than by itself');
    },
  },
];
