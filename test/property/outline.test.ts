import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { outline, readDocument, type OutlineNode, type Span } from '../../server/src/core/index';
import { anyTexts, spoiltTexts } from '../generator/arbitraries';
import { holds } from './property';

const isWithin = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;

/** What of a tree an editor would not take, by the names of its nodes. */
function faultsIn(nodes: readonly OutlineNode[], within: Span): readonly string[] {
  return nodes.flatMap((node, i) => [
    ...(node.name.trim() === '' ? [`a ${node.kind} without a name`] : []),
    ...(isWithin(node.span, within) ? [] : [`${node.name} leaves what holds it`]),
    ...(isWithin(node.selection, node.span) ? [] : [`${node.name} does not hold its own name`]),
    ...(i === 0 || nodes[i - 1]!.span.end <= node.span.start ? [] : [`${node.name} overlaps ${nodes[i - 1]!.name}`]),
    ...faultsIn(node.children, node.span),
  ]);
}

/** Sub-headings that have the words of tables in them, as altered headings have. */
const withSubheadings = fc
  .tuple(
    spoiltTexts,
    fc.constantFrom(
      '（三）政府信息公开行政复议、行政诉讼情况',
      '（二）主动公开 规章',
      '（一）本年新收政府信息公开申请数量',
    ),
    fc.nat(),
  )
  .map(([text, subheading, at]) => {
    const lines = text.split('\n');
    const heading = at % lines.length;
    return lines
      .map((line, i) => (i === heading || (at % 2 === 0 && /^四、政府信息公开/.test(line)) ? subheading : line))
      .join('\n');
  });

describe('the outline', () => {
  holds(
    'nests and names every node, whatever the text',
    200,
    fc.property(fc.oneof(anyTexts, spoiltTexts, withSubheadings), (text) => {
      for (const { report } of readDocument(text).segments)
        expect(faultsIn(outline(report), { start: 0, end: report.text.length })).toEqual([]);
    }),
  );
});
