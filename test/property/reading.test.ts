import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { check, DEFAULT_SETTINGS, readDocument, type Report } from '../../server/src/core/index';
import { prints } from '../generator/arbitraries';
import { DIALECTS, LAYOUTS, READABLE } from '../generator/layouts/index';
import { misread } from '../generator/reading';
import { readOne } from '../support/findings';
import { holds } from './property';

const found = (report: Report): readonly string[] =>
  check(report, DEFAULT_SETTINGS).map(
    ({ rule, span }) =>
      `${rule.id} at ${report.lines.lineAt(span.start) + 1}: ${report.text.slice(span.start, span.end)}`,
  );

describe('a report in which all is right', () => {
  for (const layout of [...READABLE, ...DIALECTS]) {
    holds(
      `is read cell by cell and gives no finding in layout ${layout.id}, ${layout.name}`,
      12,
      fc.property(prints([layout]), ({ report, noises, text }) => {
        const read = readOne(text);
        expect({ noises, misread: misread(read, report), found: found(read) }).toEqual({
          noises,
          misread: [],
          found: [],
        });
      }),
    );
  }

  for (const layout of LAYOUTS.filter(({ torn }) => torn)) {
    holds(
      `is never called wrong and its unreadable rows are row-width findings, one for a torn table, in layout ${layout.id}, ${layout.name}`,
      12,
      fc.property(prints([layout]), ({ text }) => {
        const read = readOne(text);
        const findings = check(read, DEFAULT_SETTINGS);
        expect(findings.map(({ rule }) => rule.id).filter((id) => id !== 'row-width')).toEqual([]);
        for (const table of read.tables) {
          const unread = table.rows.filter(({ cells }) => cells.length === 0);
          const own = findings.filter(({ span }) => table.span.start <= span.start && span.end <= table.span.end);
          const bare = unread.filter((row) => row.found === 0);
          if (unread.length > 0 && (unread.length === table.rows.length || bare.length > 1))
            expect(own).toHaveLength(1);
          else expect(own.length > 0 && own.length <= unread.length).toBe(unread.length > 0);
        }
      }),
    );
  }
});

/** What prose says of what the tables have. */
const MENTIONS = [
  '全年制定规章0件，办理行政许可、行政处罚事项若干。',
  '本年新收政府信息公开申请数量平稳，上年结转政府信息公开申请已全部办结。',
  '（一）予以公开方面，做到应公开尽公开',
  '1.属于国家秘密的不予公开',
  '2.重复申请的处理',
  '一是规章',
  '行政许可 105件',
  '第二十条第（一）项规定的内容已及时更新',
  '行政复议结果维持、结果纠正均无，尚未审结的亦无。',
  '商业企业、科研机构、社会公益组织、法律服务机构均可提出申请。',
  '总计',
];

describe('a report whose prose speaks of its tables', () => {
  holds(
    'is read cell by cell',
    80,
    fc.property(
      prints(),
      fc.constantFrom(...MENTIONS),
      fc.constantFrom(1, 5, 6),
      ({ report, text }, mention, number) => {
        const { sections, lines } = readOne(text);
        const at = lines.end(lines.lineAt(sections.find((section) => section.number === number)!.heading.end));
        const said = readOne(`${text.slice(0, at)}\n${mention}${text.slice(at)}`);
        const ofTables = check(said, DEFAULT_SETTINGS).filter(({ rule }) => rule.category !== 'prose');
        expect({ misread: misread(said, report), found: ofTables.map(({ rule }) => rule.id) }).toEqual({
          misread: [],
          found: [],
        });
      },
    ),
  );
});

describe('a report whose sections changed places', () => {
  holds(
    'is read cell by cell, and gives no finding but that',
    60,
    fc.property(prints(), fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), ({ report, text }, order) => {
      const { sections, lines } = readOne(text);
      const starts = sections.map(({ heading }) => lines.start(lines.lineAt(heading.start)));
      const parts = starts.map((start, i) => text.slice(start, starts[i + 1]).trimEnd());
      const read = readOne(`${text.slice(0, starts[0])}${order.map((i) => parts[i]).join('\n\n')}\n`);
      expect({
        misread: misread(read, report),
        found: found(read).filter((finding) => !finding.startsWith('misplaced-section')),
      }).toEqual({
        misread: [],
        found: [],
      });
    }),
  );
});

describe('a report with its title, a number or a break on every page', () => {
  holds(
    'is one report, read cell by cell',
    60,
    fc.property(
      prints(),
      fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('', '\f', '- 5 -', '第 3 页 共 9 页'),
      ({ report, text }, pages, mark) => {
        const { title, sections, lines } = readOne(text);
        const first = lines.lineAt(title!.span.end) + 1;
        const isWithinHeading = (at: number): boolean =>
          sections.some(({ heading }) => heading.start < at && at < heading.end);
        const ends = pages
          .map((page) => lines.start(first + (page % (lines.count - first))))
          .filter((at) => !isWithinHeading(at))
          .sort((a, b) => a - b);
        const parts = [0, ...ends].map((start, i) => text.slice(start, ends[i]));
        const read = readOne(parts.join(`${mark === '' ? title!.text : mark}\n`));
        expect({ misread: misread(read, report), found: found(read) }).toEqual({ misread: [], found: [] });
      },
    ),
  );
});

describe('several reports in one file', () => {
  holds(
    'are read as each by itself',
    15,
    fc.property(fc.array(prints(), { minLength: 2, maxLength: 4 }), (volume) => {
      const { segments } = readDocument(volume.map(({ text }) => text).join('\n'));
      expect(segments).toHaveLength(volume.length);
      segments.forEach(({ report }, i) =>
        expect({ misread: misread(report, volume[i]!.report), found: found(report) }).toEqual({
          misread: [],
          found: [],
        }),
      );
    }),
  );
});
